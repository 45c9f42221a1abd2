import { asArray, isObject, type Json, type JsonObject } from '#platform'
import type { RecognisedEntity, TrustList } from '../../model.ts'
import type { ListSource, ShardReference, TrustListCodec } from '../codec.ts'
import { readEntity } from './entity.ts'
import { malformed, optionalDate, readCount, readDate, readText } from './fields.ts'
import { type KnownActions, readShard } from './shard.ts'

/** What one list may hold: entries in the signed document, shards, and entries in all. */
const MAX_INLINE = 2_000
const MAX_SHARDS = 100

/**
 * W3C Recognized Entities 1.0 (Working Draft of 2 August 2026), `RecognizedEntityCredential`, with our terms for what the
 * draft leaves open (docs/trust-lists.md). An entry's DID is known by it whole; two entries of the same DID are refused.
 */
export const recognizedEntities: TrustListCodec = {
  reads: ({ type }) => asArray(type).includes('RecognizedEntityCredential'),
  read(credential, source) {
    const shards = asArray(credential.shard).map(shardOf)
    const subjects = asArray(credential.credentialSubject)
    if (subjects.length > MAX_INLINE || shards.length > MAX_SHARDS) throw malformed('it is too long', 'trust.tooLarge')
    const entries = subjects.filter((subject) => !(shards.length > 0 && isIndex(subject)))
    return {
      list: listOf(
        credential,
        source,
        entries.map((entry) => readEntity(entry)),
      ),
      id: readText(credential.id, 'it has no id'),
      shards,
    }
  },
  withShards({ list, id }, shards) {
    const known: KnownActions = new Map()
    const entities = new Map(list.entities)
    for (const bytes of shards) addByDid(entities, readShard(bytes, { id, sequence: list.sequence }, known))
    return { ...list, entities }
  },
} satisfies TrustListCodec

function listOf(credential: JsonObject, source: ListSource, entities: readonly RecognisedEntity[]): TrustList {
  const { issuer, name, previousListDigest } = credential
  return {
    url: source.url,
    asOf: source.asOf,
    digest: source.digest,
    name: typeof name === 'string' && name !== '' ? name : source.url,
    operator: readText(isObject(issuer) ? issuer.id : issuer, 'it does not say who keeps it'),
    sequence: sequenceOf(credential),
    previousDigest:
      previousListDigest === undefined
        ? null
        : readText(previousListDigest, 'the digest of the list before it cannot be read'),
    validFrom: readDate(credential.validFrom),
    validUntil: optionalDate(credential.validUntil),
    nextUpdate: optionalDate(credential.nextUpdate),
    entities: addByDid(new Map(), entities),
    delegated: new Map(),
    unavailable: [],
    refused: null,
    isStapled: false,
  }
}

/** The draft knows no sequence number: the time a version is from counts those of a list that has none. */
function sequenceOf({ sequenceNumber, validFrom }: JsonObject): number {
  if (sequenceNumber === undefined) return readDate(validFrom).getTime()
  return readCount(sequenceNumber, 'its sequence number cannot be read')
}

function addByDid(map: Map<string, RecognisedEntity>, entities: readonly RecognisedEntity[]): typeof map {
  const size = map.size + entities.length
  for (const entity of entities) map.set(entity.did, entity)
  if (map.size < size) throw malformed('an issuer is on it twice')
  return map
}

/** A list whose entries are all in shards still has to be about something: its index. */
function isIndex(subject: Json): boolean {
  return isObject(subject) && subject.type === undefined
}

function shardOf(value: Json): ShardReference {
  if (!isObject(value)) throw malformed('a part of it cannot be read')
  return {
    url: readText(value.id, 'a part of it has no address'),
    digest: readText(value.digestMultibase, 'a part of it has no digest'),
  }
}
