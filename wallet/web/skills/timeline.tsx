import { Button, ButtonLink, count, DateText, Empty, Field, formatNumber, Heading, Pagination, page } from '#web'
import type { Timeline } from '../../read-timeline.ts'
import type { Person } from '../../records/person.ts'
import {
  byYear,
  TIMELINE_KINDS,
  TIMELINE_PLACES,
  TIMELINE_SURENESS,
  type TimelineEntry,
  type TimelinePlace,
  type TimelineWish,
} from '../../skills/timeline.ts'
import { frameOf } from '../frame.ts'
import { Unreadable } from '../unreadable.tsx'
import { Beside } from './beside.tsx'
import { Marked } from './marked.tsx'
import { SURENESS } from './sureness.ts'
import { itemKinds } from './timeline-words.ts'
import { skillAt } from './who-says.tsx'

const HERE = '/skills/timeline'

/** Of what shows many, these stand here; all are where it leads. */
const MOST_SKILLS = 6

const PLACES: Readonly<Record<TimelinePlace, string>> = {
  furtherEducation: 'Further education',
  higherEducation: 'Higher education',
  work: 'Work',
  elsewhere: 'Outside courses and work',
  notSaid: 'Not said',
}

interface TimelinePage {
  person: Person
  timeline: Timeline
  wish: TimelineWish
  /** Those that fit the wish, in their order; those of this page are shown. */
  found: readonly TimelineEntry[]
  page: number
  pages: number
  perPage: number
}

/** All that somebody learnt and did, by year, the newest first. */
export function timelinePage(view: TimelinePage): string {
  const { person, timeline, found, perPage } = view
  const { entries } = timeline
  const shown = found.slice((view.page - 1) * perPage, view.page * perPage)
  return page({
    ...frameOf(person, '/skills'),
    title: 'Your timeline',
    body: (
      <div class="flow">
        <Heading
          back={{ href: '/skills', label: 'Your skills' }}
          lead={entries.length === 0 ? undefined : 'All that you learnt and did, wherever it was. The newest is first.'}
        >
          Your timeline
        </Heading>
        <Unreadable many={timeline.unreadable} />
        {entries.length === 0 ? (
          <Empty
            title="It begins with the first thing"
            icon="hourglass"
            action={<ButtonLink href="/portfolio">Show what you did</ButtonLink>}
          >
            Certificates, courses, things that you made and answers that you gave all stand here in the order of their
            days.
          </Empty>
        ) : (
          <>
            <Wishes view={view} />
            <p>
              {found.length === entries.length
                ? `All ${count(entries.length, 'thing')} that you have.`
                : `${formatNumber(found.length)} of ${count(entries.length, 'thing')}. ${count(entries.length - found.length, 'does', 'do')} not fit what you chose. `}
              {found.length < entries.length && <a href={HERE}>Show all</a>}
            </p>
            {byYear(shown).map(([year, own]) => (
              <section key={year} class="flow">
                <h2>{year ?? 'The day is not stated'}</h2>
                <ol class="timeline">
                  {own.map((entry) => (
                    <Entry key={entry.item} entry={entry} today={timeline.today} />
                  ))}
                </ol>
              </section>
            ))}
            <Pagination page={view.page} pages={view.pages} href={(number) => hrefOf(view.wish, number)} />
          </>
        )}
        {(entries.length > 0 || timeline.notGenuine > 0) && <Beside passport={timeline} />}
      </div>
    ),
  })
}

function Wishes({ view: { wish, timeline } }: { view: TimelinePage }) {
  const { entries } = timeline
  const numbered = <T extends string>(
    all: readonly T[],
    wordsOf: (one: T) => string,
    of: (one: TimelineEntry) => T,
  ) => {
    const many = Map.groupBy(entries, of)
    return [
      { value: '', label: 'Anything' },
      ...all.map((one) => ({ value: one, label: `${wordsOf(one)} (${formatNumber(many.get(one)?.length ?? 0)})` })),
    ]
  }
  return (
    <form class="ask" method="get" action={HERE}>
      <Field
        name="kind"
        label="What it is"
        width="medium"
        value={wish.kind}
        options={numbered(
          TIMELINE_KINDS,
          (one) => itemKinds()[one],
          ({ kind }) => kind,
        )}
        either
      />
      <Field
        name="place"
        label="Where you learnt it"
        width="medium"
        value={wish.place}
        options={numbered(
          TIMELINE_PLACES,
          (one) => PLACES[one],
          ({ place }) => place,
        )}
        either
      />
      <Field
        name="sureness"
        label="Who says so"
        width="medium"
        value={wish.sureness}
        options={numbered(
          TIMELINE_SURENESS,
          (one) => SURENESS[one].words,
          ({ sureness }) => sureness,
        )}
        either
      />
      <Field name="words" label="A skill or a name" type="search" width="medium" value={wish.words} either />
      <Button variant="secondary">Show these</Button>
    </form>
  )
}

function Entry({ entry, today }: { entry: TimelineEntry; today: string }) {
  const { href, title, on, isDayOfEntry, kind, place, sureness, by, note, skills } = entry
  const { icon, words } = SURENESS[sureness]
  const isOwnWork = kind === 'work' || kind === 'answers'
  return (
    <li>
      <p class="soft">
        {on === null ? 'No day' : <DateText value={on} />}
        {isDayOfEntry && ', when you put it in'}
        {on !== null && on > today && ', still to come'}
      </p>
      <div>
        <h3>
          <a href={href}>
            <bdi>{title}</bdi>
          </a>
        </h3>
        <p>
          {by !== null && <bdi>{by}</bdi>}
          {by !== null && note !== null && ', '}
          {note !== null && <bdi>{note}</bdi>}
        </p>
        <p class="soft">
          {itemKinds()[kind]}.{place !== 'notSaid' && ` ${PLACES[place]}.`}
          {place === 'notSaid' && !isOwnWork && ' Where it was learnt is not said.'}
        </p>
        {skills.length > 0 && (
          <p class="soft">
            Shows{' '}
            {skills.slice(0, MOST_SKILLS).map(({ term, name }, index) => (
              <span key={term}>
                {index > 0 && ', '}
                <a href={skillAt(term)}>
                  <bdi>{name}</bdi>
                </a>
              </span>
            ))}
            {skills.length > MOST_SKILLS && ` and ${formatNumber(skills.length - MOST_SKILLS)} more`}
          </p>
        )}
      </div>
      <p>
        <Marked icon={icon}>{words}</Marked>
      </p>
    </li>
  )
}

/** The address of a page of what somebody wishes to see. */
function hrefOf(wish: TimelineWish, number: number): string {
  const query = new URLSearchParams(Object.entries(wish).filter(([, value]) => value !== ''))
  query.set('page', String(number))
  return `${HERE}?${query}`
}
