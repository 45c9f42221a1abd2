import {
  Actions,
  Button,
  ButtonLink,
  count,
  ErrorSummary,
  Field,
  FileDrop,
  Heading,
  Notice,
  page,
  Shortened,
  Table,
} from '#web'
import type { CheckedEntries } from '../register/import/check-entries.ts'
import { ENTRY_FIELD_NAMES, ENTRY_FIELDS } from '../register/import/columns.ts'
import { awardInWords } from '../register/words.ts'
import type { Staff } from '../viewer.ts'
import { consoleFrame, REGISTER_PLACE } from './frame.tsx'
import { RowProblems } from './row-problems.tsx'

const PLACE = `${REGISTER_PLACE}/import`
const BACK = { href: REGISTER_PLACE, label: 'Register' }

/** So many problems, and so many rows that are good, are shown; how many there are is said. */
const MOST_SHOWN = 200

/** Asks for a file of those whom the register is to recognise, and says what is to be in it. */
export function uploadEntriesPage({ staff, error }: { staff: Staff; error?: string }): string {
  return page({
    ...consoleFrame(staff, REGISTER_PLACE),
    title: 'Add several from a file',
    hasErrors: error !== undefined,
    body: (
      <div class="flow">
        <ErrorSummary errors={error === undefined ? [] : [{ field: 'file', message: error }]} />
        <Heading
          back={BACK}
          lead="Every row is looked at before anything is proposed, and a colleague confirms all of them as one change."
        >
          Add several from a file
        </Heading>
        <form class="narrow flow" method="post" action={PLACE} encType="multipart/form-data">
          <FileDrop
            name="file"
            label="CSV file"
            hint="Commas, semicolons or tabs. Up to 1,000 rows, 500 issuers and 1 MiB, in UTF-8."
            accept=".csv,text/csv,.txt,text/plain"
            error={error}
          />
          <Button icon="upload">Upload and check</Button>
        </form>
        <section class="flow">
          <h2>What is in it</h2>
          <p>
            One row for each thing that an issuer may award; an issuer may have several rows. Several values in a cell
            are parted by semicolons. Columns are known by their names, and you can say which is which.
          </p>
          <Table
            caption="Columns"
            rows={ENTRY_FIELD_NAMES.map((name) => ({ name, ...EXAMPLES[name] }))}
            rowKey={({ name }) => name}
            columns={[
              { key: 'column', label: 'Column', cell: ({ name }) => ENTRY_FIELDS[name] },
              { key: 'example', label: 'For example', cell: ({ example }) => <code>{example}</code> },
              { key: 'empty', label: 'Where it is empty', cell: ({ empty }) => empty },
            ]}
          />
        </section>
      </div>
    ),
  })
}

const NEEDED = 'The row is not taken'
const NO_LIMIT = 'No limit'

const EXAMPLES: Readonly<Record<(typeof ENTRY_FIELD_NAMES)[number], { example: string; empty: string }>> = {
  name: { example: 'Example College', empty: NEEDED },
  did: { example: 'did:web:college.example', empty: NEEDED },
  types: { example: 'Module; Unit', empty: 'No limit, where a level or a field is named' },
  framework: { example: 'RQF', empty: 'No level is named' },
  levelFrom: { example: '4', empty: 'No level is named' },
  levelTo: { example: '5', empty: 'The lowest alone' },
  field: { example: '06; HECoS 100366', empty: NO_LIMIT },
  jurisdiction: { example: 'GB', empty: NO_LIMIT },
  delivery: { example: 'FormalCreditBearing', empty: NO_LIMIT },
  from: { example: '01/09/2026', empty: NEEDED },
  until: { example: '31/08/2030', empty: 'It has no last day' },
}

interface CheckedPage {
  staff: Staff
  checked: CheckedEntries
  fileName: string
  refusal?: string
}

