import {
  Button,
  Choices,
  CopyLink,
  ErrorSummary,
  formatTime,
  Heading,
  Notice,
  page,
  QrCode,
  SummaryList,
  Table,
  translated,
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
import { HELP_PLACES, helpWords } from './help-words.ts'
import { inviteHelperWords } from './invite-helper-words.ts'

interface HelpersPage {
  person: Person
  sessions: readonly HelpSession[]
  now: Date
  wish: HelpWish
  faults?: HelpFaults
  flash?: string | undefined
}

/** Whom a person let in to help, and the form that lets somebody in. */
export const helpersPage = translated(({ person, sessions, now, wish, faults = [], flash }: HelpersPage): string => {
  const words = inviteHelperWords()
  const errors = faults.map((field) => ({ field, message: words.faults[field] }))
  const errorOf = (field: keyof HelpWish) => (faults.includes(field) ? words.faults[field] : undefined)
  return page({
    ...frameOf(person, '/account'),
    title: words.title,
    flash,
    hasErrors: errors.length > 0,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={errors} />
        <Heading back={{ href: '/account', label: words.account }} lead={words.lead}>
          {words.title}
        </Heading>
        <form class="flow" method="post" action="/helpers" novalidate>
          <Choices
            name="may"
            legend={words.may}
            type="checkbox"
            error={errorOf('may')}
            options={HELP_AREAS.map((area) => ({
              value: area,
              label: helpWords().areas[area].label,
              hint: helpWords().areas[area].may,
              checked: wish.may.includes(area),
            }))}
          />
          <Choices
            name="minutes"
            legend={words.minutes}
            type="radio"
            hint={words.minutesHint}
            error={errorOf('minutes')}
            options={HELP_MINUTES.map((minutes) => ({
              value: String(minutes),
              label: helpWords().duration(minutes),
              checked: wish.minutes === String(minutes),
            }))}
          />
          <p>{helpWords().theyCannot}</p>
          <Button icon="link">{words.make}</Button>
        </form>
        {sessions.length > 0 && (
          <section class="flow">
            <h2>{words.invitedAll}</h2>
            <ul class="lines">
              {sessions.map((session) => (
                <li key={session.id}>
                  <a href={`/helpers/${session.id}`}>
                    <bdi>{session.helper ?? words.invitedOn(formatTime(session.createdAt))}</bdi>
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
})

interface HelperPage {
  person: Person
  read: ReadHelp
  url: string | null
  now: Date
  flash: string | undefined
}

/** One invitation or session: the link while nobody took it, all that was done in it, and its end. */
export const helperPage = translated((view: HelperPage): string => {
  const words = inviteHelperWords()
  const { person, read, url, now, flash } = view
  const { session, acts, looks } = read
  const state = helpStateOf(session, now)
  return page({
    ...frameOf(person, '/account'),
    title: session.helper ?? words.invitation,
    flash,
    body: (
      <div class="narrow flow">
        <Heading back={{ href: '/helpers', label: words.title }} lead={stateInWords(session, now)}>
          <bdi>{session.helper ?? words.invitation}</bdi>
        </Heading>
        {state === 'offered' && url !== null && (
          <section class="flow">
            <CopyLink id="link" label={words.link} url={url} />
            <QrCode text={url} label={words.opens} />
            <Notice title={words.trust}>{words.once(formatTime(session.offeredUntil))}</Notice>
          </section>
        )}
        <SummaryList
          rows={[
            { label: words.helpWith, value: session.may.map((area) => helpWords().areas[area].label).join('; ') },
            { label: words.for, value: helpWords().duration(session.minutes) },
            ...(session.helper === null ? [] : [{ label: words.who, value: words.asTheySay }]),
          ]}
        />
        {state !== 'ended' && (
          <form method="post" action={`/helpers/${session.id}/end`}>
            <Button variant="secondary" icon="x">
              {state === 'offered' ? words.takeBack : words.end}
            </Button>
          </form>
        )}
        {acts.length > 0 && <Acts acts={acts} />}
        {looks.length > 0 && <Looks looks={looks} />}
      </div>
    ),
  })
})

function Acts({ acts }: { acts: readonly HelpAct[] }) {
  const words = inviteHelperWords()
  const actions: Readonly<Record<string, string>> = words.actions
  return (
    <section class="flow">
      <h2>{words.acts(acts.length)}</h2>
      <Table
        caption={words.actsCaption}
        columns={[
          { key: 'when', label: words.when, cell: ({ at }: HelpAct) => formatTime(at) },
          { key: 'what', label: words.what, cell: ({ action }: HelpAct) => actions[action] ?? action },
          { key: 'where', label: words.where, cell: ({ place }: HelpAct) => placeInWords(place) },
        ]}
        rows={acts}
        rowKey={({ seq }) => String(seq)}
      />
    </section>
  )
}

function Looks({ looks }: { looks: readonly HelpLooks[] }) {
  const words = inviteHelperWords()
  const times = looks.reduce((sum, one) => sum + one.times, 0)
  return (
    <section class="flow">
      <h2>{words.looks(times)}</h2>
      <Table
        caption={words.looksCaption}
        columns={[
          { key: 'where', label: words.where, cell: ({ place }: HelpLooks) => placeInWords(place) },
          { key: 'times', label: words.howOften, cell: (one: HelpLooks) => words.times(one.times) },
          { key: 'last', label: words.last, cell: ({ lastAt }: HelpLooks) => formatTime(lastAt) },
        ]}
        rows={looks}
        rowKey={({ place }) => place}
      />
    </section>
  )
}

function placeInWords(place: string) {
  const area = HELP_AREAS.find((one) => place.startsWith(HELP_PLACES[one]))
  if (area !== undefined) {
    return (
      <span>
        {helpWords().areas[area].label} <span class="soft">{place}</span>
      </span>
    )
  }
  return place === '' || place.startsWith(HELPING) ? inviteHelperWords().allAreas : place
}

function stateInWords(session: HelpSession, now: Date): string {
  const { states } = inviteHelperWords()
  const state = helpStateOf(session, now)
  if (state === 'offered') return states.offered(formatTime(session.offeredUntil))
  if (state === 'running') return states.running(formatTime(session.until ?? ''))
  if (session.takenAt === null) return session.endedAt === null ? states.notTaken : states.takenBack
  if (session.endedAt === null) return states.over(formatTime(session.until ?? ''))
  const at = formatTime(session.endedAt)
  if (session.endedBy === 'limit') return states.limit(at, MAX_REQUESTS)
  return session.endedBy === 'helper' ? states.byThem(at) : states.byYou(at)
}
