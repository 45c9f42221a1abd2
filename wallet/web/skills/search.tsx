import { LEARNING_SOURCES } from '#credential'
import type { SkillClass } from '#skills'
import { ASSURANCE_STEPS } from '#trust'
import {
  assurances,
  Button,
  ButtonLink,
  count,
  Empty,
  Field,
  formatNumber,
  Heading,
  learningSources,
  Pagination,
  page,
} from '#web'
import type { Person } from '../../records/person.ts'
import type { Found, SearchResult, SkillSearch } from '../../skills/search.ts'
import { frameOf } from '../frame.ts'
import { within } from './self-words.ts'
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
export function searchPage(view: SearchPage): string {
  const { person, wish, result, shown } = view
  return page({
    ...frameOf(person, '/skills'),
    title: 'Search your skills',
    body: (
      <div class="flow">
        <Heading
          back={{ href: '/skills', label: 'Your skills' }}
          lead="Skills, behaviours, certificates and things that you did, wherever they come from."
        >
          Search your skills
        </Heading>
        <Question view={view} />
        {result.all === 0 ? (
          <Empty
            title="There is nothing to search yet"
            icon="search"
            action={<ButtonLink href="/skills/self-assessment">Say what you can do</ButtonLink>}
          >
            What you can do stands here as soon as something shows it, or you say so.
          </Empty>
        ) : (
          <>
            <Counts wish={wish} result={result} />
            <h2 class="unseen">What was found</h2>
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
}

function Question({ view: { wish, classes } }: { view: SearchPage }) {
  const any = (label: string) => ({ value: '', label })
  return (
    <form class="ask" method="get" action={HERE}>
      <Field
        name="words"
        label="A skill, a behaviour or a name"
        type="search"
        width="medium"
        value={wish.words}
        either
      />
      <Field
        name="source"
        label="Where you learnt it"
        width="medium"
        value={wish.source}
        options={[any('Anywhere'), ...LEARNING_SOURCES.map((value) => ({ value, label: learningSources[value] }))]}
        either
      />
      <Field
        name="class"
        label="Kind of skill"
        width="medium"
        value={wish.class}
        options={[any('Any kind'), ...classes.map(({ id, name }) => ({ value: id, label: name }))]}
        either
      />
      <Field
        name="assurance"
        label="At least"
        width="medium"
        value={wish.assurance}
        options={[
          any('Anyone’s word'),
          ...ASSURANCE_STEPS.slice(1).map((value) => ({ value, label: inCapital(assurances[value]) })),
        ]}
        either
      />
      <Button variant="secondary" icon="search">
        Search
      </Button>
    </form>
  )
}

/** How many there are, and how many were left out and why. */
function Counts({ wish, result: { found, holdWords, notTold, all } }: { wish: SkillSearch; result: SearchResult }) {
  const isAll = found.length === all
  const hidden = holdWords - found.length - notTold
  return (
    <p role="status">
      {isAll ? `All ${count(all, 'thing')} that you have.` : `${formatNumber(found.length)} of ${count(all, 'thing')}.`}
      {hidden > 0 &&
        ` ${formatNumber(hidden)} more ${wish.words === '' ? '' : hidden === 1 ? 'holds these words and ' : 'hold these words and '}${hidden === 1 ? 'does' : 'do'} not fit the rest of what you chose.`}
      {notTold > 0 && ` Of ${formatNumber(notTold)} more nobody can tell how sure it is.`}{' '}
      {!isAll && <a href={HERE}>Show all</a>}
    </p>
  )
}

function Result({ found: { skill, shownBy, left } }: { found: Found }) {
  const [best] = shownBy
  if (best === undefined) return null
  const next = nextOf(best)
  const more = shownBy.length - MOST_SHOWN
  return (
    <li>
      <h3>
        <a href={skill === null ? best.href : skillAt(skill.term)}>
          <bdi>{skill?.name ?? best.title}</bdi>
        </a>
      </h3>
      {skill === null && <p class="soft">It names no skill.</p>}
      <ul class="showings">
        {shownBy.slice(0, MOST_SHOWN).map((one) => (
          <li key={one.item}>
            {skill !== null && (
              <a href={one.href}>
                <bdi>{one.title}</bdi>
              </a>
            )}{' '}
            <span class="soft">
              {itemKinds()[one.kind]}
              {one.source !== 'notSaid' && `, ${within(learningSources[one.source])}`}
            </span>
            <br />
            {showingSentence(skill?.name ?? one.title, one)}
          </li>
        ))}
      </ul>
      {more > 0 && <p class="soft">and {count(more, 'more that fits', 'more that fit')}</p>}
      {left > 0 && <p class="soft">{count(left, 'more shows it and does not fit', 'more show it and do not fit')}</p>}
      <p>
        Next: <a href={next.href}>{next.label}</a>
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
