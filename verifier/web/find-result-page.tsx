import { Actions, ButtonLink, EnglishText, Heading, page, translated } from '#web'
import type { EmployerView } from '../employer/employer-view.ts'
import type { FoundSkill, PeopleSearch } from '../employer/find-people.ts'
import { BlindNotice } from './blind-notice.tsx'
import { addressOf, frameOf } from './frame.ts'
import { peopleWords } from './people-words.tsx'
import { ConfirmedBy } from './shown-work.tsx'
import { WhoSaysSo } from './skill-words.tsx'

/** What was found of one person, or why nothing could be read. */
export type FoundPerson = { name: string } & ({ view: EmployerView; found: readonly FoundSkill[] } | { fault: string })

interface FindResult {
  people: readonly FoundPerson[]
  wish: PeopleSearch
  isBlind: boolean
}

/** Who shows what was looked for, in an order that says nothing of them: no score, no rank. */
export const findResultPage = translated(({ people, wish, isBlind }: FindResult): string => {
  const { found: words, compare } = peopleWords()
  const read = people.flatMap((one) => ('view' in one ? [one] : []))
  const found = read.filter((one) => one.found.length > 0)
  const others = read.filter((one) => one.found.length === 0)
  const unread = people.flatMap((one) => ('fault' in one ? [one] : []))
  return page({
    ...frameOf('/check/find', isBlind),
    title: words.title,
    body: (
      <div class="flow">
        <Heading
          lead={words.lead(
            wish.skill === '' ? (wish.target?.title ?? words.whatWasAsked) : <>“{wish.skill}”</>,
            read.length,
            unread.length,
          )}
        >
          {words.someOf(found.length, read.length)}
        </Heading>
        {isBlind && <BlindNotice openly="/check/find" how="hand in again" />}
        {found.map((one, at) => (
          <Person key={`${one.name}${at}`} name={one.name} found={one.found} />
        ))}
        {others.length > 0 && (
          <p>
            {words.nothingOf(
              others.length,
              <>
                {others.map(({ name }, at) => (
                  <span key={`${name}${at}`}>
                    {at > 0 && ', '}
                    <bdi>{name}</bdi>
                  </span>
                ))}
              </>,
            )}
          </p>
        )}
        {unread.map(({ name, fault }, at) => (
          <p key={`${name}${at}`}>{words.unread(name, <EnglishText>{fault}</EnglishText>)}</p>
        ))}
        <Actions>
          <ButtonLink href={addressOf('/check/find', isBlind)} icon="search">
            {words.lookElse}
          </ButtonLink>
          <ButtonLink href={addressOf('/check/compare', isBlind)} variant="secondary" icon="users">
            {compare.title}
          </ButtonLink>
        </Actions>
      </div>
    ),
  })
})

function Person({ name, found }: { name: string; found: readonly FoundSkill[] }) {
  return (
    <section class="flow">
      <h2>
        <bdi>{name}</bdi>
      </h2>
      <ul class="skills">
        {found.map(({ skill, credentials, work }) => (
          <li key={skill.term}>
            <h3>
              <bdi>{skill.name}</bdi>
              {skill.level && `: ${skill.level}`}
            </h3>
            {credentials.map((by) => (
              <p key={by.item} class="skill-marks">
                <span>
                  <bdi>{by.title}</bdi>
                </span>
                <WhoSaysSo
                  state={by === skill.by ? skill.state : (skill.weighed.get(by.item)?.state ?? 'unknown')}
                  by={by}
                />
              </p>
            ))}
            {work.map((one) => (
              <p key={one.item} class="skill-marks">
                <span>
                  <bdi>{one.title}</bdi>
                </span>
                <ConfirmedBy work={one} />
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
