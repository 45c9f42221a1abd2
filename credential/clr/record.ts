import { asArray, isObject, type Json, type JsonObject, PassportError } from '#platform'
import { formatDateTime } from '../dates.ts'
import { receiveJson } from '../received.ts'

/** How two achievements of a record stand to each other (CLR 2.0 §6.2.3, AssociationType). */
export const ASSOCIATION_TYPES = [
  'isChildOf',
  'isParentOf',
  'isPartOf',
  'isPeerOf',
  'isRelatedTo',
  'exactMatchOf',
  'precedes',
  'replacedBy',
] as const

export type AssociationType = (typeof ASSOCIATION_TYPES)[number]

/** The source achievement, by its id, stands so to the target. */
export interface Association {
  associationType: AssociationType
  sourceId: string
  targetId: string
}

export const LEARNER_RECORD_CONTEXTS = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
]

/** Whether a credential is a Comprehensive Learner Record. */
export function isLearnerRecord({ type }: JsonObject): boolean {
  return asArray(type).includes('ClrCredential')
}

/**
 * A Comprehensive Learner Record (CLR 2.0 §6.1) of credentials that were signed already, unsigned itself. The credentials
 * go in as they are: each keeps its own signature.
 */
export function learnerRecord(record: {
  id: string
  name: string
  issuer: JsonObject | string
  validFrom: Date
  /** Identity objects of the learner. */
  identifier: readonly JsonObject[]
  credentials: readonly JsonObject[]
  associations: readonly Association[]
  /** Whether the issuer knows of more than is in it. */
  partial: boolean
}): JsonObject {
  const { id, name, issuer, validFrom, identifier, credentials, associations, partial } = record
  return {
    '@context': LEARNER_RECORD_CONTEXTS,
    id,
    type: ['VerifiableCredential', 'ClrCredential'],
    name,
    partial,
    issuer,
    validFrom: formatDateTime(validFrom),
    awardedDate: formatDateTime(validFrom),
    credentialSubject: {
      type: ['ClrSubject'],
      identifier: [...identifier],
      verifiableCredential: [...credentials],
      ...(associations.length === 0
        ? {}
        : { association: associations.map((association) => ({ type: 'Association', ...association })) }),
    },
  }
}

/** What a record holds as its parts, of whatever form: each of them is answered for. */
export function partsIn({ credentialSubject }: JsonObject): Json[] {
  return asArray(credentialSubject)
    .filter(isObject)
    .flatMap(({ verifiableCredential }) => asArray(verifiableCredential))
}

/** The credentials that a record holds, as they are in it: CLR 2.0 (§6.1) puts those in JSON alone. */
export function credentialsIn(record: JsonObject): JsonObject[] {
  return partsIn(record).filter(isObject)
}

/** What a credential inside a record says: one in the envelope of a token says it only inside of that. */
export function openedPart(part: JsonObject): JsonObject {
  try {
    return receiveJson(part).credential
  } catch (error) {
    // It says nothing that can be read; its own report says so.
    if (error instanceof PassportError) return part
    throw error
  }
}
