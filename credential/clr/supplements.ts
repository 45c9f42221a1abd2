import { asArray, asText, isObject, type JsonObject } from '#platform'
import { type AssociationType, credentialsIn, isLearnerRecord, openedPart } from './record.ts'

/** What a record says of achievements and a degree: by their ids, and never more than its issuer's word. */
export interface DegreeTies {
  degree: string
  /** `beside` the degree, or `inside` of it; with how the record puts it, from the side of what is tied to it. */
  ties: readonly { achievement: string; is: 'beside' | 'inside'; type: AssociationType }[]
}

/** The kinds of achievement that are degrees (Open Badges 3.0 §B.2.1, AchievementType). */
const DEGREES = new Set([
  'AssociateDegree',
  'BachelorDegree',
  'Degree',
  'DoctoralDegree',
  'MasterDegree',
  'ProfessionalDoctorate',
  'ResearchDoctorate',
])

type Tie = Omit<DegreeTies['ties'][number], 'achievement'>

/** What is said of a degree, from the side of the other: `isParentOf` says that the other is inside of it. */
const OF_DEGREE: Partial<Record<string, Tie>> = {
  isParentOf: { is: 'inside', type: 'isChildOf' },
  isPeerOf: { is: 'beside', type: 'isPeerOf' },
  isRelatedTo: { is: 'beside', type: 'isRelatedTo' },
}
const TO_DEGREE: Partial<Record<string, Tie>> = {
  isChildOf: { is: 'inside', type: 'isChildOf' },
  isPartOf: { is: 'inside', type: 'isPartOf' },
  isPeerOf: { is: 'beside', type: 'isPeerOf' },
  isRelatedTo: { is: 'beside', type: 'isRelatedTo' },
  precedes: { is: 'beside', type: 'precedes' },
}

/** How the achievements of a Comprehensive Learner Record stand to each degree in it (CLR 2.0 §6.2.3); none for any other credential. */
export function degreeTiesIn(record: JsonObject): DegreeTies[] {
  if (!isLearnerRecord(record)) return []
  const degrees = new Set(
    credentialsIn(record)
      .map(openedPart)
      .flatMap(achievementsOf)
      .flatMap(({ id, achievementType }) => (DEGREES.has(asText(achievementType)) ? [asText(id)] : [])),
  )
  const all = asArray(record.credentialSubject)
    .filter(isObject)
    .flatMap(({ association }) => asArray(association))
    .filter(isObject)
    .map(({ associationType, sourceId, targetId }) => ({
      type: asText(associationType),
      source: asText(sourceId),
      target: asText(targetId),
    }))
  return [...degrees].flatMap((degree) => {
    const ties = all.flatMap(({ type, source, target }) => {
      if (source === degree) return tied(OF_DEGREE[type], target)
      return target === degree ? tied(TO_DEGREE[type], source) : []
    })
    return ties.length === 0 ? [] : [{ degree, ties }]
  })
}

const tied = (tie: Tie | undefined, achievement: string) => (tie === undefined ? [] : [{ achievement, ...tie }])

function achievementsOf({ credentialSubject }: JsonObject): JsonObject[] {
  return asArray(credentialSubject)
    .filter(isObject)
    .flatMap(({ achievement }) => asArray(achievement))
    .filter(isObject)
}
