import { canonicalJson, isObject, type Json, type JsonObject, pointerStep } from '#platform'
import type { SchemaFault } from '#schemas'

/** A kind of thing, the members of it that decide something, and where a reader looks for them. */
interface Role {
  members: ReadonlySet<string>
  /** `under` is the name of the member that leads to the object; empty for the document itself. */
  isReadAt(object: JsonObject, under: string): boolean
}

const roleUnder = (under: string, members: readonly string[]): Role => ({
  members: new Set(members),
  isReadAt: (_object, at) => at === under,
})

/**
 * What decides of a credential, its subject, an achievement, an alignment and a result (VC Data Model 2.0 §4, Open Badges 3.0
 * §B.1, CLR 2.0 §4), and of a list of recognised entities. What only describes a thing, such as its name, is no part of this:
 * honest documents describe an issuer wherever they name it.
 */
const ROLES: readonly Role[] = [
  {
    members: new Set([
      'issuer',
      'issuanceDate',
      'expirationDate',
      'validFrom',
      'validUntil',
      'awardedDate',
      'credentialSubject',
      'credentialStatus',
      'credentialSchema',
      'evidence',
      'refreshService',
      'relatedResource',
      'termsOfUse',
      'sequenceNumber',
      'nextUpdate',
      'previousListDigest',
      'shard',
    ]),
    isReadAt: (object, under) => under === '' || object.credentialSubject !== undefined,
  },
  roleUnder('credentialSubject', [
    'achievement',
    'activityEndDate',
    'activityStartDate',
    'assurance',
    'association',
    'closure',
    'creditAwarded',
    'creditsEarned',
    'currentUntil',
    'encodedList',
    'fieldExplanation',
    'identifier',
    'issueLog',
    'licenseNumber',
    'recognition',
    'recognizedIn',
    'recognizedKey',
    'recognizedTo',
    'renews',
    'result',
    'role',
    'source',
    'term',
    'verifiableCredential',
  ]),
  roleUnder('achievement', [
    'achievementType',
    'alignment',
    'assessmentMethod',
    'awardedBy',
    'creator',
    'credit',
    'creditsAvailable',
    'criteria',
    'currencyPolicy',
    'deliveredBy',
    'fieldOfStudy',
    'learningSetting',
    'regulatedBy',
    'resultDescription',
    'specialization',
    'structureRules',
    'validatedBy',
  ]),
  roleUnder('alignment', ['targetCode', 'targetFramework', 'targetType', 'targetUrl']),
  roleUnder('result', ['achievedLevel', 'status', 'value']),
]

/** An object that has an id, where it stands, and the credential with a proof of its own that it is within. */
interface Mention {
  object: JsonObject
  under: string
  path: (string | number)[]
  within: JsonObject
}

/**
 * Things that are named by one id in several objects, so that a member can be taken from where it is read to where it is not, and
 * the signed statements stay the same: an end date, say, into a piece of evidence by the credential's own id. What decides
 * stands where it is read, or the document is not as honest ones are; and where a thing is described more than once, each
 * time with the same.
 */
export function movedMeaning(credential: JsonObject): SchemaFault[] {
  const mentions: Mention[] = []
  collect(credential, { under: '', within: credential, path: [] }, mentions)
  const byId = Map.groupBy(mentions, ({ object }) => object.id)
  return [...byId.values()].filter(({ length }) => length > 1).flatMap((same) => faultsOf(same))
}

function faultsOf(same: readonly Mention[]): SchemaFault[] {
  return ROLES.flatMap((role) => {
    const deciding = same.filter(({ object }) => Object.keys(object).some((member) => role.members.has(member)))
    const elsewhere = deciding.find(({ object, under }) => !role.isReadAt(object, under))
    if (elsewhere !== undefined) return [faultAt(elsewhere, 'says of a thing what belongs elsewhere')]
    const otherwise = firstOtherwise(deciding, role)
    return otherwise === undefined ? [] : [faultAt(otherwise, 'says otherwise of a thing named twice')]
  })
}

/**
 * A credential within another is held to its words by a proof of its own, so only what is within the same is compared; but
 * everything with the document itself, whose proof covers them all.
 */
function firstOtherwise(deciding: readonly Mention[], { members }: Role): Mention | undefined {
  const isOfDocument = deciding.some(({ under }) => under === '')
  const said = new Map<JsonObject | undefined, string>()
  return deciding.find(({ object, within }) => {
    const scope = isOfDocument ? undefined : within
    const words = canonicalJson(Object.fromEntries(Object.entries(object).filter(([member]) => members.has(member))))
    const before = said.get(scope)
    said.set(scope, words)
    return before !== undefined && before !== words
  })
}

const faultAt = ({ path }: Mention, message: string): SchemaFault => ({
  pointer: path.map(pointerStep).join(''),
  message,
})

/** `path` leads to the value, and is as it was again at the end. */
function collect(value: Json | undefined, { under, within, path }: Omit<Mention, 'object'>, mentions: Mention[]): void {
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at++) {
      path.push(at)
      collect(value[at], { under, within, path }, mentions)
      path.pop()
    }
  } else if (isObject(value)) {
    const scope = value.proof === undefined ? within : value
    if (typeof value.id === 'string') mentions.push({ object: value, under, within: scope, path: path.slice() })
    for (const member of Object.keys(value)) {
      if (member === '@context' || member === 'proof') continue
      path.push(member)
      collect(value[member], { under: member, within: scope, path }, mentions)
      path.pop()
    }
  }
}
