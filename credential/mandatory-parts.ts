import type { JsonObject } from '#platform'
import { pointsInto } from './proof/selective/pointers.ts'

/** Who says it, when, of what kind, and where to look whether it still holds. */
const OF_CREDENTIAL = [
  '/type',
  '/issuer',
  '/name',
  '/issuanceDate',
  '/expirationDate',
  '/validFrom',
  '/validUntil',
  '/credentialStatus',
  '/credentialSchema',
  '/termsOfUse',
]

/**
 * What Open Badges 3.0 §B.1.1 asks of every achievement; and until when a skill counts as current, which nobody may hide
 * once it has lapsed.
 */
const OF_SUBJECT = [
  '/type',
  '/currentUntil',
  '/achievement/type',
  '/achievement/id',
  '/achievement/name',
  '/achievement/description',
  '/achievement/criteria',
]

/** What people need to judge any part of a credential: it stays in every copy, where the request names nothing. */
export function defaultMandatoryPointers(credential: JsonObject): string[] {
  const { credentialSubject } = credential
  const subjects = Array.isArray(credentialSubject)
    ? credentialSubject.map((_, index) => `/credentialSubject/${index}`)
    : ['/credentialSubject']
  const ofSubjects = subjects.flatMap((subject) => OF_SUBJECT.map((pointer) => subject + pointer))
  return [...OF_CREDENTIAL, ...ofSubjects].filter((pointer) => pointsInto(credential, pointer))
}
