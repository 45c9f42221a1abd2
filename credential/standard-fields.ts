import type { CredentialSummary } from './summary.ts'

/** The six fields that make credentials of different providers comparable. */
export type StandardField = 'Skill' | 'Level' | 'AssessmentMethod' | 'AwardingBody' | 'DateAchieved' | 'Currency'

const PRESENT: Record<StandardField, (summary: CredentialSummary) => boolean> = {
  Skill: ({ skill }) => skill.length > 0,
  Level: ({ level }) => level !== null && level.url !== null,
  AssessmentMethod: ({ assessmentMethods }) => assessmentMethods.length > 0,
  AwardingBody: ({ awardedBy, validatedBy, regulatedBy }) =>
    awardedBy.length + validatedBy.length + regulatedBy.length > 0,
  DateAchieved: ({ awardedOn }) => awardedOn !== null,
  Currency: ({ currentUntil, validUntil }) => currentUntil !== null || validUntil !== null,
}

export const STANDARD_FIELDS = Object.keys(PRESENT) as StandardField[]

/** The standard fields that a credential neither states nor explains. An issuer's own credentials leave with none. */
export function missingStandardFields(summary: CredentialSummary): StandardField[] {
  return STANDARD_FIELDS.filter((field) => !PRESENT[field](summary) && summary.explained[field] === undefined)
}
