import type { Passkey } from '#storage'
import {
  Actions,
  Button,
  ButtonLink,
  Confirm,
  count,
  ErrorSummary,
  Field,
  formatDate,
  Heading,
  NationChoice,
  PasskeyButton,
  page,
  SummaryList,
} from '#web'
import type { Person } from '../records/person.ts'
import { frameOf, PUBLIC } from './frame.ts'

/** A person's account: their name, their ways in, a copy of everything, and the way out. */
export function accountPage(view: {
  person: Person
  passkeys: readonly Passkey[]
  credentials: number
  openShares: number
  fault?: { value: string; message: string }
  flash?: string | undefined
}): string {
  const { person, passkeys, credentials, openShares, fault, flash } = view
  return page({
    ...frameOf(person, '/account'),
    title: 'Your account',
    flash,
    hasErrors: fault !== undefined,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={fault === undefined ? [] : [{ field: 'name', message: fault.message }]} />
        <Heading>Your account</Heading>
        <SummaryList
          rows={[
            { label: 'E-mail address', value: <bdi>{person.email}</bdi> },
            { label: 'Here since', value: formatDate(person.createdAt) },
          ]}
        />
        <form class="flow" method="post" action="/account/name" novalidate>
          <Field
            name="name"
            label="Your name"
            hint="Only you see it here."
            autocomplete="name"
            width="medium"
            maxLength={100}
            value={fault?.value ?? person.name ?? ''}
            error={fault?.message}
          />
          <Button variant="secondary">Save the name</Button>
        </form>
        <Passkeys passkeys={passkeys} />
        <section class="flow">
          <h2>Levels of your nation</h2>
          <p>A level is shown as it is stated, and beside that as the nation that you choose knows it.</p>
          <NationChoice action="/account" />
        </section>
        <section class="flow">
          <h2>Someone to help you</h2>
          <p>Let someone you trust fill things in with you for a while. They learn no password and no code.</p>
          <Actions>
            <ButtonLink href="/helpers" variant="secondary">
              Invite someone to help
            </ButtonLink>
          </Actions>
        </section>
        <section class="flow">
          <h2>Take everything with you</h2>
          <p>
            Save {credentials === 0 ? 'all that is here' : `your ${count(credentials, 'credential')}`}, just as signed,
            and everything else of yours as a ZIP file; or choose another form, such as a PDF or a table.
          </p>
          <Actions>
            <form method="post" action="/export">
              <Button variant="secondary" icon="download">
                Save everything
              </Button>
            </form>
            <ButtonLink href="/export" variant="quiet">
              Choose another form
            </ButtonLink>
          </Actions>
        </section>
        <section class="flow">
          <h2>Delete your account</h2>
          <p>Save everything first, if you may want it again.</p>
          <Confirm
            id="delete-account"
            trigger="Delete my account"
            icon="trash-2"
            title={`Delete your account and ${count(credentials, 'credential')}?`}
            action="/account/delete"
            confirmLabel="Delete everything"
          >
            <p>
              This cannot be undone. Your credentials, your shares and the key that opens them are destroyed, and nobody
              can bring them back. {openShares > 0 && `${count(openShares, 'share link')} will stop working at once.`}
            </p>
            <p>
              Credentials that you have shared or downloaded stay with whoever has them, and still check as genuine.
            </p>
          </Confirm>
        </section>
      </div>
    ),
  })
}

function Passkeys({ passkeys }: { passkeys: readonly Passkey[] }) {
  return (
    <section class="flow">
      <h2>Passkeys</h2>
      <p>With a passkey you sign in by your finger, your face or the lock of your device. No code is needed.</p>
      {passkeys.length > 0 && (
        <SummaryList
          rows={passkeys.map(({ id, name, lastUsedAt }) => ({
            label: name,
            value: lastUsedAt === null ? 'Not used yet' : `Last used on ${formatDate(lastUsedAt)}`,
            action: (
              <Confirm
                id={`remove-${id}`}
                trigger="Remove"
                title="Remove 1 passkey?"
                action={`/account/passkeys/${id}/delete`}
                confirmLabel="Remove it"
              >
                <p>You cannot sign in with it any more. You can still sign in with a code by mail.</p>
              </Confirm>
            ),
          }))}
        />
      )}
      <PasskeyButton
        mode="register"
        optionsUrl="/passkeys/options"
        verifyUrl="/passkeys?next=%2Faccount"
        next="/account"
        label="Add a passkey"
      />
      <noscript>
        <p class="soft">To add a passkey, let this page run scripts.</p>
      </noscript>
    </section>
  )
}

/** What is said once, after everything is gone. */
export function deletedPage(): string {
  return page({
    ...PUBLIC,
    title: 'Your account is deleted',
    body: (
      <div class="narrow flow">
        <Heading lead="Your credentials, your shares and the key that opened them are gone. Your share links no longer work.">
          Your account is deleted
        </Heading>
        <p>Credentials that you had shared or downloaded stay with whoever has them, and still check as genuine.</p>
        <p>
          <a href="/">Go to the first page</a>
        </p>
      </div>
    ),
  })
}
