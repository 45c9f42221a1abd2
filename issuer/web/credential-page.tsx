import {
  Button,
  ButtonLink,
  Confirm,
  CredentialCard,
  Field,
  formatTime,
  Heading,
  Notice,
  page,
  SummaryList,
} from '#web'
import { summaryOf } from '../issue.ts'
import type { CredentialRecord } from '../records/credentials.ts'
import type { SuspensionOf } from '../records/suspensions.ts'
import type { Staff } from '../viewer.ts'
import { ENDORSEMENTS } from './endorsement-form-page.tsx'
import { consoleFrame, mayIssue } from './frame.tsx'
import { StatusMark } from './status-mark.tsx'
import { nameOf, SUSPENSIONS } from './suspensions-page.tsx'

interface CredentialPageOptions {
  staff: Staff
  flash?: string | undefined
  record: CredentialRecord
  /** How the person stands to it. */
  claim: { state: 'none' | 'open' | 'expired' | 'claimed'; at: string | null }
  /** The suspensions of what it depends on that hold it. */
  holding: readonly SuspensionOf[]
  hasStatus: boolean
  /** Shown once, after it was made: the link for a person whose address we do not have. */
  error?: string
}

/** One credential, for staff: what it says, how it stands, and what can be done about it. */
export function credentialPage(options: CredentialPageOptions): string {
  const { staff, flash, record, claim, holding, hasStatus, error } = options
  const { id, title, status } = record
  const action = `/console/credentials/${id}`
  const who = record.recipient_name ?? 'the person'
  const summary = record.signed === null ? null : summaryOf(record.signed)
  const isEndorsement = summary !== null && summary.endorsement !== null
  return page({
    ...consoleFrame(staff, '/console/credentials', flash),
    title,
    body: (
      <div class="flow">
        <Heading back={{ href: '/console/credentials', label: 'Credentials' }}>
          <bdi>{title}</bdi>
        </Heading>
        {error && <Notice tone="attention">{error}</Notice>}
        <SummaryList
          rows={[
            { label: 'State', value: <StatusMark status={status} /> },
            ...(record.status_reason ? [{ label: 'Reason', value: <bdi>{record.status_reason}</bdi> }] : []),
            ...(holding.length === 0
              ? []
              : [
                  {
                    label: 'Suspended with',
                    value: holding.map((one) => (
                      <div key={one.id}>
                        <a href={`${SUSPENSIONS}/${one.id}`}>
                          <bdi>{nameOf(one)}</bdi>
                        </a>
                      </div>
                    )),
                  },
                ]),
            ...(record.status_changed_at ? [{ label: 'Since', value: formatTime(record.status_changed_at) }] : []),
            { label: 'Issued', value: formatTime(record.issued_at ?? '') },
            {
              label: 'Sent to',
              value: record.recipient_email ? <bdi>{record.recipient_email}</bdi> : 'Nobody: no address',
            },
            { label: 'Claimed', value: claimWords(claim) },
            { label: 'Public page', value: <a href={`/badges/${id}`}>What anyone may see</a> },
            ...(record.erased_at === null
              ? [{ label: 'Issue log', value: <a href={`${action}/log-evidence`}>Evidence that it is in the log</a> }]
              : []),
          ]}
        />
        {mayIssue(staff) && record.erased_at === null && (
          <div class="actions">
            {status === 'valid' && hasStatus && (
              <StatusForm id="suspend" act="suspend" trigger="Suspend" action={action} title="Suspend this credential?">
                Verifiers will say that it does not hold for now. You can reinstate it at any time.
              </StatusForm>
            )}
            {status === 'suspended' && (
              <StatusForm
                id="reinstate"
                act="reinstate"
                trigger="Reinstate"
                action={action}
                title="Reinstate this credential?"
              >
                Verifiers will say again that it holds{holding.length > 0 && ', though what it depends on is suspended'}
                .
              </StatusForm>
            )}
            {status !== 'revoked' && hasStatus && (
              <StatusForm id="revoke" act="revoke" trigger="Revoke" action={action} title="Revoke 1 credential?">
                From then on every verifier says that {who}’s “{title}” does not hold. This cannot be undone.
              </StatusForm>
            )}
            {record.recipient_email && claim.state !== 'claimed' && status !== 'revoked' && (
              <form method="post" action={`${action}/resend`}>
                <Button variant="secondary" icon="mail">
                  Send the link again
                </Button>
              </form>
            )}
            {isEndorsement && (
              <ButtonLink href={`${ENDORSEMENTS}/${id}/download`} variant="secondary" icon="download" download>
                Download, to hand over
              </ButtonLink>
            )}
            {record.recipient_email && status === 'valid' && (
              <ButtonLink href={`${action}/record`} variant="secondary" icon="inbox">
                Put awards together in a record
              </ButtonLink>
            )}
            <Confirm
              id="erase"
              trigger="Erase personal data"
              icon="trash-2"
              title="Erase what we keep about 1 person’s credential?"
              action={`${action}/erase`}
              confirmLabel="Erase it"
            >
              <p>
                The name, the address and our copy of the credential are deleted here, and its public page goes. This
                cannot be undone. What {who} holds stays good, and its state stays in the status list.
              </p>
            </Confirm>
          </div>
        )}
        {summary && <CredentialCard summary={summary} />}
      </div>
    ),
  })
}

interface StatusFormProps {
  id: string
  act: 'revoke' | 'suspend' | 'reinstate'
  trigger: string
  title: string
  action: string
  children: preact.ComponentChildren
}

/** Asks for the reason, says what follows, and acts. */
function StatusForm({ id, act, trigger, title, action, children }: StatusFormProps) {
  return (
    <Confirm
      id={id}
      trigger={trigger}
      title={title}
      action={`${action}/status`}
      confirmLabel={trigger}
      fields={{ act }}
    >
      <p>{children}</p>
      <Field
        name={`${act}Reason`}
        label="Reason"
        hint="For your records only; it is not published"
        required={false}
        maxLength={500}
      />
    </Confirm>
  )
}

function claimWords({ state, at }: CredentialPageOptions['claim']): string {
  if (state === 'claimed') return `Taken on ${formatTime(at ?? '')}`
  if (state === 'open') return `Not yet; the link lasts until ${formatTime(at ?? '')}`
  return state === 'expired' ? 'No, and the link is too old' : 'No link was sent'
}
