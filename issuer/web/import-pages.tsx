import {
  Actions,
  Button,
  ButtonLink,
  Confirm,
  count,
  ErrorSummary,
  Field,
  type FormError,
  formatDate,
  Heading,
  Notice,
  Pagination,
  Progress,
  page,
  Steps,
  Table,
} from '#web'
import { FIELD_NAMES, FIELDS } from '../import/columns.ts'
import type { Linted, RowProblem } from '../import/lint.ts'
import type { OpenBatch } from '../import-results.ts'
import type { Staff } from '../viewer.ts'
import { consoleFrame } from './frame.tsx'
import { IMPORTS } from './imports-page.tsx'

const STEPS = ['Upload', 'Columns', 'Check', 'Award']
const PROBLEMS_A_PAGE = 50
const SAMPLES = 3

interface Frame {
  staff: Staff
  open: OpenBatch
  flash?: string | undefined
}

const steps = (id: string, current: number) => (
  <Steps
    current={current}
    steps={STEPS.map((label) => ({
      label,
      ...(label === 'Columns' && current === 2 ? { href: `${IMPORTS}/${id}/columns` } : {}),
    }))}
  />
)

/** Asks which column is what, with a guess. */
export function columnsPage({ staff, open, flash, errors = [] }: Frame & { errors?: readonly FormError[] }): string {
  const { batch, sheet, mapping, savedAs } = open
  const options = [
    { value: '', label: 'Not in this file' },
    ...sheet.columns.map((name) => ({ value: name, label: name })),
  ]
  const samples = sheet.rows.slice(0, SAMPLES)
  return page({
    ...consoleFrame(staff, IMPORTS, flash),
    title: 'Which column is what?',
    hasErrors: errors.length > 0,
    body: (
      <div class="flow">
        {steps(batch.id, 1)}
        <ErrorSummary errors={errors} />
        <Heading
          back={{ href: IMPORTS, label: 'Import results' }}
          lead={
            savedAs === undefined
              ? 'We guessed from the names of the columns. Put right what is wrong.'
              : `Filled in as you saved it under “${savedAs}”.`
          }
        >
          Which column is what?
        </Heading>
        <form class="narrow flow" method="post" action={`${IMPORTS}/${batch.id}/columns`} novalidate>
          {FIELD_NAMES.map((name) => (
            <Field
              key={name}
              name={name}
              label={FIELDS[name]}
              value={mapping.columns[name] ?? ''}
              options={options}
              error={errors.find(({ field }) => field === name)?.message}
            />
          ))}
          <Field
            name="sameDate"
            label="One date for all rows"
            hint="Where no column holds the date"
            type="date"
            width="medium"
            required={false}
            value={mapping.awardedOn}
            error={errors.find(({ field }) => field === 'sameDate')?.message}
          />
          <Field
            name="saveAs"
            label="Remember this as"
            hint="Next time a file with these columns comes, they are filled in"
            required={false}
            value={savedAs ?? 'Results export'}
            maxLength={100}
          />
          <Button>Check the rows</Button>
        </form>
        <section class="flow">
          <h2>The first rows of the file</h2>
          <Table
            caption={`First ${count(samples.length, 'row')} of ${batch.fileName}`}
            rows={samples}
            rowKey={({ row }) => String(row)}
            columns={sheet.columns.slice(0, 12).map((label, index) => ({
              key: label,
              label,
              cell: ({ cells }: (typeof samples)[number]) => <bdi>{cells[index] ?? ''}</bdi>,
            }))}
          />
        </section>
      </div>
    ),
  })
}

/** What would be awarded, and every row that cannot be, before anything is signed. */
export function previewPage({ staff, open, flash, linted, at }: Frame & { linted: Linted; at: number }): string {
  const { batch, achievement } = open
  const { good, badRows } = linted
  return page({
    ...consoleFrame(staff, IMPORTS, flash),
    title: 'Check before you award',
    body: (
      <div class="flow">
        {steps(batch.id, 2)}
        <Heading
          back={{ href: `${IMPORTS}/${batch.id}/columns`, label: 'Columns' }}
          lead={`${count(good.length, 'row')} can be awarded, ${count(badRows, 'row')} cannot. Nothing has been signed yet.`}
        >
          Check before you award
        </Heading>
        {good.length === 0 ? (
          <Notice tone="attention" title="No row can be awarded">
            Put the rows right in your file and upload it again, or choose other columns.
          </Notice>
        ) : (
          <Confirm
            id="award"
            primary
            trigger={`Award to ${count(good.length, 'person', 'people')}`}
            icon="badge-check"
            title={`Award “${achievement.body.name}” to ${count(good.length, 'person', 'people')}?`}
            action={`${IMPORTS}/${batch.id}/award`}
            confirmLabel={`Sign ${count(good.length, 'credential')}`}
          >
            <p>
              Each is signed and offered to its person by e-mail. A credential can be revoked later; a message that was
              sent cannot be called back.
            </p>
          </Confirm>
        )}
        {badRows > 0 && (
          <Problems problems={linted.problems} batchId={batch.id} at={at} path={`${IMPORTS}/${batch.id}`} />
        )}
        {good.length > 0 && (
          <section class="flow">
            <h2>What will be awarded</h2>
            <Table
              caption={`The first ${Math.min(10, good.length)} of ${count(good.length, 'row')}`}
              rows={good.slice(0, 10)}
              rowKey={({ row }) => String(row)}
              columns={[
                { key: 'row', label: 'Row', numeric: true, cell: ({ row }) => row },
                { key: 'name', label: 'Name', cell: ({ recipient }) => <bdi>{recipient.name}</bdi> },
                { key: 'email', label: 'E-mail', cell: ({ recipient }) => <bdi>{recipient.email ?? 'None'}</bdi> },
                { key: 'date', label: 'Date', cell: ({ recipient }) => formatDate(recipient.awardedOn) },
                { key: 'grade', label: 'Grade', cell: ({ recipient }) => recipient.grade ?? 'None' },
              ]}
            />
          </section>
        )}
        <Confirm
          id="discard"
          trigger="Discard this upload"
          icon="trash-2"
          title="Discard this upload?"
          action={`${IMPORTS}/${batch.id}/discard`}
          confirmLabel="Discard it"
        >
          <p>Nothing was signed. The file is deleted here; yours stays where it is.</p>
        </Confirm>
      </div>
    ),
  })
}

