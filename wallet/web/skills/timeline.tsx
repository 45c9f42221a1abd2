import { Button, ButtonLink, DateText, Empty, Field, formatNumber, Heading, Pagination, page, translated } from '#web'
import type { Timeline } from '../../read-timeline.ts'
import type { Person } from '../../records/person.ts'
import {
  byYear,
  TIMELINE_KINDS,
  TIMELINE_PLACES,
  TIMELINE_SURENESS,
  type TimelineEntry,
  type TimelineWish,
} from '../../skills/timeline.ts'
import { frameOf } from '../frame.ts'
import { frameWords } from '../frame-words.ts'
import { Beside } from './beside.tsx'
import { WhoSaysSo } from './sureness.tsx'
import { surenessWords } from './sureness-words.ts'
import { noteInWords } from './timeline-note.ts'
import { itemKinds, timelineWords } from './timeline-words.ts'
import { skillAt } from './who-says.tsx'

const HERE = '/skills/timeline'

/** Of what shows many, these stand here; all are where it leads. */
const MOST_SKILLS = 6

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
export const timelinePage = translated((view: TimelinePage): string => {
  const words = timelineWords()
  const { person, timeline, found, perPage } = view
  const { entries } = timeline
  const shown = found.slice((view.page - 1) * perPage, view.page * perPage)
  return page({
    ...frameOf(person, '/skills'),
    title: words.title,
    body: (
      <div class="flow">
        <Heading
          back={{ href: '/skills', label: frameWords().yourSkills }}
          lead={entries.length === 0 ? undefined : words.lead}
        >
          {words.title}
        </Heading>
        {entries.length === 0 ? (
          <Empty
            title={words.nothing}
            icon="hourglass"
            action={<ButtonLink href="/portfolio">{words.showWork}</ButtonLink>}
          >
            {words.whatWillStand}
          </Empty>
        ) : (
          <>
            <Wishes view={view} />
            <p>
              {found.length === entries.length
                ? words.all(entries.length)
                : words.some(found.length, entries.length, entries.length - found.length)}{' '}
              {found.length < entries.length && <a href={HERE}>{words.showAll}</a>}
            </p>
            {byYear(shown).map(([year, own]) => (
              <section key={year} class="flow">
                <h2>{year ?? words.noYear}</h2>
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
})

function Wishes({ view: { wish, timeline } }: { view: TimelinePage }) {
  const words = timelineWords()
  const { entries } = timeline
  const numbered = <T extends string>(
    all: readonly T[],
    wordsOf: (one: T) => string,
    of: (one: TimelineEntry) => T,
  ) => {
    const many = Map.groupBy(entries, of)
    return [
      { value: '', label: words.anything },
      ...all.map((one) => ({ value: one, label: `${wordsOf(one)} (${formatNumber(many.get(one)?.length ?? 0)})` })),
    ]
  }
  return (
    <form class="ask" method="get" action={HERE}>
      <Field
        name="kind"
        label={words.what}
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
        label={words.where}
        width="medium"
        value={wish.place}
        options={numbered(
          TIMELINE_PLACES,
          (one) => words.places[one],
          ({ place }) => place,
        )}
        either
      />
      <Field
        name="sureness"
        label={words.who}
        width="medium"
        value={wish.sureness}
        options={numbered(
          TIMELINE_SURENESS,
          (one) => surenessWords()[one],
          ({ sureness }) => sureness,
        )}
        either
      />
      <Field name="words" label={words.words} type="search" width="medium" value={wish.words} either />
      <Button variant="secondary">{words.show}</Button>
    </form>
  )
}

function Entry({ entry, today }: { entry: TimelineEntry; today: string }) {
  const { href, title, on, isDayOfEntry, kind, place, sureness, by, note, skills } = entry
  const words = timelineWords()
  const isOwnWork = kind === 'work' || kind === 'answers'
  return (
    <li>
      <p class="soft">
        {on === null ? words.noDay : <DateText value={on} />}
        {isDayOfEntry && words.dayOfEntry}
        {on !== null && on > today && words.toCome}
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
          {note !== null && <bdi>{noteInWords(note)}</bdi>}
        </p>
        <p class="soft">
          {itemKinds()[kind]}.{place !== 'notSaid' && ` ${words.places[place]}.`}
          {place === 'notSaid' && !isOwnWork && ` ${words.whereNotSaid}`}
        </p>
        {skills.length > 0 && (
          <p class="soft">
            {words.shows}{' '}
            {skills.slice(0, MOST_SKILLS).map(({ term, name }, index) => (
              <span key={term}>
                {index > 0 && ', '}
                <a href={skillAt(term)}>
                  <bdi>{name}</bdi>
                </a>
              </span>
            ))}
            {skills.length > MOST_SKILLS && ` ${words.andMore(skills.length - MOST_SKILLS)}`}
          </p>
        )}
      </div>
      <p>
        <WhoSaysSo sureness={sureness} />
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
