import type { ChangeCode, RelationCode, RelationType, ReturningCode } from '#skills'
import { catalogue, language } from '../language.tsx'
import { type Says, said } from './says.ts'

const TYPES: Readonly<Record<RelationType, { from: string; to: string }>> = {
  partOf: { from: 'Part of', to: 'Has this part' },
  precedes: { from: 'Can lead to', to: 'Can be reached from' },
  broadlyComparable: { from: 'Broadly comparable', to: 'Broadly comparable' },
  exempts: { from: 'Saves you from', to: 'You are saved from it by' },
  replaces: { from: 'Replaces', to: 'Replaced by' },
}

type NameOf = (id: string) => string

function relations(nameOf: NameOf): Says<RelationCode> {
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

const RETURNING: Says<ReturningCode> = {
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

const CHANGES: Says<ChangeCode> = {
  'change.added': ({ name, id }) => `New: ${said(name ?? id)}.`,
  'change.removed': ({ name, id }) => `Not there any more: ${said(name ?? id)}.`,
  'change.changed': ({ name, id }) => `Says something else now: ${said(name ?? id)}.`,
  'change.otherPackage': () => 'These are not versions of one framework.',
}

function welshRelations(nameOf: NameOf): Says<RelationCode> {
  const named = (id: Parameters<typeof said>[0]) => nameOf(said(id))
  return {
    'relation.partOf': ({ from, to }) => `Mae ${named(from)} yn rhan o’r canlynol: ${named(to)}.`,
    'relation.precedes': ({ from, to }) => `Gall ${named(from)} arwain at y canlynol: ${named(to)}.`,
    'relation.broadlyComparable': ({ from, to }) =>
      `Mae ${named(from)} a ${named(to)} yn fras gymaradwy. Nid yr un fath ydynt.`,
    'relation.exempts': ({ from, to }) => `Nid oes rhaid i’r sawl sydd â ${named(from)} ennill hyn eto: ${named(to)}.`,
    'relation.replaces': ({ from, to }) => `Daeth ${named(from)} yn lle’r canlynol: ${named(to)}.`,
    'relation.unknown': ({ id }) => `Nid oes dim yn hysbys yma am ${said(id)}.`,
    'relation.none': ({ one, other }) =>
      `Nid oes dim yn hysbys am sut mae ${named(one)} a ${named(other)} yn sefyll gyda’i gilydd.`,
    'relation.tooMany': ({ shown }) => `Mae rhagor o ffyrdd; rhestrir y ${said(shown)} cyntaf.`,
  }
}

const WELSH_TYPES: typeof TYPES = {
  partOf: { from: 'Yn rhan o', to: 'Mae’r rhan hon iddo' },
  precedes: { from: 'Gall arwain at', to: 'Gellir ei gyrraedd o' },
  broadlyComparable: { from: 'Yn fras gymaradwy', to: 'Yn fras gymaradwy' },
  exempts: { from: 'Yn eich arbed rhag', to: 'Fe’ch arbedir rhagddo gan' },
  replaces: { from: 'Yn disodli', to: 'Disodlwyd gan' },
}

const WELSH_RETURNING: Says<ReturningCode> = {
  'returning.policy': ({ body, maxAgeYears }) =>
    maxAgeYears === null
      ? `Nid yw ${said(body)} yn nodi terfyn oedran.`
      : `Caiff ${said(body)} wrthod yr hyn sy’n hŷn na ${said(maxAgeYears)} o flynyddoedd.`,
  'returning.counts': ({ day }) => `mae o ${said(day)}. Nid oes corff sy’n hysbys yma yn ei wrthod oherwydd ei oedran.`,
  'returning.mayBeRefused': ({ day, bodies }) =>
    `mae o ${said(day)}, a chaiff y rhain ei wrthod oherwydd ei oedran: ${said(bodies)}.`,
  'returning.noDate': () => 'nid yw’n dweud o ba ddiwrnod y mae.',
  'returning.noSuchDay': () => 'mae iddo ddiwrnod nad yw yn y calendr.',
  'returning.inFuture': () => 'mae iddo ddiwrnod sydd eto i ddod.',
}

const WELSH_CHANGES: Says<ChangeCode> = {
  'change.added': ({ name, id }) => `Newydd: ${said(name ?? id)}.`,
  'change.removed': ({ name, id }) => `Nid yw yno mwyach: ${said(name ?? id)}.`,
  'change.changed': ({ name, id }) => `Mae’n dweud rhywbeth gwahanol nawr: ${said(name ?? id)}.`,
  'change.otherPackage': () => 'Nid fersiynau o un fframwaith yw’r rhain.',
}

/** How one thing stands to another in a few words, seen from either. There is no "equals". */
export const relationTypes = catalogue({ en: TYPES, cy: WELSH_TYPES })

/** How things stand to one another. `nameOf` says what each is called. */
export function relationSays(nameOf: NameOf): Says<RelationCode> {
  return language() === 'cy' ? welshRelations(nameOf) : relations(nameOf)
}

/** What still counts for somebody who comes back to learning. */
export const returningSays = catalogue({ en: RETURNING, cy: WELSH_RETURNING })

/** What a new version of a framework changes. */
export const changeSays = catalogue({ en: CHANGES, cy: WELSH_CHANGES })
