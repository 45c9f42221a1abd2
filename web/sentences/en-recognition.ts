import type { Recognition, RecognitionReason } from '#trust'
import { formatDate } from '../dates.ts'
import { list, OUTSIDE, scopeInWords } from './en-scope.ts'
import type { Sentences } from './sentences.ts'

/** What the lists say of an issuer for one award, in one sentence that names the list, the scope and the dates. */
export const RECOGNITION: Sentences['recognition'] = {
  recognised: (recognition) => {
    const { until, key } = recognition
    const isOver = until !== null && Date.parse(until) < Date.parse(recognition.asOf ?? '')
    const retired = key?.isRetired ? ' It was signed with a key that has been replaced since, and was good then.' : ''
    return `${issuer(recognition)} ${isOver ? 'was' : 'is'} recognised by ${through(recognition)} ${may(recognition)}${period(recognition)}; ${dated(recognition)}.${retired}${closed(recognition)}`
  },
  outOfScope: (recognition) =>
    `${issuer(recognition)} is on ${where(recognition)}${recognition.scope ? `, recognised ${may(recognition)}` : ''}. ${why(recognition)}`,
  notAtThatDate: (recognition) =>
    `${issuer(recognition)} is on ${where(recognition)}, but not for that day: ${why(recognition)}${closed(recognition)}`,
  withdrawn: why,
  notListed: (recognition) =>
    recognition.reason !== null
      ? `${named(recognition, true)} names ${issuer(recognition)} ${why(recognition)} Ask the issuer whether it is theirs.`
      : 'That is no fault: no list that we use names this issuer. Decide for yourself whether you know and trust it. Its name is its own word.',
  listUnavailable: (recognition) =>
    recognition.asOf === null
      ? 'A list of recognised issuers could not be reached or read. Try again later.'
      : `${named(recognition, true)} could not be read, and what we had of it, from ${formatDate(recognition.asOf)}, is out of date. Try again later.`,
}

type Words = (recognition: Recognition) => string

/** Why, by the reason that the list gives; nothing where the outcome says it all. */
const WHY: Partial<Record<RecognitionReason, Words>> = {
  scope: ({ outside }) =>
    outside.length > 0
      ? `This award is outside of that: its ${list([...new Set(outside.map((member) => OUTSIDE[member]))])} ${outside.length > 1 ? 'are' : 'is'} another, or not stated.`
      : 'This award is outside of that.',
  notOwner: ({ through: [owner] }) =>
    `${owner?.name ?? 'Whoever recognised it'} may let others award what is its own, and this is not shown to be.`,
  tooDeep: ({ through: [owner] }) =>
    `${owner?.name ?? 'Whoever recognised it'} may not let others pass that on as far as this.`,
  before: (recognition) =>
    `it was recognised ${may(recognition)} only from ${date(recognition.since)}; ${dated(recognition)}.`,
  after: (recognition) =>
    `it was recognised ${may(recognition)} until ${date(recognition.until)}; ${dated(recognition)}.`,
  suspended: (recognition) => `its recognition ${may(recognition)} was suspended then; ${dated(recognition)}.`,
  closed: (recognition) => `it closed on ${date(recognition.closure?.on ?? null)}; ${dated(recognition)}.`,
  dayUnreadable: () => 'it states a day that cannot be read.',
  keyNotListed: () => 'with other keys than the one that signed this.',
  keyUnknown: () => 'by the keys it signs with, and this is signed with no key that could be compared.',
  keyNotThen: (recognition) =>
    `the key that signed this was not in use when it was signed${recognition.key?.until ? `; it ended on ${date(recognition.key.until)}` : ''}.`,
  withdrawn: (recognition) =>
    `${named(recognition, true)} withdrew its recognition of ${issuer(recognition)} ${may(recognition)} on ${date(recognition.withdrawal?.on ?? null)}, before this was awarded or signed; ${dated(recognition)}.`,
  retroactive: (recognition) =>
    `${named(recognition, true)} withdrew its recognition of ${issuer(recognition)} ${may(recognition)} on ${date(recognition.withdrawal?.on ?? null)}, for earlier awards too; ${dated(recognition)}.`,
  keyCompromised: (recognition) =>
    `${named(recognition, true)} says that the key that signed this was in the wrong hands from ${date(recognition.key?.until ?? null)}, and it was signed after that. Ask ${issuer(recognition)} for a new one.`,
  notWitnessed: (recognition) =>
    `${named(recognition, true)} no longer vouches for what ${issuer(recognition)} signs from ${date(lostOn(recognition))}. This says that it is older, and nothing shows that it is: ask for it together with its entry in the issue log.`,
}

function lostOn({ key, withdrawal }: Recognition): string | null {
  return key?.reason === 'compromised' ? key.until : (withdrawal?.on ?? null)
}

function why(recognition: Recognition): string {
  const { reason } = recognition
  return (reason && WHY[reason]?.(recognition)) ?? ''
}

const issuer = ({ issuerName }: Recognition) => issuerName ?? 'This issuer'

/** The list by its name: "the Register of Providers". */
function named({ list: said }: Recognition, begins = false): string {
  if (said === null) return begins ? 'A list that we use' : 'a list that we use'
  const article = /^(?:the|a|an)\s/i.test(said.name) ? '' : begins ? 'The ' : 'the '
  return `${article}${said.name}`
}

/** The list that the issuer itself is on: that of whoever recognised it in turn, where it was not the one that is used. */
function where(recognition: Recognition): string {
  const last = recognition.through.at(-1)
  return last === undefined ? named(recognition) : `the list of ${last.name}`
}

function through(recognition: Recognition): string {
  const names = recognition.through.map(({ name }) => name)
  return names.length === 0
    ? named(recognition)
    : `${list(names.toReversed())}, which ${named(recognition)} lets recognise others,`
}

const may = ({ scope }: Recognition) => (scope === null ? '' : `to award ${scopeInWords(scope)}`)

function period({ since, until }: Recognition): string {
  return `${since ? ` from ${date(since)}` : ''}${until ? ` until ${date(until)}` : ''}`
}

/** Where the award was not recognised, the day on which it was made out may be what decided. */
function dated({ outcome, awardedOn, latestOn }: Recognition): string {
  if (awardedOn === null) return 'this award has no date'
  const [awarded, latest] = [date(awardedOn), date(latestOn)]
  const isOneDay = latestOn === null || awarded === latest
  return `this award is dated ${awarded}${outcome === 'recognised' || isOneDay ? '' : ` and was made out on ${latest}`}`
}

function closed({ closure, reason }: Recognition): string {
  if (closure === null) return ''
  const { on, custodian, successor } = closure
  const goesOn = successor ? ` ${successor.name} goes on with its work.` : ''
  const keeps = custodian ? ` ${custodian.name} keeps its records.` : ''
  return `${reason === 'closed' ? '' : ` It closed on ${date(on)}.`}${goesOn}${keeps}`
}

const date = (value: string | null) => (value === null ? 'an unknown day' : formatDate(value))
