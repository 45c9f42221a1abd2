import type { Passkey } from '#storage'
import {
  Actions,
  Button,
  ButtonLink,
  Confirm,
  ErrorSummary,
  Field,
  formatDate,
  Heading,
  NationChoice,
  PasskeyButton,
  page,
  SummaryList,
  translated,
} from '#web'
import type { Person } from '../records/person.ts'
import { accountWords } from './account-words.ts'
import { frameOf, PUBLIC } from './frame.ts'
import { nameFaults } from './sign-in-words.ts'

interface AccountPage {
  person: Person
  passkeys: readonly Passkey[]
  credentials: number
  openShares: number
  /** What is wrong with the name that was given. */
  fault?: { value: string; why: keyof typeof nameFaults.en }
  flash?: string | undefined
}

/** A person's account: their name, their ways in, a copy of everything, and the way out. */
export const accountPage = translated((view: AccountPage): string => {
  const { person, passkeys, credentials, openShares, fault, flash } = view
  const words = accountWords()
  const message = fault && nameFaults()[fault.why]
  return page({
    ...frameOf(person, '/account'),
    title: words.title,
    flash,
    hasErrors: fault !== undefined,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={message === undefined ? [] : [{ field: 'name', message }]} />
        <Heading>{words.title}</Heading>
        <SummaryList
          rows={[
            { label: words.email, value: <bdi>{person.email}</bdi> },
            { label: words.since, value: formatDate(person.createdAt) },
          ]}
        />
        <form class="flow" method="post" action="/account/name" novalidate>
          <Field
            name="name"
            label={words.name}
            hint={words.nameHint}
            autocomplete="name"
            width="medium"
            maxLength={100}
            value={fault?.value ?? person.name ?? ''}
            error={message}
          />
          <Button variant="secondary">{words.saveName}</Button>
        </form>
        <Passkeys passkeys={passkeys} />
        <section class="flow">
          <h2>{words.levels}</h2>
          <p>{words.levelsAbout}</p>
          <NationChoice action="/account" />
        </section>
        <section class="flow">
          <h2>{words.help}</h2>
          <p>{words.helpAbout}</p>
          <Actions>
            <ButtonLink href="/helpers" variant="secondary">
              {words.invite}
            </ButtonLink>
          </Actions>
        </section>
        <section class="flow">
          <h2>{words.take}</h2>
          <p>{credentials === 0 ? words.takeNothing : words.takeAll(credentials)}</p>
          <Actions>
            <form method="post" action="/export">
              <Button variant="secondary" icon="download">
                {words.saveAll}
              </Button>
            </form>
            <ButtonLink href="/export" variant="quiet">
              {words.otherForm}
            </ButtonLink>
          </Actions>
        </section>
        <section class="flow">
          <h2>{words.delete}</h2>
          <p>{words.deleteAbout}</p>
          <Confirm
            id="delete-account"
            trigger={words.deleteMine}
            icon="trash-2"
            title={words.deleteQuestion(credentials)}
            action="/account/delete"
            confirmLabel={words.deleteAll}
          >
            <p>
              {words.deleteMeans} {openShares > 0 && words.sharesStop(openShares)}
            </p>
            <p>{words.staysOut}</p>
          </Confirm>
        </section>
      </div>
    ),
  })
})

function Passkeys({ passkeys }: { passkeys: readonly Passkey[] }) {
  const words = accountWords()
  return (
    <section class="flow">
      <h2>{words.passkeys}</h2>
      <p>{words.passkeysAbout}</p>
      {passkeys.length > 0 && (
        <SummaryList
          rows={passkeys.map(({ id, name, lastUsedAt }) => ({
            label: name,
            value: lastUsedAt === null ? words.notUsed : words.lastUsed(formatDate(lastUsedAt)),
            action: (
              <Confirm
                id={`remove-${id}`}
                trigger={words.remove}
                title={words.removeQuestion}
                action={`/account/passkeys/${id}/delete`}
                confirmLabel={words.removeIt}
              >
                <p>{words.removeMeans}</p>
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
        label={words.addPasskey}
      />
      <noscript>
        <p class="soft">{words.needsScripts}</p>
      </noscript>
    </section>
  )
}

/** What is said once, after everything is gone. */
export const deletedPage = translated((): string => {
  const words = accountWords()
  return page({
    ...PUBLIC,
    title: words.deleted,
    body: (
      <div class="narrow flow">
        <Heading lead={words.deletedLead}>{words.deleted}</Heading>
        <p>{words.stayedOut}</p>
        <p>
          <a href="/">{words.first}</a>
        </p>
      </div>
    ),
  })
})
