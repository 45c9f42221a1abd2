import { digestMultibase, type JsonObject } from '#platform'
import { logsOf, type PinnedKey, type PinnedLog, type RecognisedAction, type RecognisedEntity } from '../../model.ts'
import type { Scope } from '../../scope.ts'
import { scopeDigest } from '../../scope-schema.ts'
import { SHARD_ENTRIES } from './shard.ts'

export const RECOGNIZED_ENTITIES_CONTEXT = 'https://w3id.org/skills-passport/recognized-entities/v1'

/** As many entries as stand in the signed document itself; a longer list has all of them in shards. */
const INLINE_ENTRIES = 100

/** A version of a list, to be signed. Times are ISO 8601 in UTC. */
export interface ListToPublish {
  url: string
  name: string
  /** The DID of who keeps it, and will sign. */
  operator: string
  sequence: number
  validFrom: string
  validUntil: string
  nextUpdate?: string
  /** The digest of the version before, as signed; absent of the first. */
  previousDigest?: string | null
  entities: readonly RecognisedEntity[]
  /** Where the schema of a scope is published, by its digest. */
  schemaUrl: (digest: string) => string
  /** Where a shard is published, by its digest. */
  shardUrl: (digest: string) => string
}

/** An unsigned list, and the shards it names: documents to be served under those addresses, byte for byte. */
export interface WrittenList {
  credential: JsonObject
  shards: ReadonlyArray<{ url: string; digest: string; bytes: Uint8Array }>
}

/** Writes a list as an unsigned `RecognizedEntityCredential`. */
export function writeRecognizedEntities(list: ListToPublish): WrittenList {
  const isLong = list.entities.length > INLINE_ENTRIES
  const shards = isLong ? shardsOf(list) : []
  const subjects = isLong ? { id: list.url } : list.entities.map((entity) => entityJson(entity, list))
  return {
    shards,
    credential: {
      '@context': ['https://www.w3.org/ns/credentials/v2', RECOGNIZED_ENTITIES_CONTEXT],
      id: list.url,
      type: ['VerifiableCredential', 'RecognizedEntityCredential'],
      name: list.name,
      issuer: list.operator,
      validFrom: list.validFrom,
      validUntil: list.validUntil,
      sequenceNumber: list.sequence,
      ...(list.nextUpdate === undefined ? {} : { nextUpdate: list.nextUpdate }),
      ...(list.previousDigest ? { previousListDigest: list.previousDigest } : {}),
      ...(isLong
        ? {
            shard: shards.map(({ url, digest }) => ({
              id: url,
              type: 'RecognizedEntityShard',
              digestMultibase: digest,
            })),
          }
        : {}),
      credentialSubject: subjects,
    },
  }
}

function shardsOf(list: ListToPublish): WrittenList['shards'] {
  const entries = inOrder(list)
  const count = Math.ceil(entries.length / SHARD_ENTRIES)
  return Array.from({ length: count }, (_, at) => {
    const places = new Places()
    const entities = entries.slice(at * SHARD_ENTRIES, (at + 1) * SHARD_ENTRIES).map(({ entity, actions }) => ({
      ...entryJson(entity),
      recognizedTo: actions.map((action) => places.of(action)),
    }))
    const shard = { list: list.url, sequence: list.sequence, actions: places.values, entities }
    const bytes = new TextEncoder().encode(JSON.stringify(shard))
    const digest = digestMultibase(bytes)
    return { url: list.shardUrl(digest), digest, bytes }
  })
}

/** Those who may do the same stand together, each with its actions as JSON: then few actions are said in more than one shard. */
function inOrder(list: ListToPublish): { entity: RecognisedEntity; actions: string[] }[] {
  const textOf = (action: RecognisedAction) => JSON.stringify(actionJson(action, list))
  const alike = Map.groupBy(list.entities, ({ actions }) => actions.map(textOf).join('\n'))
  return [...alike].flatMap(([texts, entities]) => {
    const actions = texts.split('\n')
    return entities.map((entity) => ({ entity, actions }))
  })
}

/** What is said several times, said once and known by its place. */
class Places {
  readonly values: JsonObject[] = []
  readonly #places = new Map<string, number>()

