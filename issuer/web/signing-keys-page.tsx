import {
  Button,
  Confirm,
  count,
  ErrorSummary,
  Field,
  type FormError,
  formatTime,
  Heading,
  Notice,
  page,
  Table,
} from '#web'
import type { IssuerKey } from '../records/retired-keys.ts'
import type { Staff } from '../viewer.ts'
import { consoleFrame, mayAdminister } from './frame.tsx'

export const SIGNING_KEYS_PLACE = '/console/settings/signing-keys'

/** A report that is thought of and not made yet: which key, since when, and how many credentials it is about. */
interface Report {
  number: number
  since: Date
  reason: string
  isInUse: boolean
  before: number
  after: number
}

export interface SigningKeysPageOptions {
  staff: Staff
  flash?: string | undefined
  /** The one in use first. */
  keys: readonly [IssuerKey, ...IssuerKey[]]
  report?: Report
  /** What was entered, to be shown again. */
  entered?: { number: number; since: string; reason: string }
  errors?: readonly FormError[]
}

/** The keys with which the provider signs and signed, and taking one out of use. */
export function signingKeysPage(options: SigningKeysPageOptions): string {
  const { staff, flash, keys, report, errors = [] } = options
  const isNamedByKey = staff.issuer.didMethod === 'key'
  return page({
    ...consoleFrame(staff, '/console/settings', flash),
    title: 'Signing keys',
    hasErrors: errors.length > 0,
    body: (
      <div class="flow">
        <ErrorSummary errors={errors} />
        <Heading lead="What your provider signs with, and what it signed with before.">Signing keys</Heading>
        <p>
          <a href="/console/settings">Back to the settings</a>
        </p>
        <Table
          caption="Keys of your provider"
          rows={keys}
          rowKey={({ number }) => String(number)}
          columns={[
            { key: 'number', label: 'Key', cell: ({ number }) => number },
            { key: 'from', label: 'In use from', cell: ({ from }) => formatTime(from) },
            { key: 'until', label: 'Until', cell: ({ until }) => (until === null ? 'In use now' : formatTime(until)) },
            {
              key: 'since',
              label: 'In other hands since',
              cell: ({ compromisedSince: since }) => (since === null ? 'Not known to be' : formatTime(since)),
            },
            { key: 'reason', label: 'Reason', cell: ({ reason }) => <bdi>{reason ?? 'None given'}</bdi> },
          ]}
        />
        {isNamedByKey && (
          <Notice title="This provider is named by its key">
            <p>Its identifier (did:key) is the key itself, so another key would be another provider.</p>
          </Notice>
        )}
        {report && <ToConfirm {...report} />}
        {mayAdminister(staff) && !isNamedByKey && (
          <>
            <Rotate inUse={keys[0].number} />
            <ReportForm {...options} />
          </>
        )}
      </div>
    ),
  })
}

function Rotate({ inUse }: { inUse: number }) {
  return (
    <section class="flow">
      <h2>Sign with a new key</h2>
      <p>Change the key from time to time, and when someone who could use it leaves.</p>
      <Confirm
        id="rotate"
        trigger="Retire the key in use"
        title="Retire 1 key, and sign with a new one?"
        action={`${SIGNING_KEYS_PLACE}/rotate`}
        fields={{ number: String(inUse) }}
        confirmLabel="Retire it"
      >
        <p>What it signed stays good. It cannot be taken into use again.</p>
        <Field name="reason" id="rotate-reason" label="Why, for your own records" maxLength={500} required={false} />
      </Confirm>
    </section>
  )
}

function ReportForm({ keys, entered, errors = [] }: SigningKeysPageOptions) {
  return (
    <section class="flow narrow">
      <h2>Report that a key is in other hands</h2>
      <p>If someone may have got at a key: since when? You see what it means before anything is done.</p>
      <form class="flow" method="get" action={`${SIGNING_KEYS_PLACE}/report`} novalidate>
        <Field
          name="number"
          label="Which key"
          value={entered && String(entered.number)}
          width="medium"
          options={keys.map(({ number, until }) => ({
            value: String(number),
            label: `Key ${number}${until === null ? ', in use now' : ''}`,
          }))}
        />
        <Field
          name="since"
          label="Since when, at the earliest"
          hint="In UTC"
          value={entered?.since}
          type="datetime-local"
          width="medium"
          error={errors.find(({ field }) => field === 'since')?.message}
        />
        <Field
          name="reason"
          label="What happened, for your own records"
          value={entered?.reason}
          maxLength={500}
          required={false}
        />
        <Button variant="secondary">See what it means</Button>
      </form>
    </section>
  )
}

function ToConfirm({ number, since, reason, isInUse, before, after }: Report) {
  return (
    <Notice tone="attention" title={`If key ${number} is in other hands since ${formatTime(since)}`}>
      <ul>
        <li>{count(after, 'credential')} that it signed since then will be good no more: issue them again.</li>
        <li>
          {count(before, 'credential')} that it signed before will be good only with the evidence of your issue log,
          which your learners’ wallets keep.
        </li>
        {isInUse && <li>You sign with a new key at once, and your lists are signed anew.</li>}
      </ul>
      <Confirm
        id="report"
        trigger={`Report key ${number}`}
        title={`Report 1 key, on which ${count(before + after, 'credential')} depend?`}
        action={`${SIGNING_KEYS_PLACE}/report`}
        confirmLabel="Report it"
        fields={{ number: String(number), since: since.toISOString(), reason }}
      >
        <p>Everyone who checks can see it. This cannot be taken back.</p>
      </Confirm>
    </Notice>
  )
}
