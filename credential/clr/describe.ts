import { asArray, asText, isObject, type JsonObject } from '#platform'
import { ASSOCIATION_TYPES, type AssociationType, credentialsIn, isLearnerRecord, openedPart } from './record.ts'

/** What a record holds, for showing: the titles of its credentials, and how their achievements stand to each other. */
export interface RecordContents {
  titles: string[]
  associations: { type: AssociationType; source: string; target: string }[]
}

const MOST = 100

/** Reads what a Comprehensive Learner Record says of its contents; null for a credential of another kind. */
export function describeRecord(credential: JsonObject): RecordContents | null {
  if (!isLearnerRecord(credential)) return null
  const held = credentialsIn(credential).slice(0, MOST).map(openedPart)
  const names = new Map<string, string>()
  const subjects = asArray(credential.credentialSubject).filter(isObject)
  for (const achievement of [...held.flatMap(achievementsOf), ...achievementsOf(credential)]) {
    const id = asText(achievement.id)
    if (id !== '' && !names.has(id)) names.set(id, asText(achievement.name) || id)
  }
  return {
    titles: held.map((one) => asText(achievementsOf(one)[0]?.name) || asText(one.name) || 'Credential'),
    associations: subjects
      .flatMap(({ association }) => asArray(association))
      .filter(isObject)
      .slice(0, MOST)
      .flatMap(({ associationType, sourceId, targetId }) => {
        const type = ASSOCIATION_TYPES.find((one) => one === associationType)
        if (type === undefined || typeof sourceId !== 'string' || typeof targetId !== 'string') return []
        return [{ type, source: names.get(sourceId) ?? sourceId, target: names.get(targetId) ?? targetId }]
      }),
  }
}

function achievementsOf({ credentialSubject }: JsonObject): JsonObject[] {
  return asArray(credentialSubject)
    .filter(isObject)
    .flatMap(({ achievement }) => asArray(achievement))
    .filter(isObject)
}
