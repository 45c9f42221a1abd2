import { asArray, decodeUtf8, isObject, JSON_LIMITS, type Json, PassportError } from '#platform'
import type { RecognisedAction, RecognisedEntity } from '../../model.ts'
import { readAction, refuseOverlaps } from './action.ts'
import { readEntry } from './entity.ts'
import { malformed, onlyMembers } from './fields.ts'

/** How large one shard may be, and how many entries may be in it. */
export const SHARD_BYTES = 8 * 1024 * 1024
export const SHARD_ENTRIES = 5_000

const SHARD = new Set(['list', 'sequence', 'actions', 'entities'])

/** Actions that were read already, by their text: the shards of a list have the same few in them. */
export type KnownActions = Map<string, RecognisedAction[]>

/**
 * Reads a shard whose digest was found as the signed list states it. It names the version of the list it is of, so that one
 * of another list or version is not mixed in (`trust.mixed`). Its entries name what they may do by its place in `actions`,
 * since thousands may do the same.
 */
export function readShard(
  bytes: Uint8Array,
  of: { id: string; sequence: number },
  known: KnownActions,
): RecognisedEntity[] {
  const shard = parse(bytes)
  if (!isObject(shard) || !Array.isArray(shard.actions) || !Array.isArray(shard.entities)) {
    throw malformed('a part of it cannot be read')
  }
  onlyMembers(shard, SHARD, 'a part')
  if (shard.list !== of.id || shard.sequence !== of.sequence) {
    throw malformed('a part of it belongs to another list, or to another version', 'trust.mixed')
  }
  if (shard.entities.length > SHARD_ENTRIES) throw malformed('a part of it is too long', 'trust.tooLarge')
  const actions = shard.actions.map((action) => actionOnce(action, known))
  const together = new Map<string, RecognisedAction[]>()
  return shard.entities.map((entity) => {
    if (!isObject(entity)) throw malformed('an entry on it cannot be read')
    const places = asArray(entity.recognizedTo)
    const key = placesKey(places)
    let those = together.get(key)
    if (those === undefined) {
      those = places.flatMap((at) => actionAt(actions, at))
      refuseOverlaps(those)
      together.set(key, those)
    }
    return readEntry(entity, those)
  })
}

/** Places of actions as one text. What is no place is none of them, however deep it is nested. */
function placesKey(places: readonly Json[]): string {
  let key = ''
  for (const at of places) {
    if (typeof at !== 'number') throw malformed('an action on it is not there')
    key += `${at},`
  }
  return key
}

/** Whoever was only let recognise others signs such parts too: what is nested without end is refused before it is walked. */
function actionOnce(action: Json, known: KnownActions): RecognisedAction[] {
  if (isTooDeep(action)) throw malformed('an action on it cannot be read')
  const text = JSON.stringify(action)
  const read = known.get(text) ?? readAction(action)
  known.set(text, read)
  return read
}

function actionAt(actions: readonly RecognisedAction[][], at: Json): RecognisedAction[] {
  const found = typeof at === 'number' ? actions[at] : undefined
  if (found === undefined) throw malformed('an action on it is not there')
  return found
}

/**
 * Parses a shard. Its bytes are the ones that whoever is trusted for the list has signed the digest of, so they are not
 * looked at character by character as those of strangers are: of 100,000 entries that takes three seconds.
 */
function parse(bytes: Uint8Array): Json {
  if (bytes.byteLength > SHARD_BYTES) throw malformed('a part of it is too large', 'trust.tooLarge')
  const text = decodeUtf8(bytes)
  try {
    return JSON.parse(text) as Json
  } catch (cause) {
    throw new PassportError('trust.malformed', 'A part of the list of issuers is not JSON.', { cause })
  }
}

/** Whether it is nested deeper than a document from outside may be. */
function isTooDeep(value: Json | undefined, left = JSON_LIMITS.depth): boolean {
  if (typeof value !== 'object' || value === null) return false
  return left === 0 || Object.values(value).some((inner) => isTooDeep(inner, left - 1))
}
