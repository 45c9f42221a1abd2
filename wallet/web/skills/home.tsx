import { Actions, ButtonLink, Empty, formatDate, Heading, type IconName, page, translated } from '#web'
import type { CanDo, CanDoRecord } from '../../can-do.ts'
import type { Person } from '../../records/person.ts'
import type { WatchNotice } from '../../watch-target.ts'
import { frameOf } from '../frame.ts'
import { besideWords } from './beside-words.ts'
import { homeWords } from './home-words.tsx'
import { Marked } from './marked.tsx'
import { onwardWords } from './onward-words.ts'
import { levelInWords, within } from './self-words.ts'
import { OwnText } from './showing-title.tsx'
import { nextOf, skillSentence } from './showing-words.ts'
import { WatchedChanges } from './watching.tsx'
import { Lasts, skillAt } from './who-says.tsx'

/** So many of what is held are shown here; all are in the passport. */
const HELD = 12

/** Where the rest is. */
const ONWARDS = {
  add: ['/skills/self-assessment', '/portfolio', '/skills/certificates', '/skills/prior-learning'],
  look: ['/skills/search', '/skills/map', '/skills/timeline', '/skills/journey', '/skills/calendar'],
  further: ['/skills/gap', '/skills/targets', '/skills/progress', '/skills/watching', '/skills/itq'],
  counts: ['/skills/credit', '/skills/decisions', '/skills/levels', '/skills/relations'],
} as const

const HEADINGS = ['add', 'look', 'further', 'counts'] as const

interface HomePage {
  person: Person
  record: CanDoRecord
  notices: readonly WatchNotice[]
  flash: string | undefined
}

/** What somebody can do comes first, and who says so; what it is called on paper comes second. */
export const skillsHomePage = translated((view: HomePage): string => {
  const { person, record, notices, flash } = view
  const words = homeWords()
  const onwards = onwardWords()
  const { skills, held } = record
  return page({
    ...frameOf(person, '/skills'),
    title: words.title,
    flash,
    body: (
      <div class="flow">
        <Heading
          lead={skills.length === 0 ? undefined : leadOf(skills)}
          actions={skills.length > 0 && <ButtonLink href="/skills/self-assessment">{words.sayWhatYouCanDo}</ButtonLink>}
        >
          {words.title}
        </Heading>
        <WatchedChanges notices={notices} />
        {skills.length === 0 ? <Nothing /> : <Skills record={record} />}
        {skills.length > 0 && <Complete has={record.has} />}
        {held.length > 0 && <Held record={record} />}
        {HEADINGS.map((heading) => (
          <section key={heading} class="flow">
            <h2>{onwards[heading]}</h2>
            <ul class="lines">
              {ONWARDS[heading].map((href) => (
                <li key={href}>
                  <a href={href}>{onwards.links[href][0]}</a>
                  <span class="soft">{onwards.links[href][1]}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    ),
  })
})

function leadOf(skills: readonly CanDo[]): string {
  const of = (state: CanDo['state']) => skills.filter((one) => one.state === state).length
  const words = homeWords()
  const parts = [
    [of('proven'), words.proven],
    [of('confirmed'), words.confirmed],
    [of('selfAssessed'), words.selfAssessed],
  ] as const
  const told = parts.flatMap(([number, say]) => (number > 0 ? [say(number)] : []))
  return words.lead(skills.length, told.join(', '))
}

function Skills({ record: { skills, notGenuine } }: { record: CanDoRecord }) {
  const words = homeWords()
  return (
    <section class="flow">
      <h2>{words.whatYouCanDo}</h2>
      <ul class="skills">
        {skills.map((skill) => (
          <Skill key={skill.term} skill={skill} />
        ))}
      </ul>
      {notGenuine > 0 && <p class="soft">{besideWords().notGenuine(notGenuine)}</p>}
    </section>
  )
}

const ICONS: Readonly<Record<CanDo['state'], IconName>> = {
  proven: 'badge-check',
  confirmed: 'check',
  selfAssessed: 'info',
  unknown: 'circle-question-mark',
  lapsed: 'calendar-x',
  belowLevel: 'info',
}

/** What it is, who says so in one sentence, and what to do next. */
function Skill({ skill }: { skill: CanDo }) {
  const { term, name, level, own, state, currency, until, credential, shownBy } = skill
  const next = nextOf(skill)
  const words = homeWords()
  const others = shownBy.length - 1
  return (
    <li>
      <h3>
        <a href={skillAt(term)}>
          <bdi>{name}</bdi>
          {level && `: ${levelInWords(level)}`}
        </a>
      </h3>
      {own && <p>{words.youCan(<OwnText of={own}>{own.can.map(within).join('; ')}</OwnText>)}</p>}
      <p>
        <Marked icon={ICONS[state]}>{skillSentence(name, skill)}</Marked>
      </p>
      <p class="skill-marks">
        {credential && <Lasts currency={currency} until={until} />}
        {others > 0 && <span class="soft">{words.more(others)}</span>}
        <span>
          {words.next} <a href={next.href}>{next.label}</a>
        </span>
      </p>
    </li>
  )
}

const PARTS = [
  { part: 'skill', href: '/skills/self-assessment' },
  { part: 'work', href: '/portfolio' },
  { part: 'confirmation', href: '/portfolio' },
] as const

/** What makes a passport useful to others: three things that anyone can have. */
function Complete({ has }: Pick<CanDoRecord, 'has'>) {
  const done = PARTS.filter(({ part }) => has[part]).length
  const words = homeWords()
  return (
    <section class="flow">
      <h2>{done === PARTS.length ? words.complete : words.soFar(done, PARTS.length)}</h2>
      <ul class="plain">
        {PARTS.map(({ part, href }) => (
          <li key={part}>
            {has[part] ? (
              <Marked icon="check">{words.parts[part].done}</Marked>
            ) : (
              <Marked icon="circle-minus">
                <a href={href}>{words.parts[part].open}</a>
              </Marked>
            )}
          </li>
        ))}
      </ul>
      <p class="soft">{words.noneNeeded}</p>
    </section>
  )
}

function Held({ record: { held } }: { record: CanDoRecord }) {
  const words = homeWords()
  const newest = held.toSorted((one, other) => ((one.fact.awardedOn ?? '') < (other.fact.awardedOn ?? '') ? 1 : -1))
  return (
    <section class="flow">
      <h2>{words.held}</h2>
      <ul class="lines">
        {newest.slice(0, HELD).map(({ fact, answer }) => (
          <li key={fact.item}>
            <span>
              <a href={`/credentials/${fact.item}`}>
                <bdi>{fact.title}</bdi>
              </a>{' '}
              <span class="soft">
                <bdi>{fact.issuerName}</bdi>
                {fact.awardedOn && `, ${formatDate(fact.awardedOn)}`}
              </span>
            </span>
            <Lasts currency={answer.value.state} until={answer.value.until} />
          </li>
        ))}
      </ul>
      <p class="soft">
        {words.asChecked} <a href="/passport">{held.length > HELD ? words.seeAll(held.length) : words.seeThem}</a>
      </p>
    </section>
  )
}

function Nothing() {
  const words = homeWords()
  return (
    <Empty
      title={words.everyone}
      icon="badge-check"
      action={
        <Actions>
          <ButtonLink href="/skills/self-assessment">{words.sayWhatYouCanDo}</ButtonLink>
          <ButtonLink href="/portfolio" variant="secondary">
            {words.showWhatYouDid}
          </ButtonLink>
        </Actions>
      }
    >
      {words.howToBegin}
    </Empty>
  )
}
