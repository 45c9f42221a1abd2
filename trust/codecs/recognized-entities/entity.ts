import { asArray, isObject, type Json, type JsonObject } from '#platform'
import type { Closure, PinnedLog, RecognisedAction, RecognisedEntity } from '../../model.ts'
import { readAction, refuseOverlaps } from './action.ts'
import { malformed, onlyMembers, optionalDate, readCount, readDate, readText } from './fields.ts'
import { readKey } from './key.ts'

/** Descriptions that decide nothing (§ General Properties) are passed over; whatever else is there must be understood. */
const ENTITY = new Set([
  'id',
  'type',
  'name',
  'recognizedTo',
  'recognizedKey',
  'recognizedIn',
  'closure',
  'issueLog',
  'legalName',
  'image',
  'url',
  'sameAs',
  'description',
])

/** Of others that an entry names, nothing is said that decides: what would be, has its place in their own entry. */
const BODY = new Set(['id', 'type', 'name', 'url', 'image', 'description'])
const OTHER_LIST = new Set(['id', 'type', 'name', 'description'])

/** An entry of the signed document. */
export function readEntity(value: Json): RecognisedEntity {
  if (!isObject(value) || !asArray(value.type).includes('RecognizedIssuer')) {
    throw malformed('an entry on it is no recognised issuer')
  }
  const actions = asArray(value.recognizedTo).flatMap(readAction)
  refuseOverlaps(actions)
  return readEntry(value, actions)
}

/** An entry whose actions were read already. */
export function readEntry(value: JsonObject, actions: readonly RecognisedAction[]): RecognisedEntity {
  onlyMembers(value, ENTITY, 'an entry')
  const did = readText(value.id, 'an entry on it has no DID')
  if (actions.length === 0) throw malformed('an entry on it is recognised for nothing')
  return {
    did,
    name: typeof value.name === 'string' && value.name !== '' ? value.name.slice(0, 500) : did,
    actions,
    keys: asArray(value.recognizedKey).map(readKey),
    closure: closureOf(value.closure),
    issueLog: issueLogOf(value.issueLog),
    recognisedIn: recognisedInOf(value.recognizedIn),
  }
}

function closureOf(value: Json | undefined): Closure | null {
  if (value === undefined) return null
  if (!isObject(value)) throw malformed('the closing of an issuer on it cannot be read')
  onlyMembers(value, new Set(['type', 'closedOn', 'custodian', 'successor']), 'the closing of an issuer')
  return { on: readDate(value.closedOn), custodian: bodyOf(value.custodian), successor: bodyOf(value.successor) }
}

function bodyOf(value: Json | undefined): { did: string; name: string } | null {
  if (value === undefined) return null
  if (!isObject(value)) throw malformed('who goes on for an issuer on it cannot be read')
  onlyMembers(value, BODY, 'who goes on for an issuer')
  const did = readText(value.id, 'who goes on for an issuer on it has no DID')
  return { did, name: typeof value.name === 'string' ? value.name.slice(0, 500) : did }
}

function issueLogOf(value: Json | undefined): RecognisedEntity['issueLog'] {
  if (value === undefined) return null
  const logs = asArray(value).map(logOf)
  const earlier = logs.filter(({ isReplaced }) => isReplaced).map(({ log }) => log)
  const [inUse, ...others] = logs.filter(({ isReplaced }) => !isReplaced).map(({ log }) => log)
  if (inUse === undefined || others.length > 0) throw malformed('it does not say which issue log is in use')
  return earlier.length === 0 ? inUse : { ...inUse, earlier }
}

/** The order of several is signed by nobody: one whose place another took is known by its id, which its key is a part of. */
function logOf(value: Json): { log: PinnedLog; isReplaced: boolean } {
  if (!isObject(value)) throw malformed('the issue log of an issuer on it cannot be read')
  onlyMembers(value, new Set(['type', 'id', 'logKey', 'since', 'seenSize', 'seenRoot', 'seenAt']), 'an issue log')
  const id = readText(value.id, 'an issue log on it has no address')
  const key = readText(value.logKey, 'an issue log on it has no key')
  const since = optionalDate(value.since) ?? new Date(0)
  const isReplaced = id.endsWith(`#${key}`)
  const url = isReplaced ? id.slice(0, -key.length - 1) : id
  return { log: { url, key, since, ...seenOf(value) }, isReplaced }
}

function seenOf({ seenSize, seenRoot, seenAt }: JsonObject): Pick<PinnedLog, 'seen'> {
  if (seenSize === undefined && seenRoot === undefined && seenAt === undefined) return {}
  return {
    seen: {
      size: readCount(seenSize, 'what was seen of an issue log cannot be read'),
      root: readText(seenRoot, 'what was seen of an issue log cannot be read'),
      at: readDate(seenAt),
    },
  }
}

function recognisedInOf(value: Json | undefined): string | null {
  if (value === undefined) return null
  const isList = isObject(value) && asArray(value.type).includes('RecognizedEntityCredential')
  if (!isObject(value) || !isList) throw malformed('an entry on it leads to a list of a kind that is not read')
  onlyMembers(value, OTHER_LIST, 'a list that an entry leads to')
  return readText(value.id, 'an entry on it leads to a list without an address')
}
