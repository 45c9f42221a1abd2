import { asArray, isObject, type JsonObject } from '#platform'
import { conforms } from '#schemas'
import { inNewerWords, isAssertion } from './open-badges-2/assertion.ts'

/** The six fields that make credentials of different providers comparable. */
export const STANDARD_FIELDS = [
  'Skill',
  'Level',
  'AssessmentMethod',
  'AwardingBody',
  'DateAchieved',
  'Currency',
] as const

export type StandardField = (typeof STANDARD_FIELDS)[number]

/** What is wrong with a standard field. A level that no address leads to is a text, and compares with nothing. */
export interface FieldFault {
  field: StandardField
  code: string
  /** Where it would be stated: a JSON Pointer. */
  pointer: string
}

const FAULTS: Readonly<Record<StandardField, FieldFault>> = {
  Skill: { field: 'Skill', code: 'award.skillMissing', pointer: '/credentialSubject/achievement/alignment' },
  Level: { field: 'Level', code: 'award.levelMissing', pointer: '/credentialSubject/achievement/alignment' },
  AssessmentMethod: {
    field: 'AssessmentMethod',
    code: 'award.assessmentMethodMissing',
    pointer: '/credentialSubject/achievement/assessmentMethod',
  },
  AwardingBody: {
    field: 'AwardingBody',
    code: 'award.awardingBodyMissing',
    pointer: '/credentialSubject/achievement/awardedBy',
  },
  DateAchieved: { field: 'DateAchieved', code: 'award.dateAchievedMissing', pointer: '/awardedDate' },
  Currency: { field: 'Currency', code: 'award.currencyMissing', pointer: '/credentialSubject/currentUntil' },
}

const LEVEL_IN_WORDS: FieldFault = { ...FAULTS.Level, code: 'award.levelInWordsOnly' }

/**
 * What an award lacks by the schema of the standard fields (`schemas/standard-fields.json`): each is stated, or its
 * `fieldExplanation` says why it is not. An issuer's own awards leave with no fault.
 */
export function standardFieldFaults(credential: JsonObject): FieldFault[] {
  const missing = missingStandardFields(credential)
  if (conforms('standard-fields', 'LevelReference', credential)) return missing.map((field) => FAULTS[field])
  return [LEVEL_IN_WORDS, ...missing.filter((field) => field !== 'Level').map((field) => FAULTS[field])]
}

/** The standard fields that a credential neither states nor explains, whichever version of Open Badges it is of. */
export function missingStandardFields(said: JsonObject): StandardField[] {
  const credential = isAssertion(said) ? inNewerWords(said) : said
  return STANDARD_FIELDS.filter((field) => !conforms('standard-fields', field, credential))
}

const AWARDS: ReadonlySet<unknown> = new Set(['OpenBadgeCredential', 'AchievementCredential'])

/**
 * Whether a credential awards an achievement to somebody, so that the standard fields are asked of it: by its type, or by
 * what it says of its subject. A record leaves them to the awards in it; an endorsement, or a credential of another
 * vocabulary, awards nothing.
 */
export function isAward({ type, credentialSubject }: JsonObject): boolean {
  const types = asArray(type)
  if (types.includes('ClrCredential')) return false
  const awardsIt = asArray(credentialSubject).some((subject) => isObject(subject) && isObject(subject.achievement))
  return types.some((one) => AWARDS.has(one)) || awardsIt
}
