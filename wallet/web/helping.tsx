import { Button, ErrorSummary, Field, formatTime, Heading, Notice, page, translated } from '#web'
import type { HelpNameFault } from '../help.ts'
import type { HelpSession } from '../records/help.ts'
import type { HelpArea, Person } from '../records/person.ts'
import { frameOf, HELPING, holderName, PUBLIC } from './frame.ts'
import { HELP_PLACES, helpWords } from './help-words.ts'
import { helpingWords } from './helping-words.tsx'

/** What somebody is invited to help with, before they say yes. */
export const invitationPage = translated(
  (view: { session: HelpSession; owner: Person; token: string; name?: string; fault?: HelpNameFault }): string => {
    const { session, owner, token, name = '', fault } = view
    const words = helpingWords()
    const message = fault && words.faults[fault]
    return page({
      ...PUBLIC,
      title: words.invitation,
      hasErrors: fault !== undefined,
      body: (
        <div class="narrow flow">
          <ErrorSummary errors={message === undefined ? [] : [{ field: 'name', message }]} />
          <Heading lead={words.invited(<bdi>{holderName(owner)}</bdi>, helpWords().duration(session.minutes))}>
            {words.invitation}
          </Heading>
          <section class="flow">
            <h2>{words.may}</h2>
            <Areas may={session.may} />
            <p>{helpWords().youCannot}</p>
          </section>
          <Notice title={words.theirs}>{words.theirsText}</Notice>
          <form class="flow" method="post" action={`/help/${token}`} novalidate>
            <Field
              name="name"
              label={words.name}
              hint={words.nameHint}
              autocomplete="name"
              width="medium"
              maxLength={100}
              value={name}
              error={message}
            />
            <Button>{words.begin}</Button>
          </form>
        </div>
      ),
    })
  },
)

/** What a helper may do now, and the way out. */
export const helpingPage = translated(({ person, flash }: { person: Person; flash: string | undefined }): string => {
  const { helper } = person
  const words = helpingWords()
  return page({
    ...frameOf(person),
    title: words.title,
    flash,
    body: (
      <div class="narrow flow">
        <Heading lead={words.until(<bdi>{holderName(person)}</bdi>, formatTime(helper?.until ?? ''))}>
          {words.title}
        </Heading>
        <Areas may={helper?.may ?? []} isLinked />
        <p class="soft">{helpWords().youCannotAndTheySee}</p>
        <form method="post" action={`${HELPING}/end`}>
          <Button variant="secondary" icon="log-out">
            {words.finish}
          </Button>
        </form>
      </div>
    ),
  })
})

function Areas({ may, isLinked = false }: { may: readonly HelpArea[]; isLinked?: boolean }) {
  return (
    <ul class="lines">
      {may.map((area) => {
        const { label, may: what } = helpWords().areas[area]
        return (
          <li key={area}>
            {isLinked ? <a href={HELP_PLACES[area]}>{label}</a> : <strong>{label}</strong>}
            <span class="soft">{what}</span>
          </li>
        )
      })}
    </ul>
  )
}

/** Said to a helper who has finished. */
export const helpedPage = translated((): string => {
  const words = helpingWords()
  return page({
    ...PUBLIC,
    title: words.thanks,
    body: (
      <div class="narrow flow">
        <Heading lead={words.out}>{words.thanks}</Heading>
      </div>
    ),
  })
})
