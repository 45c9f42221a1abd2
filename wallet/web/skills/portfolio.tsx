import { ButtonLink, count, Empty, Heading, page } from '#web'
import { confirmedNow, type PortfolioEntry } from '../../portfolio.ts'
import type { Person } from '../../records/person.ts'
import { backOf, frameOf } from '../frame.ts'
import { ITEM_TYPES } from './portfolio-words.ts'
import { selfWords } from './self-words.ts'

/** What a person made or did. */
export function portfolioPage(view: {
  person: Person
  entries: readonly PortfolioEntry[]
  flash: string | undefined
}): string {
  const { person, entries, flash } = view
  const add = (
    <ButtonLink href="/portfolio/new" icon="plus">
      Add something
    </ButtonLink>
  )
  return page({
    ...frameOf(person, '/skills'),
    title: 'Your portfolio',
    flash,
    body: (
      <div class="flow">
        <Heading
          back={backOf(person)}
          lead="Things that you made or did, at work, at home or in a team. Others can confirm them."
          actions={entries.length > 0 && add}
        >
          Your portfolio
        </Heading>
        {entries.length === 0 ? (
          <Empty title="Show what you did" icon="file-check" action={add}>
            A repaired bike, a meal for sixty, a web page, a shift that you led: it all shows what you can do. Add a
            photo or a file, and ask someone who saw it to confirm it.
          </Empty>
        ) : (
          <ul class="lines">
            {entries.map((entry) => (
              <li key={entry.name}>
                <span>
                  <a href={`/portfolio/${entry.name}`}>
                    <bdi>{entry.item.title}</bdi>
                  </a>{' '}
                  <span class="soft">{ITEM_TYPES[entry.item.type]}</span>
                </span>
                <span class="soft">{standingOf(entry)}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    ),
  })
}

function standingOf(entry: PortfolioEntry): string {
  const good = confirmedNow(entry).length
  const standing = good === 0 ? selfWords().ownWord : `Confirmed by ${count(good, 'person', 'people')}`
  return entry.withHelp ? `${standing}. ${selfWords().withHelp}` : standing
}
