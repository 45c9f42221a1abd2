import { asArray, decodeUtf8, isObject, type Json, PassportError } from '#platform'
import type { RecognisedAction, RecognisedEntity } from '../../model.ts'
import { readActions, readEntry } from './entity.ts'
import { malformed, onlyMembers } from './fields.ts'

/** How large one shard may be, and how many entries may be in it. */
export const SHARD_BYTES = 8 * 1024 * 1024
export const SHARD_ENTRIES = 5_000

const SHARD = new Set(['list', 'sequence', 'actions', 'entities'])

/**
 * Reads a shard whose digest was found as the signed list states it. It names the version of the list it is of, so that one
 * of another list or version is not mixed in (`trust.mixed`). Its entries name what they may do by its place in `actions`,
 * since thousands may do the same.
 */
export function readShard(bytes: Uint8Array, of: { id: string; sequence: number }): RecognisedEntity[] {
  const shard = parseWritten(bytes)
  if (!isObject(shard) || !Array.isArray(shard.actions) || !Array.isArray(shard.entities)) {
    throw malformed('a part of it cannot be read')
  }
  onlyMembers(shard, SHARD, 'a part')
  if (shard.list !== of.id || shard.sequence !== of.sequence) {
    throw malformed('a part of it belongs to another list, or to another version', 'trust.mixed')
  }
  if (shard.entities.length > SHARD_ENTRIES) throw malformed('a part of it is too long', 'trust.tooLarge')
  const { actions } = shard
  const together = new Map<string, RecognisedAction[]>()
  return shard.entities.map((entity) => {
    if (!isObject(entity)) throw malformed('an entry on it cannot be read')
    const places = String(entity.recognizedTo)
    const known = together.get(places) ?? readActions(asArray(entity.recognizedTo).map((at) => actionAt(actions, at)))
    together.set(places, known)
    return readEntry(entity, known)
  })
}

function actionAt(actions: readonly Json[], at: Json): Json {
  const found = typeof at === 'number' ? actions[at] : undefined
  if (found === undefined) throw malformed('an action on it is not there')
  return found
}

/**
 * Parses JSON that must be written as we write it, without spaces: then there is no key twice and no number that changes,
 * since it would not come out the same again. Looking at each character instead takes six times as long.
 */
function parseWritten(bytes: Uint8Array): Json {
  if (bytes.byteLength > SHARD_BYTES) throw malformed('a part of it is too large', 'trust.tooLarge')
  const text = decodeUtf8(bytes)
  try {
    const value = JSON.parse(text) as Json
    if (JSON.stringify(value) === text) return value
  } catch (cause) {
    throw new PassportError('trust.malformed', 'A part of the list of issuers is not JSON.', { cause })
  }
  throw malformed('a part of it is not written as it must be')
}
