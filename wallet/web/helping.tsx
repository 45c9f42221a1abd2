import { Button, ErrorSummary, Field, formatTime, Heading, Notice, page } from '#web'
import type { HelpSession } from '../records/help.ts'
import type { HelpArea, Person } from '../records/person.ts'
import { frameOf, HELPING, holderName, PUBLIC } from './frame.ts'
import { durationOf, HELP_WORDS, NEVER } from './help-words.ts'

/** What somebody is invited to help with, before they say yes. */
export function invitationPage(view: {
  session: HelpSession
  owner: Person
  token: string
  name?: string
  fault?: string
}): string {
  const { session, owner, token, name = '', fault } = view
  return page({
    ...PUBLIC,
    title: 'Will you help?',
    hasErrors: fault !== undefined,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={fault === undefined ? [] : [{ field: 'name', message: fault }]} />
        <Heading
          lead={
            <>
              You are invited to help <bdi>{holderName(owner)}</bdi> with their Skills Passport, for{' '}
              {durationOf(session.minutes)}. You need no account and no password.
            </>
          }
        >
          Will you help?
        </Heading>
        <section class="flow">
          <h2>What you may do</h2>
          <Areas may={session.may} />
          <p>You cannot {NEVER}.</p>
        </section>
        <Notice title="The passport stays theirs">
          All that you do and look at is written down for them, and what you fill in is marked “Completed with help”.
          Each of you can end this at any time. The link works once.
        </Notice>
        <form class="flow" method="post" action={`/help/${token}`} novalidate>
          <Field
            name="name"
            label="Your name"
            hint="Whom you help sees it beside what you do."
            autocomplete="name"
            width="medium"
            maxLength={100}
            value={name}
            error={fault}
          />
          <Button>Begin to help</Button>
        </form>
      </div>
    ),
  })
}

/** What a helper may do now, and the way out. */
export function helpingPage({ person, flash }: { person: Person; flash: string | undefined }): string {
  const { helper } = person
  return page({
    ...frameOf(person),
    title: 'What you can help with',
    flash,
    body: (
      <div class="narrow flow">
        <Heading
          lead={
            <>
              You help <bdi>{holderName(person)}</bdi> until {formatTime(helper?.until ?? '')}. Everything in it is
              about them: ask them, and write what they say.
            </>
          }
        >
          What you can help with
        </Heading>
        <Areas may={helper?.may ?? []} isLinked />
        <p class="soft">
          You cannot {NEVER}. They see all that you do, and what you fill in is marked “Completed with help”.
        </p>
        <form method="post" action={`${HELPING}/end`}>
          <Button variant="secondary" icon="log-out">
            I have finished helping
          </Button>
        </form>
      </div>
    ),
  })
}

function Areas({ may, isLinked = false }: { may: readonly HelpArea[]; isLinked?: boolean }) {
  return (
    <ul class="lines">
      {may.map((area) => {
        const { label, may: what, href } = HELP_WORDS[area]
        return (
          <li key={area}>
            {isLinked ? <a href={href}>{label}</a> : <strong>{label}</strong>}
            <span class="soft">{what}</span>
          </li>
        )
      })}
    </ul>
  )
}

/** Said to a helper who has finished. */
export function helpedPage(): string {
  return page({
    ...PUBLIC,
    title: 'Thank you for helping',
    body: (
      <div class="narrow flow">
        <Heading lead="You are out of the passport. The link does not work any more.">Thank you for helping</Heading>
      </div>
    ),
  })
}
