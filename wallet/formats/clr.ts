import { ASSOCIATION_TYPES, type Association, isLearnerRecord, learnerRecord, MAX_PARTS, openedPart } from '#credential'
import { asArray, asText, isObject, type JsonObject, uuid } from '#platform'
import { type HeldCredential, presentable } from '../records/credentials.ts'
import type { Person } from '../records/person.ts'

/** What goes into one record, and what is of a form that no record holds. */
export interface RecordParts {
  parts: HeldCredential[][]
  leftOut: HeldCredential[]
}

/** Divides what somebody holds into as many records as it takes: no verifier looks at more credentials in one. */
export function recordParts(held: readonly HeldCredential[]): RecordParts {
  const fits = ({ received }: HeldCredential) => received.securing !== 'open-badges-2'
  const good = held.filter(fits)
  const parts = Array.from({ length: Math.ceil(good.length / MAX_PARTS) }, (_, index) =>
    good.slice(index * MAX_PARTS, (index + 1) * MAX_PARTS),
  )
  return { parts, leftOut: held.filter((one) => !fits(one)) }
}

/**
 * What somebody holds as one Comprehensive Learner Record (CLR 2.0), each credential in it as it was signed. The record itself
 * is put together by the learner, who is its issuer, and nobody signs it: what is in it speaks for itself.
 */
export function recordOf(
  { name }: Pick<Person, 'name'>,
  held: readonly HeldCredential[],
  { now, isWhole }: { now: Date; isWhole: boolean },
): JsonObject {
  const credentials = held.map(presentable)
  return learnerRecord({
    id: `urn:uuid:${uuid()}`,
    name: 'Skills Passport',
    issuer: {
      id: `urn:uuid:${uuid()}`,
      type: ['Profile'],
      name: name ?? 'The learner',
      description: 'The learner put this record together. Nobody signed it as a whole: check each credential in it.',
    },
    validFrom: now,
    identifier:
      name === null ? [] : [{ type: 'IdentityObject', hashed: false, identityHash: name, identityType: 'name' }],
    credentials,
    associations: associationsIn(credentials.map(openedPart)),
    partial: !isWhole,
  })
}

/** How achievements that are in it stand to one another, as the records say that somebody signed. */
function associationsIn(credentials: readonly JsonObject[]): Association[] {
  const subjects = credentials.flatMap(({ credentialSubject }) => asArray(credentialSubject).filter(isObject))
  const here = new Set(
    subjects.flatMap(({ achievement }) => asArray(achievement).flatMap((one) => (isObject(one) ? asText(one.id) : []))),
  )
  const found = credentials.filter(isLearnerRecord).flatMap(({ credentialSubject }) =>
    asArray(credentialSubject)
      .filter(isObject)
      .flatMap(({ association }) => asArray(association).filter(isObject))
      .flatMap(({ associationType, sourceId, targetId }): Association[] => {
        const type = ASSOCIATION_TYPES.find((one) => one === associationType)
        const [source, target] = [asText(sourceId), asText(targetId)]
        return type !== undefined && here.has(source) && here.has(target)
          ? [{ associationType: type, sourceId: source, targetId: target }]
          : []
      }),
  )
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()]
}
