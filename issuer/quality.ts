import type { AchievementBody } from './achievement-body.ts'
import type { Issuer } from './records/issuers.ts'

/** What makes awards of an achievement comparable and believable, each worth one point. */
export type QualityCode =
  | 'skill.stated'
  | 'skill.addressed'
  | 'level.stated'
  | 'assessment.stated'
  | 'body.another'
  | 'currency.stated'
  | 'assurance.stated'
  | 'gaps.explained'

export interface QualityReason {
  code: QualityCode
  isMet: boolean
}

/** How much of that an achievement has. It tells its issuer what to mend, and nobody else sees it. */
export interface Quality {
  points: number
  of: number
  reasons: readonly QualityReason[]
}

/** Assessed by nobody: being there, or one's own word. */
const UNASSESSED: ReadonlySet<string> = new Set(['NotAssessed', 'AttendanceOnly', 'SelfAssessment'])

type Judge = (body: AchievementBody, issuer: Pick<Issuer, 'did'>) => boolean

const JUDGES: Readonly<Record<QualityCode, Judge>> = {
  'skill.stated': ({ skills }) => skills.length > 0,
  'skill.addressed': ({ skills }) => skills.length > 0 && skills.every(({ url }) => url !== undefined),
  'level.stated': ({ level }) => level !== null,
  'assessment.stated': ({ assessmentMethods }) => assessmentMethods.some((method) => !UNASSESSED.has(method)),
  'body.another': ({ awardedBy, validatedBy, regulatedBy }, { did }) =>
    [...awardedBy, ...validatedBy, ...regulatedBy].some((body) => body !== did),
  'currency.stated': ({ currency }) => currency.kind !== 'notRecorded',
  'assurance.stated': ({ assurance }) => assurance !== undefined,
  'gaps.explained': ({ explanations }) =>
    Object.values(explanations).every(({ reason, text = '' }) => reason === 'NotApplicable' && text !== ''),
}

/** Judges an achievement by what its awards will say: a field that is explained, but not stated, earns no point for it. */
export function qualityOf(body: AchievementBody, issuer: Pick<Issuer, 'did'>): Quality {
  const reasons = (Object.keys(JUDGES) as QualityCode[]).map((code) => ({ code, isMet: JUDGES[code](body, issuer) }))
  return { points: reasons.filter(({ isMet }) => isMet).length, of: reasons.length, reasons }
}
