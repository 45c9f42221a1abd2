import {
  Button,
  Choices,
  CopyLink,
  count,
  ErrorSummary,
  formatTime,
  Heading,
  Notice,
  page,
  QrCode,
  SummaryList,
  Table,
} from '#web'
import {
  HELP_MINUTES,
  type HelpAct,
  type HelpFaults,
  type HelpLooks,
  type HelpWish,
  MAX_REQUESTS,
  type ReadHelp,
} from '../help.ts'
import { type HelpSession, helpStateOf } from '../records/help.ts'
import { HELP_AREAS, type Person } from '../records/person.ts'
import { frameOf, HELPING } from './frame.ts'
import { durationOf, HELP_WORDS, NEVER } from './help-words.ts'

interface HelpersPage {
  person: Person
  sessions: readonly HelpSession[]
  now: Date
  wish: HelpWish
  faults?: HelpFaults
  flash?: string | undefined
}

/** Whom a person let in to help, and the form that lets somebody in. */
export function helpersPage({ person, sessions, now, wish, faults = {}, flash }: HelpersPage): string {
  const errors = Object.entries(faults).map(([field, message]) => ({ field, message }))
  return page({
    ...frameOf(person, '/account'),
    title: 'Someone to help you',
    flash,
    hasErrors: errors.length > 0,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={errors} />
        <Heading
          back={{ href: '/account', label: 'Your account' }}
          lead="Let someone fill things in with you. They need no account, and never learn a password or a code of yours."
        >
          Someone to help you
        </Heading>
        <form class="flow" method="post" action="/helpers" novalidate>
          <Choices
            name="may"
            legend="What may they help you with?"
            type="checkbox"
            error={faults.may}
            options={HELP_AREAS.map((area) => ({
              value: area,
              label: HELP_WORDS[area].label,
              hint: HELP_WORDS[area].may,
              checked: wish.may.includes(area),
            }))}
          />
          <Choices
            name="minutes"
            legend="For how long?"
            type="radio"
            hint="From when they begin. You can end it at any time."
            error={faults.minutes}
            options={HELP_MINUTES.map((minutes) => ({
              value: String(minutes),
              label: durationOf(minutes),
              checked: wish.minutes === String(minutes),
            }))}
          />
          <p>They can never {NEVER}. You see all that they do, and what they fill in is marked.</p>
          <Button icon="link">Allow it and make the link</Button>
        </form>
        {sessions.length > 0 && (
          <section class="flow">
            <h2>Whom you invited</h2>
            <ul class="lines">
              {sessions.map((session) => (
                <li key={session.id}>
                  <a href={`/helpers/${session.id}`}>
                    <bdi>{session.helper ?? `Invited ${formatTime(session.createdAt)}`}</bdi>
                  </a>
                  <span class="soft">{stateInWords(session, now)}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    ),
  })
}

/** One invitation or session: the link while nobody took it, all that was done in it, and its end. */
export function helperPage(view: {
  person: Person
  read: ReadHelp
  url: string | null
  now: Date
  flash: string | undefined
}): string {
  const { person, read, url, now, flash } = view
  const { session, acts, looks } = read
  const state = helpStateOf(session, now)
  return page({
    ...frameOf(person, '/account'),
    title: session.helper ?? 'An invitation to help you',
    flash,
    body: (
      <div class="narrow flow">
        <Heading back={{ href: '/helpers', label: 'Someone to help you' }} lead={stateInWords(session, now)}>
          <bdi>{session.helper ?? 'An invitation to help you'}</bdi>
        </Heading>
        {state === 'offered' && url !== null && (
          <section class="flow">
            <CopyLink id="link" label="Give this link to the person who helps you" url={url} />
            <QrCode text={url} label="Opens the invitation on their phone" />
            <Notice title="Give it to one person whom you trust">
              It works once, until {formatTime(session.offeredUntil)}. Whoever opens it first can do what you allowed.
            </Notice>
          </section>
        )}
        <SummaryList
          rows={[
            { label: 'They may help with', value: session.may.map((area) => HELP_WORDS[area].label).join('; ') },
            { label: 'For', value: durationOf(session.minutes) },
            ...(session.helper === null
              ? []
              : [{ label: 'Who they are', value: 'As they say themselves; we did not check it.' }]),
          ]}
        />
        {state !== 'ended' && (
          <form method="post" action={`/helpers/${session.id}/end`}>
            <Button variant="secondary" icon="x">
              {state === 'offered' ? 'Take the invitation back' : 'End it now'}
            </Button>
          </form>
        )}
        {acts.length > 0 && <Acts acts={acts} />}
        {looks.length > 0 && <Looks looks={looks} />}
      </div>
    ),
  })
}

const ACTIONS: Readonly<Record<string, string>> = {
  'help.begun': 'Began to help',
  'help.wrote': 'Wrote in',
  'help.refused': 'Was refused',
  'help.ended': 'Finished',
}

function Acts({ acts }: { acts: readonly HelpAct[] }) {
  return (
    <section class="flow">
      <h2>What was done: {count(acts.length, 'entry', 'entries')}</h2>
      <Table
        caption="The newest first"
        columns={[
          { key: 'when', label: 'When', cell: ({ at }: HelpAct) => formatTime(at) },
          { key: 'what', label: 'What', cell: ({ action }: HelpAct) => ACTIONS[action] ?? action },
          { key: 'where', label: 'Where', cell: ({ place }: HelpAct) => placeInWords(place) },
        ]}
        rows={acts}
        rowKey={({ seq }) => String(seq)}
      />
    </section>
  )
}

function Looks({ looks }: { looks: readonly HelpLooks[] }) {
  const times = looks.reduce((sum, one) => sum + one.times, 0)
  return (
    <section class="flow">
      <h2>What was looked at: {count(times, 'time')}</h2>
      <Table
        caption="Each page once, the latest first"
        columns={[
          { key: 'where', label: 'Where', cell: ({ place }: HelpLooks) => placeInWords(place) },
          { key: 'times', label: 'How often', cell: (one: HelpLooks) => count(one.times, 'time') },
          { key: 'last', label: 'Last', cell: ({ lastAt }: HelpLooks) => formatTime(lastAt) },
        ]}
        rows={looks}
        rowKey={({ place }) => place}
      />
    </section>
  )
}

function placeInWords(place: string) {
  const area = HELP_AREAS.find((one) => place.startsWith(HELP_WORDS[one].href))
  if (area !== undefined) {
    return (
      <span>
        {HELP_WORDS[area].label} <span class="soft">{place}</span>
      </span>
    )
  }
  return place === '' || place.startsWith(HELPING) ? 'What they may help with' : place
}

function stateInWords(session: HelpSession, now: Date): string {
  const state = helpStateOf(session, now)
  if (state === 'offered') return `Not taken yet. The link works until ${formatTime(session.offeredUntil)}.`
  if (state === 'running') return `Helps you now, until ${formatTime(session.until ?? '')}.`
  if (session.takenAt === null) return session.endedAt === null ? 'Nobody took it in time.' : 'You took it back.'
  if (session.endedAt === null) return `Over since ${formatTime(session.until ?? '')}.`
  if (session.endedBy === 'limit') {
    return `It ended by itself ${formatTime(session.endedAt)}: they had opened and sent ${count(MAX_REQUESTS, 'page')}, which is the most.`
  }
  return `Ended by ${session.endedBy === 'helper' ? 'them' : 'you'} ${formatTime(session.endedAt)}.`
}
