import { explainLevel, type Frameworks } from '#skills'
import type { HeldFact } from './held-fact.ts'
import type { TimelineKind, TimelinePlace } from './timeline.ts'

type Learnt = Pick<HeldFact, 'achievementType' | 'learningSetting' | 'level'>

/** Open Badges' achievement types and ours. What is not among them is some other certificate. */
const KINDS: ReadonlyMap<string, TimelineKind> = new Map([
  ['ext:Qualification', 'qualification'],
  ['ext:HTQ', 'qualification'],
  ['ext:Unit', 'qualification'],
  ['ext:Module', 'qualification'],
  ['Degree', 'qualification'],
  ['AssociateDegree', 'qualification'],
  ['BachelorDegree', 'qualification'],
  ['MasterDegree', 'qualification'],
  ['DoctoralDegree', 'qualification'],
  ['ProfessionalDoctorate', 'qualification'],
  ['ResearchDoctorate', 'qualification'],
  ['Diploma', 'qualification'],
  ['Certificate', 'qualification'],
  ['SecondarySchoolDiploma', 'qualification'],
  ['ApprenticeshipCertificate', 'qualification'],
  ['Course', 'course'],
  ['Certification', 'course'],
  ['CertificateOfCompletion', 'course'],
  ['LearningProgram', 'course'],
  ['MicroCredential', 'course'],
  ['ext:ManufacturerTraining', 'course'],
  ['ext:CPD', 'development'],
])

/** Settings of learning by the vocabulary of the Skills Passport; formal learning is told apart by its level. */
const PLACES: ReadonlyMap<string, TimelinePlace | 'formal'> = new Map([
  ['FormalCreditBearing', 'formal'],
  ['FormalNonCredit', 'formal'],
  ['ManufacturerTraining', 'work'],
  ['EmployerTraining', 'work'],
  ['CPD', 'work'],
  ['NonFormal', 'elsewhere'],
  ['Informal', 'elsewhere'],
])

const OF_UNIVERSITIES = /^(?:Degree|(?:Associate|Bachelor|Master|Doctoral)Degree|(?:Professional|Research)Doctorate)$/
const FIRST_HIGHER_LEVEL = 4

/** What kind of thing a credential is, by what it says of itself. */
export function kindOf({ achievementType, learningSetting }: Learnt): TimelineKind {
  if (learningSetting === 'CPD') return 'development'
  return KINDS.get(achievementType ?? '') ?? 'other'
}

/**
 * Where something was learnt, as far as it says. Formal learning up to level 3 of the RQF, that of A levels, is further education, what is
 * above them higher education (Education Reform Act 1988, Schedule 6); without a level nobody can tell.
 */
export function placeOf(learnt: Learnt, { levels }: Pick<Frameworks, 'levels'>): TimelinePlace {
  const { achievementType, learningSetting, level } = learnt
  const stated = PLACES.get(learningSetting ?? '')
  if (stated !== undefined && stated !== 'formal') return stated
  if (stated === undefined && achievementType === 'ext:CPD') return 'work'
  if (stated === undefined && achievementType === 'ext:ManufacturerTraining') return 'work'
  if (OF_UNIVERSITIES.test(achievementType ?? '') || level?.framework === 'FHEQ') return 'higherEducation'
  const isFormal = stated === 'formal' || kindOf(learnt) === 'qualification'
  if (!isFormal || level === undefined) return 'notSaid'
  const higher = explainLevel(levels, level, 'RQF').value.levels.map(({ code }) => Number(code) >= FIRST_HIGHER_LEVEL)
  if (higher.length === 0 || new Set(higher).size > 1) return 'notSaid'
  return higher[0] ? 'higherEducation' : 'furtherEducation'
}
