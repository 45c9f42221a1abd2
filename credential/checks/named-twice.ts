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
    'issueLog',
    'licenseNumber',
    'recognition',
    'recognizedIn',
    'recognizedKey',
    'recognizedTo',
    'renews',
    'result',
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
 * the signed statements stay the same: an end date, say, into a piece of evidence by the credential's own id. Where a thing is
 * read, all is said of it that decides; what is said of it elsewhere is some of that again, in the same words.
 */
export function movedMeaning(credential: JsonObject): SchemaFault[] {
  const mentions: Mention[] = []
  collect(credential, { under: '', within: credential, path: [] }, mentions)
  const byId = Map.groupBy(mentions, ({ object }) => object.id)
  return [...byId.values()].filter(({ length }) => length > 1).flatMap(faultsOf)
}

function faultsOf(same: readonly Mention[]): SchemaFault[] {
  return ROLES.flatMap((role) => {
    const homes = same.filter(({ object, under }) => role.isReadAt(object, under)).map((one) => saying(one, role))
    // What nobody reads, nobody misses.
    if (homes.length === 0) return []
    const elsewhere = same.filter(({ object, under }) => !role.isReadAt(object, under)).map((one) => saying(one, role))
    const moved = beyond(elsewhere, fullest(homes))
    if (moved !== undefined) return [faultAt(moved, 'says of a thing what belongs elsewhere')]
    const different = alike(homes)
    return different === undefined ? [] : [faultAt(different, 'says otherwise of a thing named twice')]
  })
}

/** A mention with what it says that decides, each in one text. */
interface Saying extends Mention {
  said: ReadonlyMap<string, string>
}

function saying(mention: Mention, { members }: Role): Saying {
  const deciding = Object.entries(mention.object).filter(([member]) => members.has(member))
  return { ...mention, said: new Map(deciding.map(([member, value]) => [member, canonicalJson(value ?? null)])) }
}

/**
 * The first of several descriptions, at places where such a thing is read, that are not alike. A credential within another is held to
 * its words by a proof of its own, so only what is within the same is compared; but everything with the document itself,
 * whose proof covers them all.
 */
function alike(homes: readonly Saying[]): Saying | undefined {
  const document = homes.find(({ under }) => under === '')
  if (document !== undefined) return beyond(homes, document)
  for (const those of Map.groupBy(homes, ({ within }) => within).values()) {
    const found = beyond(those, fullest(those))
    if (found !== undefined) return found
  }
  return undefined
}

/** The first that says something that the full one does not say, or says otherwise. */
function beyond(all: readonly Saying[], full: Saying | undefined): Saying | undefined {
  return all.find(({ said }) => [...said].some(([member, text]) => full?.said.get(member) !== text))
}

function fullest(all: readonly Saying[]): Saying | undefined {
  return all.toSorted((one, other) => other.said.size - one.said.size)[0]
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
