import type { SkillFact } from './fact.ts'

/**
 * Where skills come from, as an employer tells it: education, professional qualifications, training at work, and professional
 * development; `elsewhere` is none of them, and `notSaid` is where nobody says.
 */
export const LEARNING_SOURCES = [
  'education',
  'professional',
  'workplace',
  'development',
  'elsewhere',
  'notSaid',
] as const

export type LearningSource = (typeof LEARNING_SOURCES)[number]

/** By the settings of the Skills Passport. */
const SETTINGS: ReadonlyMap<string, LearningSource> = new Map([
  ['FormalCreditBearing', 'education'],
  ['FormalNonCredit', 'education'],
  ['ManufacturerTraining', 'workplace'],
  ['EmployerTraining', 'workplace'],
  ['CPD', 'development'],
  ['NonFormal', 'elsewhere'],
  ['Informal', 'elsewhere'],
])

/** Where no setting is stated: types of achievement that leave no doubt. */
const TYPES: ReadonlyMap<string, LearningSource> = new Map([
  ['ext:CPD', 'development'],
  ['ext:ManufacturerTraining', 'workplace'],
])

/** What attests to a profession rather than to a course of study (Open Badges 3.0 §B.2.2). */
const OF_PROFESSIONS = /^(?:Certificat(?:e|ion)|License|Membership)$/

const OF_EDUCATION =
  /^(?:ext:(?:Qualification|HTQ|Unit|Module)|\w*Degree|(?:Professional|Research)Doctorate|Diploma|SecondarySchoolDiploma)$/

/** Which source a credential is of. Formal learning without credit that ends in a certificate or a licence is a profession’s own. */
export function learningSourceOf(learnt: Pick<SkillFact, 'achievementType' | 'learningSetting'>): LearningSource {
  const type = learnt.achievementType ?? ''
  const { learningSetting } = learnt
  if (learningSetting === 'FormalNonCredit' && OF_PROFESSIONS.test(type)) return 'professional'
  return SETTINGS.get(learningSetting ?? '') ?? TYPES.get(type) ?? (OF_EDUCATION.test(type) ? 'education' : 'notSaid')
}
