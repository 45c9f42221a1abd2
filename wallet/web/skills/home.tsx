import { Actions, ButtonLink, count, Empty, formatDate, Heading, type IconName, page } from '#web'
import type { CanDo, CanDoRecord } from '../../can-do.ts'
import type { Person } from '../../records/person.ts'
import type { WatchNotice } from '../../watch-target.ts'
import { frameOf } from '../frame.ts'
import { Unreadable } from '../unreadable.tsx'
import { Marked } from './marked.tsx'
import { within } from './self-words.ts'
import { nextOf, skillSentence } from './showing-words.ts'
import { WatchedChanges } from './watching.tsx'
import { Lasts, skillAt } from './who-says.tsx'

/** So many of what is held are shown here; all are in the passport. */
const HELD = 12

interface Onward {
  href: string
  label: string
  about: string
}

/** Where the rest is. */
const ONWARDS: readonly { heading: string; links: readonly Onward[] }[] = [
  {
    heading: 'Add to it',
    links: [
      { href: '/skills/self-assessment', label: 'Say what you can do', about: 'Short questions, one at a time' },
      { href: '/portfolio', label: 'Your portfolio', about: 'What you made or did, and who confirms it' },
      {
        href: '/skills/certificates',
        label: 'Old certificates',
        about: 'ECDL, CLAiT, e-Quals: what they may save you',
      },
      { href: '/skills/prior-learning', label: 'What you learnt already', about: 'Ask a college to count it' },
    ],
  },
  {
    heading: 'Look at it',
    links: [
      {
        href: '/skills/search',
        label: 'Search your skills',
        about: 'By word, by where you learnt it, by how sure it is',
      },
      { href: '/skills/map', label: 'Your skills on a map', about: 'By area, with the level and who says so' },
      { href: '/skills/timeline', label: 'Your timeline', about: 'All that you learnt and did, in its order' },
      { href: '/skills/journey', label: 'What you are learning', about: 'Begun, paused, completed and renewed' },
      { href: '/skills/calendar', label: 'What runs out, and when', about: 'With reminders before it does' },
    ],
  },
  {
    heading: 'Go further',
    links: [
      { href: '/skills/gap', label: 'What is missing?', about: 'For a job, a standard or a goal' },
      { href: '/skills/targets', label: 'Your goals', about: 'A level that you want to reach, by a day' },
      { href: '/skills/progress', label: 'Your progress', about: 'How you came on, as a chart and a table' },
      { href: '/skills/watching', label: 'What you watch', about: 'Jobs and standards, and what they ask for now' },
      { href: '/skills/itq', label: 'Plan an ITQ', about: 'Which units make it, with what you have' },
    ],
  },
  {
    heading: 'What it counts for',
    links: [
      { href: '/skills/credit', label: 'Your credit', about: 'By scheme and level, each counted once' },
      { href: '/skills/decisions', label: 'What was recognised', about: 'What a college counts of what you have' },
      { href: '/skills/levels', label: 'What a level means elsewhere', about: 'England, Scotland, Wales, Europe' },
      {
        href: '/skills/relations',
        label: 'How things lead to one another',
        about: 'From college to university and work',
      },
    ],
  },
]

