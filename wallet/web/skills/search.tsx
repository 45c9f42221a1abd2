import { LEARNING_SOURCES } from '#credential'
import type { SkillClass } from '#skills'
import { ASSURANCE_STEPS } from '#trust'
import { Button, ButtonLink, Empty, Field, Heading, Pagination, page, stateWords, translated } from '#web'
import type { Person } from '../../records/person.ts'
import type { Found, SearchResult, SkillSearch } from '../../skills/search.ts'
import { frameOf } from '../frame.ts'
import { frameWords } from '../frame-words.ts'
import { searchWords } from './search-words.ts'
import { within } from './self-words.ts'
import { ShowingTitle } from './showing-title.tsx'
import { nextOf, showingSentence } from './showing-words.ts'
import { itemKinds } from './timeline-words.ts'
import { skillAt } from './who-says.tsx'

const HERE = '/skills/search'

/** What shows a skill stands here up to this many; all are on its page. */
const MOST_SHOWN = 5

interface SearchPage {
  person: Person
  wish: SkillSearch
  result: SearchResult
  /** Those of this page. */
  shown: readonly Found[]
  page: number
  pages: number
  classes: readonly SkillClass[]
}

/** Skills, and all that shows each, by words and by what somebody asks of them. The address holds the whole question. */
export const searchPage = translated((view: SearchPage): string => {
  const words = searchWords()
  const { person, wish, result, shown } = view
  return page({
    ...frameOf(person, '/skills'),
    title: words.title,
    body: (
      <div class="flow">
        <Heading back={{ href: '/skills', label: frameWords().yourSkills }} lead={words.lead}>
          {words.title}
        </Heading>
        <Question view={view} />
        {result.all === 0 ? (
          <Empty
            title={words.nothing}
            icon="search"
            action={<ButtonLink href="/skills/self-assessment">{words.sayWhatYouCanDo}</ButtonLink>}
          >
            {words.howToBegin}
          </Empty>
        ) : (
          <>
            <Counts wish={wish} result={result} />
            <h2 class="unseen">{words.found}</h2>
            <ul class="skills">
              {shown.map((found) => (
                <Result key={found.skill?.term ?? found.shownBy[0]?.item} found={found} />
              ))}
            </ul>
            <Pagination page={view.page} pages={view.pages} href={(number) => hrefOf(wish, number)} />
          </>
        )}
      </div>
    ),
  })
})

function Question({ view: { wish, classes } }: { view: SearchPage }) {
  const words = searchWords()
  const { assurances, learningSources } = stateWords()
  const any = (label: string) => ({ value: '', label })
  return (
    <form class="ask" method="get" action={HERE}>
      <Field name="words" label={words.words} type="search" width="medium" value={wish.words} either />
      <Field
        name="source"
        label={words.source}
        width="medium"
        value={wish.source}
        options={[any(words.anywhere), ...LEARNING_SOURCES.map((value) => ({ value, label: learningSources[value] }))]}
        either
      />
      <Field
        name="class"
        label={words.class}
        width="medium"
        value={wish.class}
        options={[any(words.anyKind), ...classes.map(({ id, name }) => ({ value: id, label: name }))]}
        either
      />
      <Field
        name="assurance"
        label={words.atLeast}
        width="medium"
        value={wish.assurance}
        options={[
          any(words.anyWord),
          ...ASSURANCE_STEPS.slice(1).map((value) => ({ value, label: inCapital(assurances[value]) })),
        ]}
        either
      />
      <Button variant="secondary" icon="search">
        {words.search}
      </Button>
    </form>
  )
}

/** How many there are, and how many were left out and why. */
function Counts({ wish, result: { found, holdWords, notTold, all } }: { wish: SkillSearch; result: SearchResult }) {
  const words = searchWords()
  const isAll = found.length === all
  const hidden = holdWords - found.length - notTold
  return (
    <p role="status">
      {isAll ? words.all(all) : words.some(found.length, all)}
      {hidden > 0 && ` ${wish.words === '' ? words.hidden(hidden) : words.hiddenWithWords(hidden)}`}
      {notTold > 0 && ` ${words.notTold(notTold)}`} {!isAll && <a href={HERE}>{words.showAll}</a>}
    </p>
  )
}

function Result({ found: { skill, shownBy, left } }: { found: Found }) {
  const [best] = shownBy
  if (best === undefined) return null
  const words = searchWords()
  const next = nextOf(best)
  const more = shownBy.length - MOST_SHOWN
  return (
    <li>
      <h3>
        <a href={skill === null ? best.href : skillAt(skill.term)}>
          {skill === null ? <ShowingTitle of={best} /> : <bdi>{skill.name}</bdi>}
        </a>
      </h3>
      {skill === null && <p class="soft">{words.namesNone}</p>}
      <ul class="showings">
        {shownBy.slice(0, MOST_SHOWN).map((one) => (
          <li key={one.item}>
            {skill !== null && (
              <a href={one.href}>
                <ShowingTitle of={one} />
              </a>
            )}{' '}
            <span class="soft">
              {itemKinds()[one.kind]}
              {one.source !== 'notSaid' && `, ${within(stateWords().learningSources[one.source])}`}
            </span>
            <br />
            {showingSentence(skill?.name ?? one.title, one)}
          </li>
        ))}
      </ul>
      {more > 0 && <p class="soft">{words.more(more)}</p>}
      {left > 0 && <p class="soft">{words.left(left)}</p>}
      <p>
        {words.next} <a href={next.href}>{next.label}</a>
      </p>
    </li>
  )
}

/** The address of a page of what was asked. */
function hrefOf(wish: SkillSearch, number: number): string {
  const query = new URLSearchParams(Object.entries(wish).filter(([, value]) => value !== ''))
  query.set('page', String(number))
  return `${HERE}?${query}`
}

const inCapital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
