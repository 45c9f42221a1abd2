import type { PinnedKey, RecognisedAction, RecognisedEntity } from '#trust'
import { count, formatDate, scopeInWords, shorten, wordsOf } from '#web'
import type { Act, ActOf } from './act.ts'
import type { EntryState } from './state.ts'

export const STATE_WORDS: Readonly<Record<EntryState, string>> = {
  recognised: 'Recognised',
  suspended: 'Suspended',
  withdrawn: 'Withdrawn',
  closed: 'Closed',
  ended: 'Ended',
  notYet: 'Not yet',
}

const ROLE_WORDS: Readonly<Record<string, string>> = {
  admin: 'an administrator',
  issuer: 'a member of staff',
  system: 'the software, when it was set up',
}

/** Who did something, as the public is told: in which role, never which person. */
export function roleInWords(role: string | null): string {
  return ROLE_WORDS[role ?? ''] ?? 'a member of staff'
}

/** What somebody may do, with its time: "award modules at RQF level 4 from 1 September 2024". */
export function actionInWords(action: Pick<RecognisedAction, 'action' | 'scope' | 'from' | 'until'>): string {
  return `${doing(action)} ${during(action)}`
}

/** What an act lets somebody award, with its time. */
export const awardInWords = (award: ActOf<'extend'>['award']) => actionInWords({ ...award, action: 'issue' })

/** The most that it counts for, where the register says so. */
export function assuranceInWords({ assurance }: Pick<RecognisedAction, 'assurance'>): string | null {
  return assurance === null ? null : `It counts at most as: ${wordsOf(assurance).toLowerCase()}.`
}

/** What became of it since: suspensions and a withdrawal. */
export function interruptionsInWords({ suspensions, withdrawal }: RecognisedAction): string[] {
  return [
    ...suspensions.map(({ from, until }) =>
      until === null
        ? `Suspended from ${formatDate(from)}.`
        : `Suspended from ${formatDate(from)} until ${formatDate(until)}.`,
    ),
    ...(withdrawal === null
      ? []
      : [
          `Withdrawn as of ${formatDate(withdrawal.on)}${withdrawal.isRetroactive ? ', and for earlier awards too' : ''}. Reason: ${withdrawal.reason}`,
        ]),
  ]
}

/**
 * An act, as a sentence that anyone understands. `entity` is whom it is about, as it is now: what it may do keeps its place
 * for ever, so an act of the past is told by it too.
 */
export function actInWords(act: Act, entity: RecognisedEntity | undefined): string {
  switch (act.act) {
    case 'add':
      return `It is put on the register. ${act.awards.map((award) => `It may ${awardInWords(award)}.`).join(' ')}`
    case 'addSeveral':
      return severalInWords(act, entity)
    case 'extend':
      return `It may also ${awardInWords(act.award)}.`
    case 'rescope':
      return `Instead of to ${what(act, entity)} it is recognised to ${awardInWords(act.award)}.`
    case 'end':
      return `Its recognition to ${what(act, entity)} ends after ${formatDate(act.until)}.`
    case 'suspend':
      return `Its recognition to ${what(act, entity)} is suspended from ${formatDate(act.from)}.`
    case 'lift':
      return `The suspension of its recognition to ${what(act, entity)} is lifted from ${formatDate(act.until)}.`
    case 'withdraw':
      return `Its recognition to ${what(act, entity)} is withdrawn as of ${formatDate(act.on)}${act.isRetroactive ? ', and for earlier awards too' : ''}. Reason: ${act.reason}`
    case 'reinstate':
      return `The withdrawal of its recognition to ${what(act, entity)} is taken back.`
    case 'pinKeys':
      return keysInWords(act)
    case 'pinLog':
      return logInWords(act)
    case 'endKey':
      return keyEnd(act)
    case 'close':
      return `It is closed; its last day is ${formatDate(act.on)}.${keeps(act)}`
    case 'handOver':
      return `It is closed; its last day is ${formatDate(act.on)}. ${act.successor.name} goes on with its work from ${formatDate(act.from)}.${keeps(act)}`
    case 'delegate':
      return `It may ${actionInWords({ ...act, action: 'recognise' })}, on its own list ${act.list}.${steps(act)}${act.replaces === undefined ? '' : ` That list takes the place of ${act.replaces}, for all that it was let recognise before too.`}`
    case 'rename':
      return `Its name on the register is ${act.name}.`
  }
}

