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
  if (!isObject(value)) throw malformed('the issue log of an issuer on it cannot be read')
  onlyMembers(value, new Set(['type', 'id', 'logKey', 'since', 'seenSize', 'seenRoot', 'seenAt']), 'an issue log')
  return {
    url: readText(value.id, 'an issue log on it has no address'),
    key: readText(value.logKey, 'an issue log on it has no key'),
    since: optionalDate(value.since) ?? new Date(0),
    ...seenOf(value),
  }
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
