import {
  Actions,
  Button,
  ButtonLink,
  Choices,
  count,
  ErrorSummary,
  Field,
  type FormError,
  formatDate,
  Heading,
  Notice,
  page,
  SummaryList,
  Table,
} from '#web'
import { KIND_NAMES } from '../dependencies.ts'
import type { CredentialRecord } from '../records/credentials.ts'
import type { DependencyRecord } from '../records/dependencies.ts'
import type { Affected } from '../records/suspensions.ts'
import type { Staff } from '../viewer.ts'
import { consoleFrame } from './frame.tsx'
import { KINDS, nameOf, SUSPENSIONS } from './suspensions-page.tsx'

export interface SuspendForm {
  reason: string
  publicReason: string
  tell: boolean
}

interface SuspendPageOptions {
  staff: Staff
  dependency: DependencyRecord
  affected: Affected
  sample: readonly CredentialRecord[]
  form: SuspendForm
  errors?: readonly FormError[]
  /** Why it was not done just now. */
  refusal?: string
}

/** What exactly would be suspended, and the form that does it. */
export function suspendPage(options: SuspendPageOptions): string {
  const { staff, dependency, affected, sample, form, errors = [], refusal } = options
  const error = (name: string) => errors.find(({ field }) => field === name)?.message
  const { credentials, learners, addresses } = affected
  const what = KIND_NAMES[dependency.kind]
  return page({
    ...consoleFrame(staff, '/console/credentials'),
    title: `Suspend what depends on this ${what}`,
    hasErrors: errors.length > 0 || refusal !== undefined,
    body: (
      <div class="flow">
        <ErrorSummary errors={errors} />
        <Heading back={{ href: SUSPENSIONS, label: 'Suspend what depends on …' }} lead={countedWords(affected)}>
          Suspend what depends on this {what}
        </Heading>
        {refusal !== undefined && (
          <Notice tone="attention" title="Nothing was done" announce>
            {refusal}
          </Notice>
        )}
        <SummaryList
          rows={[
            { label: KINDS[dependency.kind], value: <bdi>{nameOf(dependency)}</bdi> },
            { label: 'Would be suspended', value: count(credentials, 'credential') },
            { label: 'Learners', value: count(learners, 'learner') },
            ...others(affected).map(([label, number]) => ({ label, value: count(number, 'credential') })),
          ]}
        />
        {sample.length > 0 && (
          <Table
            caption={`The ${sample.length < credentials ? `newest ${sample.length} of ` : ''}${count(credentials, 'credential')}`}
            rows={sample}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'who',
                label: 'To',
                cell: ({ id, recipient_name, erased_at }) => (
                  <a href={`/console/credentials/${id}`}>
                    <bdi>{recipient_name ?? (erased_at ? 'Erased' : 'Not named')}</bdi>
                  </a>
                ),
              },
              { key: 'what', label: 'What', cell: ({ title }) => <bdi>{title}</bdi> },
              { key: 'when', label: 'Issued', cell: ({ issued_at }) => formatDate(issued_at ?? '') },
            ]}
          />
        )}
        <form class="narrow flow" method="post" action={SUSPENSIONS} novalidate>
          <h2>Suspend {count(credentials, 'credential')}?</h2>
          <p>
            From then on every verifier says that they do not hold for now, and nothing more can be awarded that depends
            on it. You can lift it at any time: that reinstates what this suspends, and nothing else.
          </p>
          <input type="hidden" name="dependency" value={dependency.id} />
          <input type="hidden" name="credentials" value={credentials} />
          <input type="hidden" name="learners" value={learners} />
          <Field
            name="reason"
            label="Reason"
            hint="For your records only; it is not published"
            value={form.reason}
            error={error('reason')}
            rows={3}
            maxLength={500}
          />
          <Field
            name="publicReason"
            label="Reason for the public"
            hint="Shown to learners, on each badge’s public page, and in the status list to whoever checks one. Name nobody"
            value={form.publicReason}
            required={false}
            rows={2}
            maxLength={300}
          />
          <Choices
            name="tell"
            legend="Tell the learners?"
            type="checkbox"
            options={[
              {
                value: 'yes',
                label: `Send one message to each of ${count(addresses, 'learner')} whose address we have`,
                checked: form.tell,
              },
            ]}
          />
          <Actions>
            <Button variant="danger">Suspend {count(credentials, 'credential')}</Button>
            <ButtonLink href={SUSPENSIONS} variant="secondary">
              Go back
            </ButtonLink>
          </Actions>
        </form>
      </div>
    ),
  })
}

const countedWords = ({ credentials, learners }: Affected) =>
  credentials === 0
    ? 'No valid credential depends on it; suspending it only stops new awards.'
    : `${count(credentials, 'credential')} of ${count(learners, 'learner')} would be suspended.`

/** What depends on it too and would not change, or not now. */
function others({ held, suspended, revoked, withoutStatus }: Affected): [label: string, number: number][] {
  const all: [string, number][] = [
    ['Suspended with something else too, and held by this from then on', held],
    ['Left as they are: suspended one by one', suspended],
    ['Left as they are: revoked', revoked],
    ['Cannot be suspended: issued without a status', withoutStatus],
  ]
  return all.filter(([, number]) => number > 0)
}
