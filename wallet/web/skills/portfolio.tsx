import { ButtonLink, Empty, Heading, page, translated } from '#web'
import { confirmedNow, type PortfolioEntry } from '../../portfolio.ts'
import type { Person } from '../../records/person.ts'
import { backOf, frameOf } from '../frame.ts'
import { portfolioWords } from './portfolio-words.ts'
import { selfWords } from './self-words.ts'

interface PortfolioPage {
  person: Person
  entries: readonly PortfolioEntry[]
  flash: string | undefined
}

/** What a person made or did. */
export const portfolioPage = translated(({ person, entries, flash }: PortfolioPage): string => {
  const words = portfolioWords()
  const add = (
    <ButtonLink href="/portfolio/new" icon="plus">
      {words.add}
    </ButtonLink>
  )
  return page({
    ...frameOf(person, '/skills'),
    title: words.title,
    flash,
    body: (
      <div class="flow">
        <Heading back={backOf(person)} lead={words.lead} actions={entries.length > 0 && add}>
          {words.title}
        </Heading>
        {entries.length === 0 ? (
          <Empty title={words.nothing} icon="file-check" action={add}>
            {words.howToBegin}
          </Empty>
        ) : (
          <ul class="lines">
            {entries.map((entry) => (
              <li key={entry.name}>
                <span>
                  <a href={`/portfolio/${entry.name}`}>
                    <bdi>{entry.item.title}</bdi>
                  </a>{' '}
                  <span class="soft">{words.types[entry.item.type]}</span>
                </span>
                <span class="soft">{standingOf(entry)}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    ),
  })
})

function standingOf(entry: PortfolioEntry): string {
  const good = confirmedNow(entry).length
  const standing = good === 0 ? selfWords().ownWord : portfolioWords().confirmedBy(good)
  return entry.withHelp ? `${standing}. ${selfWords().withHelp}` : standing
}
