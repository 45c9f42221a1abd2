import { Button, ButtonLink, count, Empty, ErrorSummary, Field, FileDrop, formatTime, Heading, page, Table } from '#web'
import type { Achievement } from '../records/achievements.ts'
import type { listBatches } from '../records/batches.ts'
import type { Staff } from '../viewer.ts'
import { consoleFrame, mayIssue } from './frame.tsx'

export const IMPORTS = '/console/imports'

interface ImportsPageOptions {
  staff: Staff
  flash?: string | undefined
  achievements: readonly Achievement[]
  batches: Awaited<ReturnType<typeof listBatches>>
  achievementId?: string | undefined
  /** Why the file that was just sent could not be read. */
  error?: string
}

const STATES = {
  arriving: 'Arriving',
  uploaded: 'Being read',
  refused: 'Could not be read',
  read: 'Waiting for its columns',
  checking: 'Being checked',
  checked: 'Checked, not awarded yet',
  running: 'Being awarded',
  done: 'Done',
} as const

/** Uploads a file of results, and the files before it. */
export function importsPage(options: ImportsPageOptions): string {
  const { staff, flash, achievements, batches, achievementId, error } = options
  return page({
    ...consoleFrame(staff, IMPORTS, flash),
    title: 'Import results',
    hasErrors: error !== undefined,
    body: (
      <div class="flow">
        <ErrorSummary errors={error === undefined ? [] : [{ field: 'file', message: error }]} />
        <Heading lead="Upload the results as your student-record system exports them. Every row is checked before anything is signed.">
          Import results
        </Heading>
        {!mayIssue(staff) ? (
          <p>Your account may only look. Someone who may issue can import results.</p>
        ) : achievements.length === 0 ? (
          <Empty
            title="Describe an achievement first"
            action={<ButtonLink href="/console/achievements/new">Describe an achievement</ButtonLink>}
          >
            A file of results awards one achievement to many people.
          </Empty>
        ) : (
          <form class="narrow flow" method="post" action={IMPORTS} encType="multipart/form-data">
            <Field
              name="achievement"
              label="What is awarded"
              value={achievementId}
              options={achievements.map(({ id, body }) => ({ value: id, label: body.name }))}
            />
            <FileDrop
              name="file"
              label="CSV file"
              hint="Commas, semicolons or tabs. Up to 50,000 rows and 20 MiB, in UTF-8."
              accept=".csv,text/csv,.txt,text/plain"
              error={error}
            />
            <Button icon="upload">Upload and check</Button>
          </form>
        )}
        {batches.length > 0 && (
          <section class="flow">
            <h2>Earlier imports</h2>
            <Table
              caption="Earlier imports, newest first"
              rows={batches}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'file',
                  label: 'File',
                  cell: ({ id, file_name }) => (
                    <a href={`${IMPORTS}/${id}`}>
                      <bdi>{file_name}</bdi>
                    </a>
                  ),
                },
                { key: 'when', label: 'Uploaded', cell: ({ created_at }) => formatTime(created_at) },
                { key: 'state', label: 'State', cell: ({ state }) => STATES[state] },
                {
                  key: 'done',
                  label: 'Awarded',
                  cell: ({ state, done, total }) =>
                    state === 'running' || state === 'done' ? `${count(done, 'row')} of ${total}` : 'None yet',
                },
              ]}
            />
          </section>
        )}
      </div>
    ),
  })
}