/** What somebody can do comes first, and who says so; what it is called on paper comes second. */
export function skillsHomePage(view: {
  person: Person
  record: CanDoRecord
  notices: readonly WatchNotice[]
  /** How many that were written down cannot be read any more. */
  unreadable: number
  flash: string | undefined
}): string {
  const { person, record, notices, unreadable, flash } = view
  const { skills, held } = record
  return page({
    ...frameOf(person, '/skills'),
    title: 'Your skills',
    flash,
    body: (
      <div class="flow">
        <Heading
          lead={skills.length === 0 ? undefined : leadOf(skills)}
          actions={skills.length > 0 && <ButtonLink href="/skills/self-assessment">Say what you can do</ButtonLink>}
        >
          Your skills
        </Heading>
        <WatchedChanges notices={notices} />
        <Unreadable many={unreadable} />
        {skills.length === 0 ? <Nothing /> : <Skills record={record} />}
        {skills.length > 0 && <Complete has={record.has} />}
        {held.length > 0 && <Held record={record} />}
        {ONWARDS.map(({ heading, links }) => (
          <section key={heading} class="flow">
            <h2>{heading}</h2>
            <ul class="lines">
              {links.map(({ href, label, about }) => (
                <li key={href}>
                  <a href={href}>{label}</a>
                  <span class="soft">{about}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    ),
  })
}

function leadOf(skills: readonly CanDo[]): string {
  const of = (state: CanDo['state']) => skills.filter((one) => one.state === state).length
  const parts = [
    [of('proven'), 'proven by a credential'],
    [of('confirmed'), 'confirmed by someone'],
    [of('selfAssessed'), 'in your own words'],
  ] as const
  const told = parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`)
  return `${count(skills.length, 'thing')} that you can do${told.length === 0 ? '.' : `: ${told.join(', ')}.`}`
}

function Skills({ record: { skills, notGenuine } }: { record: CanDoRecord }) {
  return (
    <section class="flow">
      <h2>What you can do</h2>
      <ul class="skills">
        {skills.map((skill) => (
          <Skill key={skill.term} skill={skill} />
        ))}
      </ul>
      {notGenuine > 0 && (
        <p class="soft">{count(notGenuine, 'credential is', 'credentials are')} not genuine, and not counted here.</p>
      )}
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
  const others = shownBy.length - 1
  return (
    <li>
      <h3>
        <a href={skillAt(term)}>
          <bdi>{name}</bdi>
          {level && `: ${level}`}
        </a>
      </h3>
      {own && <p>You can {own.can.map(within).join('; ')}.</p>}
      <p>
        <Marked icon={ICONS[state]}>{skillSentence(name, skill)}</Marked>
      </p>
      <p class="skill-marks">
        {credential && <Lasts currency={currency} until={until} />}
        {others > 0 && <span class="soft">and {count(others, 'more that shows it', 'more that show it')}</span>}
        <span>
          Next: <a href={next.href}>{next.label}</a>
        </span>
      </p>
    </li>
  )
}

const PARTS = [
  { part: 'skill', done: 'You say what you can do', open: 'Say what you can do', href: '/skills/self-assessment' },
  { part: 'work', done: 'You show something that you did', open: 'Show something that you did', href: '/portfolio' },
  { part: 'confirmation', done: 'Someone else confirms it', open: 'Ask someone to confirm it', href: '/portfolio' },
] as const

/** What makes a passport useful to others: three things that anyone can have. */
function Complete({ has }: Pick<CanDoRecord, 'has'>) {
  const done = PARTS.filter(({ part }) => has[part]).length
  return (
    <section class="flow">
      <h2>{done === PARTS.length ? 'Your passport is complete' : `Your passport: ${done} of ${PARTS.length}`}</h2>
      <ul class="plain">
        {PARTS.map(({ part, done: words, open, href }) => (
          <li key={part}>
            {has[part] ? (
              <Marked icon="check">{words}</Marked>
            ) : (
              <Marked icon="circle-minus">
                <a href={href}>{open}</a>
              </Marked>
            )}
          </li>
        ))}
      </ul>
      <p class="soft">None of this takes a qualification.</p>
    </section>
  )
}

function Held({ record: { held } }: { record: CanDoRecord }) {
  const newest = held.toSorted((one, other) => ((one.fact.awardedOn ?? '') < (other.fact.awardedOn ?? '') ? 1 : -1))
  return (
    <section class="flow">
      <h2>Certificates and qualifications</h2>
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
        Each stands here as it was when it was last checked.{' '}
        <a href="/passport">
          {held.length > HELD ? `See all ${held.length} in your passport` : 'See them in your passport'}
        </a>
      </p>
    </section>
  )
}

function Nothing() {
  return (
    <Empty
      title="Everyone can do something"
      icon="badge-check"
      action={
        <Actions>
          <ButtonLink href="/skills/self-assessment">Say what you can do</ButtonLink>
          <ButtonLink href="/portfolio" variant="secondary">
            Show what you did
          </ButtonLink>
        </Actions>
      }
    >
      You need no certificate to begin. Answer a few short questions, and this page says what you can do in words that
      others understand.
    </Empty>
  )
}