/** A batch that is being awarded, or was. It survives a reload, and goes on without anyone looking. */
export function progressPage({ staff, open, flash, linted, at }: Frame & { linted: Linted; at: number }): string {
  const { batch, achievement } = open
  const { failures, done, total, state } = batch
  const isDone = state === 'done'
  const issued = done - failures.length
  const problems = [
    ...linted.problems,
    ...failures.map(({ row, reason }) => ({ row, column: 'Signing', reason, remedy: 'Upload this row again.' })),
  ].sort((a, b) => a.row - b.row)
  return page({
    ...consoleFrame(staff, IMPORTS, flash),
    title: isDone ? 'Awarded' : 'Awarding',
    body: (
      <div class="flow">
        {steps(batch.id, 3)}
        <Heading back={{ href: IMPORTS, label: 'Import results' }} lead={<bdi>{achievement.body.name}</bdi>}>
          {isDone ? `${count(issued, 'credential')} issued` : 'Awarding'}
        </Heading>
        <Progress
          label={isDone ? 'All rows that could be awarded have been.' : 'You may leave this page; the work goes on.'}
          done={done}
          total={total}
          state={isDone ? 'done' : 'running'}
          noun="row"
          pollUrl={`${IMPORTS}/${batch.id}/progress`}
          refreshHref={`${IMPORTS}/${batch.id}`}
        />
        {isDone && (
          <Actions>
            <ButtonLink href={`/console/credentials?batch=${batch.id}`}>See these credentials</ButtonLink>
            <ButtonLink href={IMPORTS} variant="secondary">
              Import another file
            </ButtonLink>
          </Actions>
        )}
        {open.erased.length > 0 && (
          <Table
            caption={`${count(open.erased.length, 'row')} erased`}
            rows={open.erased.slice(0, PROBLEMS_A_PAGE)}
            rowKey={String}
            columns={[
              { key: 'row', label: 'Row', numeric: true, cell: (row) => row },
              { key: 'person', label: 'Person', cell: () => 'erased' },
            ]}
          />
        )}
        {problems.length > 0 && (
          <Problems problems={problems} batchId={batch.id} at={at} path={`${IMPORTS}/${batch.id}`} />
        )}
      </div>
    ),
  })
}

function Problems({
  problems,
  batchId,
  at,
  path,
}: {
  problems: readonly RowProblem[]
  batchId: string
  at: number
  path: string
}) {
  const pages = Math.ceil(problems.length / PROBLEMS_A_PAGE)
  const shown = problems.slice((at - 1) * PROBLEMS_A_PAGE, at * PROBLEMS_A_PAGE)
  return (
    <section class="flow">
      <h2>What is not awarded</h2>
      <p>Rows are counted as your spreadsheet shows them. Put them right in your file and upload it again.</p>
      <Actions>
        <ButtonLink href={`${IMPORTS}/${batchId}/not-awarded.csv`} variant="secondary" icon="download" download>
          Download these rows
        </ButtonLink>
      </Actions>
      <Table
        caption={`${count(problems.length, 'problem')} found`}
        rows={shown}
        rowKey={({ row, column, reason }) => `${row} ${column} ${reason}`}
        columns={[
          { key: 'row', label: 'Row', numeric: true, cell: ({ row }) => row },
          { key: 'column', label: 'Column', cell: ({ column }) => <bdi>{column}</bdi> },
          { key: 'reason', label: 'What is wrong', cell: ({ reason }) => <bdi>{reason}</bdi> },
          { key: 'remedy', label: 'What to do', cell: ({ remedy }) => remedy },
        ]}
      />
      <Pagination page={at} pages={pages} href={(number) => `${path}?page=${number}`} />
    </section>
  )
}
