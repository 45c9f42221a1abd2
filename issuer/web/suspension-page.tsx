import { Choices, Confirm, count, formatTime, Heading, Notice, Progress, page, SummaryList } from '#web'
import { AT_WORK, type countReleasable, type SuspensionOf } from '../records/suspensions.ts'
import type { Staff } from '../viewer.ts'
import { consoleFrame, mayIssue } from './frame.tsx'
import { KINDS, nameOf, SUSPENSIONS } from './suspensions-page.tsx'

interface SuspensionPageOptions {
  staff: Staff
  flash?: string | undefined
  suspension: SuspensionOf
  /** What lifting it would reinstate. */
  releasable: Awaited<ReturnType<typeof countReleasable>>
  refusal?: string
}

const HEADINGS: Record<SuspensionOf['state'], string> = {
  suspending: 'Suspending',
  tellingSuspended: 'Suspending',
  suspended: 'Suspended',
  lifting: 'Lifting the suspension',
  tellingLifted: 'Lifting the suspension',
  lifted: 'Suspension lifted',
}

const LABELS: Record<SuspensionOf['state'], string> = {
  suspending: 'Credentials are being suspended. You may leave this page; the work goes on.',
  tellingSuspended: 'All are suspended. Learners are being told; the work goes on without you.',
  suspended: 'All that depends on it is suspended.',
  lifting: 'Credentials are being reinstated. You may leave this page; the work goes on.',
  tellingLifted: 'All are reinstated. Learners are being told; the work goes on without you.',
  lifted: 'What this had suspended is reinstated.',
}

/** A suspension: how far it is, or that it stands, and how to lift it. It survives a reload. */
export function suspensionPage({ staff, flash, suspension, releasable, refusal }: SuspensionPageOptions): string {
  const { id, state, kind, done, total } = suspension
  const isAtWork = AT_WORK.includes(state)
  return page({
    ...consoleFrame(staff, '/console/credentials', flash),
    title: HEADINGS[state],
    hasErrors: refusal !== undefined,
    body: (
      <div class="flow">
        <Heading back={{ href: SUSPENSIONS, label: 'Suspend what depends on …' }}>{HEADINGS[state]}</Heading>
        {refusal !== undefined && (
          <Notice tone="attention" title="Nothing was done" announce>
            {refusal}
          </Notice>
        )}
        <Progress
          label={LABELS[state]}
          done={done}
          total={total}
          state={isAtWork ? 'running' : 'done'}
          noun="credential"
          pollUrl={`${SUSPENSIONS}/${id}/progress`}
          refreshHref={`${SUSPENSIONS}/${id}`}
        />
        <SummaryList
          rows={[
            { label: KINDS[kind], value: <bdi>{nameOf(suspension)}</bdi> },
            { label: 'Since', value: formatTime(suspension.created_at) },
            ...(suspension.lifted_at === null ? [] : [{ label: 'Lifted', value: formatTime(suspension.lifted_at) }]),
            { label: 'Reason', value: <bdi>{suspension.reason}</bdi> },
            {
              label: 'Reason for the public',
              value: suspension.public_reason === null ? 'None was given' : <bdi>{suspension.public_reason}</bdi>,
            },
          ]}
        />
        {state === 'suspended' && mayIssue(staff) && <Lift id={id} releasable={releasable} />}
      </div>
    ),
  })
}

function Lift({ id, releasable }: Pick<SuspensionPageOptions, 'releasable'> & { id: string }) {
  const { credentials, held, addresses } = releasable
  return (
    <Confirm
      id="lift"
      trigger="Lift this suspension"
      title={`Reinstate ${count(credentials, 'credential')}?`}
      action={`${SUSPENSIONS}/${id}/lift`}
      confirmLabel="Lift it"
      fields={{ credentials: String(credentials) }}
    >
      <p>
        Verifiers will say again that they hold, and what depends on it can be awarded again. What was suspended or
        revoked for another reason stays as it is.
        {held > 0 && ` ${count(held, 'credential')} stay suspended with something else.`}
      </p>
      <Choices
        name="tell"
        legend="Tell the learners?"
        type="checkbox"
        options={[{ value: 'yes', label: `Send one message to each of ${count(addresses, 'learner')}`, checked: true }]}
      />
    </Confirm>
  )
}