/** What of a file would be proposed, every row that cannot be with the reason, and which column was taken for what. */
export function checkedEntriesPage({ staff, checked, fileName, refusal }: CheckedPage): string {
  const { rows, entries } = checked
  const bad = rows.filter(({ entry }) => entry === null)
  const good = rows.length - bad.length
  return page({
    ...consoleFrame(staff, REGISTER_PLACE),
    title: 'Check before you propose',
    body: (
      <div class="flow">
        <Heading
          back={{ href: PLACE, label: 'Another file' }}
          lead={`${count(good, 'row')} can be taken, ${count(bad.length, 'row')} cannot. Nothing is proposed yet.`}
        >
          Check before you propose
        </Heading>
        {refusal !== undefined && <Notice tone="attention">{refusal}</Notice>}
        {entries.length === 0 && (
          <Notice tone="attention" title="No row can be taken">
            Put the rows right in your file and upload it again, or choose other columns.
          </Notice>
        )}
        <form class="flow" method="post" action={PLACE} encType="multipart/form-data">
          <input type="hidden" name="csv" value={checked.text} />
          <input type="hidden" name="fileName" value={fileName} />
          <input type="hidden" name="digest" value={checked.digest} />
          {entries.length > 0 && (
            <Actions>
              <Button icon="check" name="step" value="propose">
                Propose {count(entries.length, 'issuer')} as one change
              </Button>
              <ButtonLink variant="secondary" href={REGISTER_PLACE}>
                Leave it
              </ButtonLink>
            </Actions>
          )}
          <Columns checked={checked} />
        </form>
        {bad.length > 0 && <NotTaken rows={bad} />}
        {entries.length > 0 && <Taken entries={entries} />}
      </div>
    ),
  })
}

function Columns({ checked: { columns, mapping } }: Pick<CheckedPage, 'checked'>) {
  const options = [{ value: '', label: 'Not in this file' }, ...columns.map((name) => ({ value: name, label: name }))]
  return (
    <details class="flow">
      <summary>Which column is what</summary>
      <div class="narrow flow">
        {ENTRY_FIELD_NAMES.map((name) => (
          <Field
            key={name}
            name={`column-${name}`}
            label={ENTRY_FIELDS[name]}
            value={mapping[name] ?? ''}
            options={options}
            either
          />
        ))}
        <Button variant="secondary" name="step" value="check">
          Check again
        </Button>
      </div>
    </details>
  )
}

function NotTaken({ rows }: Pick<CheckedEntries, 'rows'>) {
  const problems = rows.flatMap(({ row, problems: found }) => found.map((problem) => ({ row, ...problem })))
  return (
    <section class="flow">
      <h2>What is not taken</h2>
      <p>Rows are counted as your spreadsheet shows them. Put them right in your file and upload it again.</p>
      {problems.length > MOST_SHOWN && (
        <p>
          The first {MOST_SHOWN} of {count(problems.length, 'problem')} are shown.
        </p>
      )}
      <RowProblems caption={`${count(rows.length, 'row')} not taken`} problems={problems.slice(0, MOST_SHOWN)} />
    </section>
  )
}

function Taken({ entries }: Pick<CheckedEntries, 'entries'>) {
  return (
    <section class="flow">
      <h2>What would be proposed</h2>
      {entries.length > MOST_SHOWN && <p>The first {MOST_SHOWN} are shown. The change itself shows all of them.</p>}
      <Table
        caption={count(entries.length, 'issuer')}
        rows={entries.slice(0, MOST_SHOWN)}
        rowKey={({ did }) => did}
        columns={[
          { key: 'name', label: 'Name', cell: ({ name }) => <bdi>{name}</bdi> },
          { key: 'did', label: 'DID', cell: ({ did }) => <Shortened text={did} /> },
          {
            key: 'awards',
            label: 'As it will be read',
            cell: ({ awards }) => (
              <div>
                {awards.map((award) => (
                  <div key={awardInWords(award)}>May {awardInWords(award)}.</div>
                ))}
              </div>
            ),
          },
          { key: 'keys', label: 'Keys', numeric: true, cell: ({ keys }) => keys.length },
        ]}
      />
    </section>
  )
}
