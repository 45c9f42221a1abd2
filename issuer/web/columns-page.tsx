import { Button, count, ErrorSummary, Field, type FormError, Heading, page, Table } from '#web'
import { FIELD_NAMES, FIELDS } from '../import/columns.ts'
import type { Row } from '../import/read-csv.ts'
import { consoleFrame } from './frame.tsx'
import { type ImportFrame, steps } from './import-frame.tsx'
import { IMPORTS } from './imports-page.tsx'

interface ColumnsPage extends ImportFrame {
  /** The first rows of the file. */
  samples: readonly Row[]
  errors?: readonly FormError[]
}

/** Asks which column is what, with a guess. */
export function columnsPage({ staff, open, flash, samples, errors = [] }: ColumnsPage): string {
  const { batch, mapping, savedAs } = open
  const options = [
    { value: '', label: 'Not in this file' },
    ...batch.columns.map((name) => ({ value: name, label: name })),
  ]
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
            columns={batch.columns.slice(0, 12).map((label, index) => ({
              key: label,
              label,
              cell: ({ cells }: Row) => <bdi>{cells[index] ?? ''}</bdi>,
            }))}
          />
        </section>
      </div>
    ),
  })
}
