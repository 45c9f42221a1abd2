import { Actions, ButtonLink, Confirm, count, formatDate, Heading, Notice, Progress, page, Table } from '#web'
import type { BatchRow } from '../records/batch-rows.ts'
import { consoleFrame } from './frame.tsx'
import { type ImportFrame, steps } from './import-frame.tsx'
import { IMPORTS } from './imports-page.tsx'
import { Erased, NotAwarded } from './rows.tsx'

/** A file that is being read, or whose rows are being checked. It goes on without anyone looking. */
export function workingPage({ staff, open, flash }: ImportFrame): string {
  const { id, state, fileName, done, total } = open.batch
  const title = state === 'checking' ? 'Checking the rows' : 'Reading the file'
  return page({
    ...consoleFrame(staff, IMPORTS, flash),
    title,
    body: (
      <div class="flow">
        {steps(id, state === 'checking' ? 2 : 0)}
        <Heading back={{ href: IMPORTS, label: 'Import results' }} lead={<bdi>{fileName}</bdi>}>
          {title}
        </Heading>
        <Progress
          label="Nothing is signed yet. You may leave this page; the work goes on."
          done={done}
          total={total}
          state="running"
          noun={state === 'checking' ? 'row' : 'line'}
          pollUrl={`${IMPORTS}/${id}/progress`}
          refreshHref={`${IMPORTS}/${id}`}
        />
      </div>
    ),
  })
}

/** A file that could not be read as a table. */
export function refusedPage({ staff, open, flash }: ImportFrame): string {
  const { id, fileName, refusal } = open.batch
  return page({
    ...consoleFrame(staff, IMPORTS, flash),
    title: 'This file cannot be read',
    hasErrors: true,
    body: (
      <div class="flow">
        {steps(id, 0)}
        <Heading back={{ href: IMPORTS, label: 'Import results' }} lead={<bdi>{fileName}</bdi>}>
          This file cannot be read
        </Heading>
        <Notice tone="attention" title="Nothing of it was kept">
          {refusal}
        </Notice>
        <Actions>
          <ButtonLink href={IMPORTS}>Upload another file</ButtonLink>
        </Actions>
      </div>
    ),
  })
}

interface WithRows extends ImportFrame {
  /** The rows that cannot be awarded, of this page of them. */
  bad: readonly BatchRow[]
  at: number
}

/** What would be awarded, and every row that cannot be, before anything is signed. */
export function previewPage(view: WithRows & { first: readonly BatchRow[] }): string {
  const { staff, open, flash, first, bad, at } = view
  const { batch, achievement } = open
  const { good } = batch
  return page({
    ...consoleFrame(staff, IMPORTS, flash),
    title: 'Check before you award',
    body: (
      <div class="flow">
        {steps(batch.id, 2, { toColumns: true })}
        <Heading
          back={{ href: `${IMPORTS}/${batch.id}/columns`, label: 'Columns' }}
          lead={`${count(good, 'row')} can be awarded, ${count(batch.bad, 'row')} cannot. Nothing has been signed yet.`}
        >
          Check before you award
        </Heading>
        {good === 0 ? (
          <Notice tone="attention" title="No row can be awarded">
            Put the rows right in your file and upload it again, or choose other columns.
          </Notice>
        ) : (
          <Confirm
            id="award"
            primary
            trigger={`Award to ${count(good, 'person', 'people')}`}
            icon="badge-check"
            title={`Award “${achievement.body.name}” to ${count(good, 'person', 'people')}?`}
            action={`${IMPORTS}/${batch.id}/award`}
            confirmLabel={`Sign ${count(good, 'credential')}`}
          >
            <p>
              Each is signed and offered to its person by e-mail. A credential can be revoked later; a message that was
              sent cannot be called back.
            </p>
          </Confirm>
        )}
        {batch.bad > 0 && <NotAwarded batchId={batch.id} rows={bad} total={batch.bad} at={at} />}
        {good > 0 && (
          <section class="flow">
            <h2>What will be awarded</h2>
            <Table
              caption={`The first ${first.length} of ${count(good, 'row')}`}
              rows={first.flatMap(({ row, recipient }) => (recipient === null ? [] : [{ row, recipient }]))}
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
          trigger="Discard this import"
          icon="trash-2"
          title="Discard this import?"
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
export function progressPage(view: WithRows & { erased: { rows: readonly BatchRow[]; total: number } }): string {
  const { staff, open, flash, bad, at, erased } = view
  const { batch, achievement } = open
  const { failures, done, total, state } = batch
  const isDone = state === 'done'
  const issued = done - failures.length
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
        {erased.total > 0 && <Erased {...erased} />}
        {bad.length > 0 && <NotAwarded batchId={batch.id} rows={bad} total={batch.bad + failures.length} at={at} />}
      </div>
    ),
  })
}
