import type { ChangeCode, RelationCode, RelationType, ReturningCode } from '#skills'
import { type Says, said } from './says.ts'

/** How one thing stands to another in a few words, seen from either. There is no "equals". */
export const relationTypes: Readonly<Record<RelationType, { from: string; to: string }>> = {
  partOf: { from: 'Part of', to: 'Has this part' },
  precedes: { from: 'Can lead to', to: 'Can be reached from' },
  broadlyComparable: { from: 'Broadly comparable', to: 'Broadly comparable' },
  exempts: { from: 'Saves you from', to: 'You are saved from it by' },
  replaces: { from: 'Replaces', to: 'Replaced by' },
}

/** How things stand to one another. `nameOf` says what each is called. */
export function relationSays(nameOf: (id: string) => string): Says<RelationCode> {
  const named = (id: Parameters<typeof said>[0]) => nameOf(said(id))
  return {
    'relation.partOf': ({ from, to }) => `${named(from)} is a part of: ${named(to)}.`,
    'relation.precedes': ({ from, to }) => `${named(from)} can lead to: ${named(to)}.`,
    'relation.broadlyComparable': ({ from, to }) =>
      `${named(from)} and ${named(to)} are broadly comparable. They are not the same.`,
    'relation.exempts': ({ from, to }) => `Whoever has ${named(from)} need not earn this again: ${named(to)}.`,
    'relation.replaces': ({ from, to }) => `${named(from)} came in the place of: ${named(to)}.`,
    'relation.unknown': ({ id }) => `Nothing is known here of ${said(id)}.`,
    'relation.none': ({ one, other }) =>
      `Nothing is known of how ${named(one)} and ${named(other)} stand to one another.`,
    'relation.tooMany': ({ shown }) => `There are more ways; the first ${said(shown)} are listed.`,
  }
}

/** What still counts for somebody who comes back to learning. */
export const returningSays: Says<ReturningCode> = {
  'returning.policy': ({ body, maxAgeYears }) =>
    maxAgeYears === null
      ? `${said(body)} states no limit of age.`
      : `${said(body)} may refuse what is older than ${said(maxAgeYears)} years.`,
  'returning.counts': ({ day }) => `is of ${said(day)}. No body that is known here refuses it for its age.`,
  'returning.mayBeRefused': ({ day, bodies }) =>
    `is of ${said(day)}, and may be refused for its age by: ${said(bodies)}.`,
  'returning.noDate': () => 'does not say of which day it is.',
  'returning.noSuchDay': () => 'has a day that the calendar does not have.',
  'returning.inFuture': () => 'has a day that is still to come.',
}

/** What a new version of a framework changes. */
export const changeSays: Says<ChangeCode> = {
  'change.added': ({ name, id }) => `New: ${said(name ?? id)}.`,
  'change.removed': ({ name, id }) => `Not there any more: ${said(name ?? id)}.`,
  'change.changed': ({ name, id }) => `Says something else now: ${said(name ?? id)}.`,
  'change.otherPackage': () => 'These are not versions of one framework.',
}
