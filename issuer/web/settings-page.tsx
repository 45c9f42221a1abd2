import {
  Button,
  Confirm,
  CopyLink,
  ErrorSummary,
  Field,
  type FormError,
  formatDate,
  Heading,
  Notice,
  PasskeyButton,
  page,
  Shortened,
  SummaryList,
  Table,
  wordsOf,
} from '#web'
import { ISSUER_TYPES } from '../create-issuer.ts'
import { identifiersOf } from '../identity.ts'
import type { ApiKey } from '../records/api-keys.ts'
import type { StaffMember } from '../records/staff.ts'
import type { Staff } from '../viewer.ts'
import { consoleFrame, mayAdminister, REGISTER_PLACE } from './frame.tsx'
import { SIGNING_KEYS_PLACE } from './signing-keys-page.tsx'

export const SETTINGS_PLACE = '/console/settings'

interface SettingsPageOptions {
  staff: Staff
  flash?: string | undefined
  people: readonly StaffMember[]
  keys: readonly ApiKey[]
  passkeys: number
  issueUrl: string
  /** A key that was made just now, to be shown this once. */
  newKey?: string
  errors?: readonly FormError[]
}

const ROLES = { admin: 'Administrator', issuer: 'Issues and revokes', viewer: 'Looks only' } as const

/** Who and what acts for the issuer. */
export function settingsPage(options: SettingsPageOptions): string {
  const { staff, flash, errors = [], newKey } = options
  const { issuer, member } = staff
  return page({
    ...consoleFrame(staff, SETTINGS_PLACE, flash),
    title: 'Settings',
    hasErrors: errors.length > 0,
    body: (
      <div class="flow">
        <ErrorSummary errors={errors} />
        <Heading lead="Your own account, and who and what acts for your provider.">Settings</Heading>
        {newKey && (
          <Notice tone="attention" title="Copy the new key now">
            <p>It is shown this once. We keep only a trace of it, and cannot show it again.</p>
            <CopyLink id="new-key" label="New API key" url={newKey} />
          </Notice>
        )}
        <section class="flow narrow">
          <h2>You</h2>
          <form class="flow" method="post" action={`${SETTINGS_PLACE}/me`} novalidate>
            <Field name="myName" label="Your name" value={member.name} autocomplete="name" maxLength={200} />
            <Field
              name="myEmail"
              label="Your e-mail address"
              type="email"
              hint="Codes to sign in are sent there"
              value={member.email ?? ''}
              autocomplete="email"
              error={errors.find(({ field }) => field === 'myEmail')?.message}
            />
            <Button variant="secondary">Save</Button>
          </form>
          <p>
            {options.passkeys === 0
              ? 'You have no passkey yet. With one you sign in without waiting for a message.'
              : `Passkeys you have: ${options.passkeys}.`}
          </p>
          <PasskeyButton
            mode="register"
            label="Add a passkey"
            optionsUrl="/passkeys/options"
            verifyUrl={`/passkeys?next=${encodeURIComponent(SETTINGS_PLACE)}`}
            next={SETTINGS_PLACE}
          />
        </section>
        <section class="flow">
          <h2>Your provider</h2>
          <SummaryList
            rows={[
              { label: 'Name', value: <bdi>{issuer.name}</bdi> },
              ...identifiersOf(issuer).map(({ type, value }) => ({ label: type, value })),
              { label: 'Signs as', value: <Shortened text={issuer.did} /> },
              {
                label: 'Signs with',
                value: (
                  <>
                    {issuer.suite}, {issuer.algorithm}. <a href={SIGNING_KEYS_PLACE}>Its keys over time</a>
                  </>
                ),
              },
              {
                label: 'Public page',
                value: <a href={`/issuers/${issuer.id}`}>What anyone may see</a>,
              },
            ]}
          />
          {mayAdminister(staff) && (
            <form class="flow narrow" method="post" action={`${SETTINGS_PLACE}/type`} novalidate>
              <Field
                name="issuerType"
                label="What kind of organisation it is"
                hint="Every award from now on says so, as your own word"
                width="medium"
                value={typeof issuer.profile.issuerType === 'string' ? issuer.profile.issuerType : ''}
                options={[
                  { value: '', label: 'Not stated' },
                  ...ISSUER_TYPES.map((value) => ({ value, label: wordsOf(value) })),
                ]}
                required={false}
              />
              <Button variant="secondary">Save</Button>
            </form>
          )}
        </section>
        <People {...options} />
        <Keys {...options} />
        <Register {...options} />
      </div>
    ),
  })
}

