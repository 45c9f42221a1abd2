import type { JsonObject, PublicKey } from '#platform'
import type { PinnedKey } from '#trust'
import { parseDateTime } from './dates.ts'
import type { DidDocument, VerificationMethod } from './did/document.ts'
import { issueLogsOf } from './log/service.ts'
import { multikeyOf, publicKeyOf } from './multikey.ts'

/**
 * The keys that a DID document lists for signing credentials, as a trust list pins them: those in use, and those of the past
 * with their end (Controlled Identifiers §2.2). A document says nothing of when a key began, so neither does the pin.
 */
export function keysToPin({ id, assertionMethod, verificationMethod }: DidDocument): PinnedKey[] {
  const isUsed = (method: VerificationMethod) => assertionMethod.some((used) => used.id === method.id)
  const methods = [...assertionMethod, ...verificationMethod.filter((one) => one.revoked !== undefined && !isUsed(one))]
  const pinned = new Map<string, PinnedKey>()
  for (const method of methods.filter(({ controller }) => controller === id)) {
    const publicKey = publicKeyOf(method)
    if (publicKey === null) continue
    const key = multikeyOf(publicKey)
    if (!pinned.has(key)) pinned.set(key, { key, from: null, ...endOf(method) })
  }
  return [...pinned.values()]
}

/** The issue log that a DID document names, as a trust list pins it, with the key to check it by; null where it names none. */
export function logToPin(document: JsonObject): { url: string; key: string; publicKey: PublicKey } | null {
  const [named] = issueLogsOf(document)
  return named === undefined ? null : { url: named.log, key: multikeyOf(named.publicKey), publicKey: named.publicKey }
}

/** A time that cannot be read ended the key long ago. */
function endOf({ revoked, expires }: VerificationMethod): Pick<PinnedKey, 'until' | 'reason'> {
  if (revoked !== undefined) return { until: parseDateTime(revoked) ?? new Date(0), reason: 'compromised' }
  if (expires !== undefined) return { until: parseDateTime(expires) ?? new Date(0), reason: 'superseded' }
  return { until: null, reason: null }
}
