import { Actions, ButtonLink, count, Heading, page } from '#web'
import type { EmployerView } from '../employer/employer-view.ts'
import type { FoundSkill, PeopleSearch } from '../employer/find-people.ts'
import { BlindNotice } from './blind-notice.tsx'
import { addressOf, frameOf } from './frame.ts'
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
export function findResultPage({ people, wish, isBlind }: FindResult): string {
  const read = people.flatMap((one) => ('view' in one ? [one] : []))
  const found = read.filter((one) => one.found.length > 0)
  const others = read.filter((one) => one.found.length === 0)
  const unread = people.flatMap((one) => ('fault' in one ? [one] : []))
  return page({
    ...frameOf('/check/find', isBlind),
    title: 'Who can do it',
    body: (
      <div class="flow">
        <Heading
          lead={
            <>
              {wish.skill === '' ? (wish.target?.title ?? 'What you asked for') : <>“{wish.skill}”</>}, in what{' '}
              {count(read.length, 'person', 'people')} shared.
              {unread.length > 0 && ` What ${count(unread.length, 'more')} shared could not be read.`} Their order is
              drawn from what they handed in and says nothing of them; there is no score.
            </>
          }
        >
          {found.length} of {count(read.length, 'person', 'people')}
        </Heading>
        {isBlind && <BlindNotice openly="/check/find" how="hand in again" />}
        {found.map((one, at) => (
          <Person key={`${one.name}${at}`} name={one.name} found={one.found} />
        ))}
        {others.length > 0 && (
          <p>
            {count(others.length, 'person shows', 'people show')} nothing of it here:{' '}
            {others.map(({ name }, at) => (
              <span key={`${name}${at}`}>
                {at > 0 && ', '}
                <bdi>{name}</bdi>
              </span>
            ))}
            . That does not mean that they cannot do it.
          </p>
        )}
        {unread.map(({ name, fault }, at) => (
          <p key={`${name}${at}`}>
            Of <bdi>{name}</bdi> nothing could be read. {fault}
          </p>
        ))}
        <Actions>
          <ButtonLink href={addressOf('/check/find', isBlind)} icon="search">
            Look for something else
          </ButtonLink>
          <ButtonLink href={addressOf('/check/compare', isBlind)} variant="secondary" icon="users">
            Compare two people
          </ButtonLink>
        </Actions>
      </div>
    ),
  })
}

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