/** Acts as a button or a heading names them. */
export const ACT_LABELS: Readonly<Record<Act['act'], string>> = {
  add: 'Add to the register',
  addSeveral: 'Add several to the register',
  extend: 'Recognise for something more',
  rescope: 'Change what it may award',
  end: 'End a recognition',
  suspend: 'Suspend',
  lift: 'Lift a suspension',
  withdraw: 'Withdraw for cause',
  reinstate: 'Take a withdrawal back',
  pinKeys: 'Add its new keys',
  pinLog: 'Look at its issue log',
  endKey: 'End a key',
  close: 'Close',
  handOver: 'Close and hand over',
  delegate: 'Let it recognise others',
  rename: 'Change its name',
}

const MOST_NAMED = 5

/** A change about many: in the history of one entry what it says of that one, else of whom it is. */
function severalInWords({ entries }: ActOf<'addSeveral'>, entity: RecognisedEntity | undefined): string {
  const own = entries.find(({ did }) => did === entity?.did)
  if (own !== undefined) return own.awards.map((award) => `It may ${awardInWords(award)}.`).join(' ')
  const named = entries.slice(0, MOST_NAMED).map(({ name }) => name)
  const more = entries.length - named.length
  const names = [...named, ...(more > 0 ? [count(more, 'other')] : [])]
  return `Put on the register, or recognised for more: ${names.join(', ')}.`
}

/** Keys that are in use, and ends that its DID document states, of keys that are known or are new. */
function keysInWords({ keys }: ActOf<'pinKeys'>): string {
  const more = keys.filter(({ until }) => until === null).length
  const ended = keys.flatMap(({ key, until, reason }) => (until === null ? [] : keyEnd({ key, until, reason })))
  const known = more === 0 ? [] : [`It is known by ${more === 1 ? 'one more key' : `${more} more keys`}.`]
  return [...known, ...ended].join(' ')
}

function logInWords({ log, replaces }: ActOf<'pinLog'>): string {
  const seen = `${log.url}, where the register saw ${count(log.seen.size, 'entry', 'entries')} on ${formatDate(log.seen.at)}`
  if (replaces === undefined) return `What it issues is in its log at ${seen}.`
  const before = replaces === log.url ? 'the one before, which was there with another key' : `the one at ${replaces}`
  return `Another log takes the place of ${before}: what it issues from ${formatDate(log.since)} on is in its log at ${seen}. What the register saw of the log before stays, to show what was awarded until then.`
}

function keyEnd({ key, until, reason }: Pick<PinnedKey, 'key' | 'reason'> & { until: Date }): string {
  return reason === 'compromised'
    ? `Its key ${shorten(key)} is in the wrong hands from ${formatDate(until)}: what it signs from then on is not good.`
    : `Its key ${shorten(key)} is replaced on ${formatDate(until)}: what it signed before stays good.`
}

const keeps = ({ custodian }: { custodian: { name: string } | null }) =>
  custodian === null ? '' : ` ${custodian.name} keeps its records.`

const steps = ({ depth }: { depth: number }) =>
  depth === 0
    ? ''
    : ` Those it recognises may recognise others in turn, up to ${depth} ${depth === 1 ? 'step' : 'steps'}.`

function what({ of }: { of: readonly number[] }, entity: RecognisedEntity | undefined): string {
  const said = of.flatMap((place) => entity?.actions[place] ?? []).map(doing)
  return said.length === 0 ? 'award' : [...new Set(said)].join(', and to ')
}

const doing = ({ action, scope }: Pick<RecognisedAction, 'action' | 'scope'>) =>
  `${action === 'issue' ? 'award' : 'recognise others to award'} ${scopeInWords(scope)}`

const during = ({ from, until }: Pick<RecognisedAction, 'from' | 'until'>) =>
  `from ${formatDate(from)}${until === null ? '' : ` until ${formatDate(until)}`}`
