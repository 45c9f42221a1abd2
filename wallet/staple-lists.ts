import { asText, isObject, type JsonObject, PassportError, parseJsonObject } from '#platform'
import { type Storage, storesOf } from '#storage'
import { codecOf } from '#trust'
import type { WalletConfig } from './config.ts'

/** How many lists go with a presentation, and how large they are together: it must stay one that every verifier reads. */
const MAX_LISTS = 3
const MAX_BYTES = 64 * 1024

interface Parts {
  config: Pick<WalletConfig, 'trustLists'>
  storage: Storage
  now: () => Date
}

/**
 * The signed trust lists, of those that the wallet follows, that know an issuer of what is shown: in date, small and whole.
 * Put beside the credentials, they let a verifier that cannot reach a list decide by it all the same, and its keeper never
 * learns who is checked. What they are worth is the verifier's to say.
 */
export async function listsToStaple(credentials: readonly JsonObject[], parts: Parts): Promise<JsonObject[]> {
  const issuers = credentials.map(({ issuer }) => asText(isObject(issuer) ? issuer.id : issuer))
  const { trustLists } = storesOf(parts.storage)
  const stapled: JsonObject[] = []
  let left = MAX_BYTES
  for (const source of parts.config.trustLists) {
    const kept = await trustLists.find(source)
    if (kept === undefined || kept.body.byteLength > left) continue
    const document = parseJsonObject(kept.body)
    if (!knowsOne(document, { ...source, ...kept }, issuers, parts.now())) continue
    stapled.push(document)
    left -= kept.body.byteLength
    if (stapled.length === MAX_LISTS) break
  }
  return stapled
}

interface Source {
  url: string
  asOf: Date
  digest: string
}

/** A list whose entries are in parts is of no use without them, and says nothing here of whom it knows. */
function knowsOne(document: JsonObject, source: Source, issuers: readonly string[], now: Date): boolean {
  try {
    const { entities, validUntil } = codecOf(document).read(document, source).list
    return (validUntil === null || validUntil > now) && issuers.some((did) => entities.has(did))
  } catch (error) {
    if (error instanceof PassportError) return false
    throw error
  }
}