function People({ staff, people, errors = [] }: SettingsPageOptions) {
  return (
    <section class="flow">
      <h2>People</h2>
      <Table
        caption="Who may sign in for your provider"
        rows={people}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', label: 'Name', cell: ({ name }) => <bdi>{name}</bdi> },
          { key: 'email', label: 'E-mail', cell: ({ email }) => <bdi>{email ?? 'Not said yet'}</bdi> },
          { key: 'role', label: 'May', cell: ({ role }) => ROLES[role] },
          ...(mayAdminister(staff)
            ? [
                {
                  key: 'remove',
                  label: 'Remove',
                  cell: ({ id, name }: StaffMember) =>
                    id === staff.member.id ? (
                      'This is you'
                    ) : (
                      <Confirm
                        id={`remove-${id}`}
                        trigger={`Remove ${name}`}
                        title={`Remove 1 person, ${name}?`}
                        action={`${SETTINGS_PLACE}/people/${id}/remove`}
                        confirmLabel="Remove"
                      >
                        <p>They cannot sign in any more. What they did stays in the trail.</p>
                      </Confirm>
                    ),
                },
              ]
            : []),
        ]}
      />
      {mayAdminister(staff) && (
        <form class="flow narrow" method="post" action={`${SETTINGS_PLACE}/people`} novalidate>
          <h3>Add someone</h3>
          <Field name="personName" label="Their name" maxLength={200} autocomplete="off" />
          <Field
            name="personEmail"
            label="Their e-mail address"
            type="email"
            autocomplete="off"
            error={errors.find(({ field }) => field === 'personEmail')?.message}
          />
          <Field
            name="role"
            label="They may"
            width="medium"
            value="issuer"
            options={Object.entries(ROLES).map(([value, label]) => ({ value, label }))}
          />
          <Button variant="secondary" icon="plus">
            Add
          </Button>
        </form>
      )}
    </section>
  )
}

function Keys({ staff, keys, issueUrl }: SettingsPageOptions) {
  if (!mayAdminister(staff)) return null
  return (
    <section class="flow">
      <h2>API keys</h2>
      <p>
        With a key, a program of yours issues at <code>{issueUrl}</code>. <a href="/api">How that works</a>
      </p>
      <Table
        caption="Keys of your provider"
        rows={keys}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', label: 'Name', cell: ({ name }) => <bdi>{name}</bdi> },
          { key: 'made', label: 'Made', cell: ({ createdAt }) => formatDate(createdAt) },
          {
            key: 'state',
            label: 'State',
            cell: ({ id, name, revokedAt }) =>
              revokedAt ? (
                `Ended on ${formatDate(revokedAt)}`
              ) : (
                <Confirm
                  id={`key-${id}`}
                  trigger={`End the key “${name}”`}
                  title={`End the key “${name}”?`}
                  action={`${SETTINGS_PLACE}/keys/${id}/revoke`}
                  confirmLabel="End the key"
                >
                  <p>Programs that use it stop at once. This cannot be undone; you can make a new key.</p>
                </Confirm>
              ),
          },
        ]}
      />
      <form class="flow narrow" method="post" action={`${SETTINGS_PLACE}/keys`}>
        <Field name="keyName" label="What the new key is for" maxLength={100} />
        <Button variant="secondary" icon="key-round">
          Make a key
        </Button>
      </form>
    </section>
  )
}

function Register({ staff }: SettingsPageOptions) {
  if (!mayAdminister(staff)) return null
  return (
    <section class="flow">
      <h2>Issuers you recognise</h2>
      <p>
        For registers, regulators and awarding bodies: a signed list of who may award what, which verifiers can trust.{' '}
        <a href={REGISTER_PLACE}>
          {staff.keepsRegister ? 'Your register' : 'What a register is, and how to begin one'}
        </a>
      </p>
    </section>
  )
}