  of(text: string): number {
    const place = this.#places.get(text) ?? this.values.push(JSON.parse(text)) - 1
    this.#places.set(text, place)
    return place
  }
}

function entityJson(entity: RecognisedEntity, list: ListToPublish): JsonObject {
  return {
    ...entryJson(entity),
    type: ['RecognizedEntity', 'RecognizedIssuer'],
    recognizedTo: entity.actions.map((action) => actionJson(action, list)),
    ...(entity.keys.length === 0
      ? {}
      : { recognizedKey: entity.keys.map((key) => ({ type: 'RecognizedKey', ...keyJson(key) })) }),
  }
}

function entryJson(entity: RecognisedEntity): JsonObject {
  const { did, name, keys, closure, recognisedIn } = entity
  const [issueLog, ...earlier] = logsOf(entity).map((log, place) => logJson(log, place > 0))
  return {
    id: did,
    name,
    ...(keys.length === 0 ? {} : { recognizedKey: keys.map(keyJson) }),
    ...(closure === null
      ? {}
      : {
          closure: {
            type: 'EntityClosure',
            closedOn: dateTime(closure.on),
            ...(closure.custodian ? { custodian: bodyJson(closure.custodian) } : {}),
            ...(closure.successor ? { successor: bodyJson(closure.successor) } : {}),
          },
        }),
    ...(issueLog === undefined ? {} : { issueLog: earlier.length === 0 ? issueLog : [issueLog, ...earlier] }),
    ...(recognisedIn === null ? {} : { recognizedIn: { id: recognisedIn, type: 'RecognizedEntityCredential' } }),
  }
}

/** A log whose place another took is told from that one by its id, which its key is a part of: both may be at one address. */
function logJson({ url, key, since, seen }: PinnedLog, isReplaced: boolean): JsonObject {
  return {
    id: isReplaced ? `${url}#${key}` : url,
    type: 'RecognizedIssueLog',
    logKey: key,
    since: dateTime(since),
    ...(seen === undefined ? {} : { seenSize: seen.size, seenRoot: seen.root, seenAt: dateTime(seen.at) }),
  }
}

function actionJson(action: RecognisedAction, list: ListToPublish): JsonObject {
  const { scope, from, until, assurance, suspensions, withdrawal, depth } = action
  return {
    type: 'RecognizedAction',
    action: action.action === 'issue' ? 'issue' : 'recognize',
    ...period(from, until),
    ...scopeJson(scope, list),
    ...(assurance === null ? {} : { maximumAssurance: assurance }),
    ...(depth === 0 ? {} : { maximumDepth: depth }),
    ...(suspensions.length === 0
      ? {}
      : { suspension: suspensions.map((one) => ({ type: 'RecognitionSuspension', ...period(one.from, one.until) })) }),
    ...(withdrawal === null
      ? {}
      : {
          withdrawal: {
            type: 'RecognitionWithdrawal',
            withdrawnOn: dateTime(withdrawal.on),
            retroactive: withdrawal.isRetroactive,
            reason: withdrawal.reason,
          },
        }),
  }
}

function scopeJson(scope: Scope, { schemaUrl }: ListToPublish): JsonObject {
  const digest = scopeDigest(scope)
  const words: JsonObject = JSON.parse(JSON.stringify(scope))
  return { scope: words, outputValidation: [{ id: schemaUrl(digest), type: 'JsonSchema', digestMultibase: digest }] }
}

function keyJson({ key, from, until, reason }: PinnedKey): JsonObject {
  return {
    publicKeyMultibase: key,
    ...(from === null ? {} : { validFrom: dateTime(from) }),
    ...(until === null ? {} : { validUntil: dateTime(until) }),
    ...(reason === null ? {} : { endReason: reason }),
  }
}

const bodyJson = ({ did, name }: { did: string; name: string }): JsonObject => ({ id: did, name })

const period = (from: Date, until: Date | null): JsonObject => ({
  validFrom: dateTime(from),
  ...(until === null ? {} : { validUntil: dateTime(until) }),
})

/** Recognized Entities wants whole seconds, in UTC. */
const dateTime = (date: Date): string => date.toISOString().replace(/\.\d{3}Z$/, 'Z')
