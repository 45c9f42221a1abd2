import { formatDateTime } from '#credential'
import type { JsonObject } from '#platform'
import { INSTITUTIONS, type InstitutionKey } from './institutions.ts'

/** One award in an example passport, in the few words in which it differs from others. */
export interface Award {
  by: InstitutionKey
  /** Its name in addresses; of one institution there is one of a name. */
  id: string
  name: string
  type: string
  /** A calendar day. */
  on: string
  assurance: string
  setting: string
  method: string
  /** A framework and a code in it, such as `RQF 4`. */
  level?: string
  /** What it is about, by `framework#code`, with its name there. */
  about?: Record<string, string>
  ofqualUnit?: string
  /** By scheme. */
  credit?: Record<string, string>
  /** Until when it is current; without one it does not expire. */
  current?: {
    until: string
    onLapse: 'HistoricOnly' | 'NotAuthorised'
    renewal: 'Reassessment' | 'Refresher' | 'CPDRecord'
  }
  /** Another award of this institution whose place it takes. */
  renews?: string
  /** The achievement, where another award is of the same one. */
  achievement?: string
}

const CONTEXTS = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  'https://w3id.org/skills-passport/v1',
]

/** When all of them were signed: after the last day on which one was awarded. */
export const SIGNED = new Date('2026-11-23T09:00:00Z')

/** The id of what was achieved. */
export function achievementIdOf({ by, id, achievement = id }: Pick<Award, 'by' | 'id' | 'achievement'>): string {
  return `${INSTITUTIONS[by].url}/achievements/${achievement}`
}

/** The person whom it is about. There is nothing of them but a name. */
export function recipient(name: string): JsonObject {
  return { type: 'IdentityObject', hashed: false, identityHash: name, identityType: 'name' }
}

/** The issuer as it stands in a credential. */
export function profileOf(by: InstitutionKey, did: string): JsonObject {
  const { name, url, about } = INSTITUTIONS[by]
  return { id: did, type: ['Profile'], name, url, description: about }
}

/** An award as the Open Badges 3.0 credential to sign. */
export function credentialOf(award: Award, did: string, person: string): JsonObject {
  const { by, id, name, on, assurance, credit, current, renews } = award
  const awards = `${INSTITUTIONS[by].url}/awards`
  return {
    '@context': CONTEXTS,
    id: `${awards}/${id}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name,
    issuer: profileOf(by, did),
    validFrom: formatDateTime(SIGNED),
    awardedDate: `${on}T00:00:00Z`,
    credentialSubject: {
      type: ['AchievementSubject', 'SkillsPassportSubject'],
      identifier: [recipient(person)],
      assurance,
      ...(credit === undefined ? {} : { creditAwarded: creditsOf(credit) }),
      ...(current === undefined
        ? { fieldExplanation: [{ type: ['FieldExplanation'], field: 'Currency', reason: 'DoesNotExpire' }] }
        : { currentUntil: current.until }),
      ...(renews === undefined ? {} : { renews: `${awards}/${renews}` }),
      achievement: achievementOf(award, did),
    },
  }
}

function achievementOf(award: Award, did: string): JsonObject {
  const { name, type, setting, method, level, about = {}, ofqualUnit, current } = award
  const alignment = [
    ...(level === undefined ? [] : [levelAlignment(level)]),
    ...Object.entries(about).map(([term, targetName]) => alignmentOf(term, targetName)),
  ]
  return {
    id: achievementIdOf(award),
    type: ['Achievement', 'SkillsPassportAchievement'],
    achievementType: type,
    name,
    description: `${name}. A fictional award, made for an example.`,
    criteria: { narrative: 'Pass the assessment of this example.' },
    assessmentMethod: [method],
    learningSetting: setting,
    awardedBy: [did],
    ...(current === undefined
      ? {}
      : {
          currencyPolicy: {
            type: ['CurrencyPolicy'],
            renewalMethod: [current.renewal],
            onLapse: current.onLapse,
          },
        }),
    ...(alignment.length === 0 ? {} : { alignment }),
    ...(ofqualUnit === undefined
      ? {}
      : {
          otherIdentifier: [{ type: 'IdentifierEntry', identifier: ofqualUnit, identifierType: 'ext:OfqualUnit' }],
        }),
  }
}

function creditsOf(credit: Record<string, string>): JsonObject[] {
  return Object.entries(credit).map(([creditScheme, creditValue]) => ({ type: ['Credit'], creditValue, creditScheme }))
}

function levelAlignment(level: string): JsonObject {
  const [targetFramework = '', targetCode = ''] = level.split(' ')
  return {
    type: ['Alignment'],
    targetType: 'ext:QualificationLevel',
    targetFramework,
    targetCode,
    targetName: `${targetFramework} Level ${targetCode}`,
    targetUrl: `https://example.org/levels/${targetFramework}/${targetCode}`,
  }
}

function alignmentOf(term: string, targetName: string): JsonObject {
  const at = term.indexOf('#')
  const [targetFramework, targetCode] = [term.slice(0, at), term.slice(at + 1)]
  const targetUrl = `https://example.org/frameworks/${encodeURIComponent(targetFramework)}/${encodeURIComponent(targetCode)}`
  return { type: ['Alignment'], targetType: 'CFItem', targetFramework, targetCode, targetName, targetUrl }
}
