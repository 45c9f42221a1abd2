import { asArray, asText, isObject, type Json } from '#platform'
import type { SelectablePart } from './sd-jwt/present.ts'
import { isWithin } from './sd-jwt/selectable.ts'
import { STANDARD_FIELDS, type StandardField } from './standard-fields.ts'

/** What a part of a credential is for people: one of the standard fields, or something beside them. */
export type PartKind =
  | 'Recipient'
  | StandardField
  | 'Result'
  | 'Licence'
  | 'Evidence'
  | 'Credit'
  | 'Assurance'
  | 'Picture'
  | 'Endorsement'
  | 'Other'

/** The order in which people are asked about them. */
export const PART_KINDS: readonly PartKind[] = [
  'Recipient',
  ...STANDARD_FIELDS,
  'Result',
  'Licence',
  'Evidence',
  'Credit',
  'Assurance',
  'Picture',
  'Endorsement',
  'Other',
]

const BY_NAME: Readonly<Record<string, PartKind>> = {
  identifier: 'Recipient',
  licenseNumber: 'Licence',
  assessmentMethod: 'AssessmentMethod',
  awardedBy: 'AwardingBody',
  creator: 'AwardingBody',
  deliveredBy: 'AwardingBody',
  validatedBy: 'AwardingBody',
  regulatedBy: 'AwardingBody',
  activityEndDate: 'DateAchieved',
  activityStartDate: 'DateAchieved',
  awardedDate: 'DateAchieved',
  currentUntil: 'Currency',
  validUntil: 'Currency',
  result: 'Result',
  resultDescription: 'Result',
  evidence: 'Evidence',
  credit: 'Credit',
  creditAwarded: 'Credit',
  creditsAvailable: 'Credit',
  creditsEarned: 'Credit',
  assurance: 'Assurance',
  image: 'Picture',
  endorsement: 'Endorsement',
  endorsementJwt: 'Endorsement',
}

/** The kinds of parts there are, in order. */
export function kindsOf(parts: readonly SelectablePart[]): PartKind[] {
  const found = new Set(parts.map(kindOf))
  return PART_KINDS.filter((kind) => found.has(kind))
}

/** The pointers of all parts of the given kinds; and of what is nothing without them. */
export function pointersOfKinds(parts: readonly SelectablePart[], kinds: readonly PartKind[]): string[] {
  const isChosen = (part: SelectablePart) => kinds.includes(kindOf(part) ?? 'Other')
  const chosen = parts.filter((part) => {
    const inside = parts.filter(({ pointer }) => pointer !== part.pointer && isWithin(pointer, part.pointer))
    return inside.length === 0 ? isChosen(part) : inside.every(isChosen)
  })
  return chosen.map(({ pointer }) => pointer)
}

/** A part that only holds others, as SD-JWT counts them, is of the kinds of those. */
function kindOf({ pointer, value }: SelectablePart): PartKind | undefined {
  const [name = '', ...inside] = pointer
    .replace(/^\/credentialSubject(?:\/\d+)?(?:\/achievement)?/, '')
    .slice(1)
    .split('/')
  const isItem = inside.length > 0 || !Array.isArray(value)
  if (name === 'alignment') return isItem ? kindOfAlignment(value) : undefined
  if (name === 'fieldExplanation') return isItem ? kindOfExplanation(value) : undefined
  return name === '' ? undefined : (BY_NAME[name] ?? 'Other')
}

function kindOfAlignment(value: Json): PartKind {
  if (isObject(value) && value.targetType === 'ext:PartOf') return 'Other'
  return isObject(value) && value.targetType === 'ext:QualificationLevel' ? 'Level' : 'Skill'
}

/** Why a field has no value goes with that field. */
function kindOfExplanation(value: Json): PartKind {
  const field = asText(isObject(value) ? asArray(value.field)[0] : null)
  return STANDARD_FIELDS.find((one) => one === field) ?? 'Other'
}
