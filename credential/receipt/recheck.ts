import type { ContextLoader } from '#contexts'
import { digestMultibase, isObject, type JsonObject, PassportError } from '#platform'
import type { TrustList } from '#trust'
import { finding } from '../checks/check.ts'
import { parseDateTime } from '../dates.ts'
import { parseDidDocument } from '../did/document.ts'
import { heldAgainstKeyTime, NO_WITNESS } from '../key-time.ts'
import { listedIn } from '../listed-keys.ts'
import { publicKeyOf } from '../multikey.ts'
import { findSuite } from '../proof/suites.ts'
import type { Report } from '../report.ts'
import type { Signer } from '../signer.ts'
import { readTrustList } from '../trust-list.ts'
import type { Load, World } from '../world.ts'
import { type ReadReceipt, RULES, resultOf } from './receipt.ts'

const SUITE = 'eddsa-jcs-2022'

/** Signs a receipt as its verifier (Data Integrity, `eddsa-jcs-2022`: every word of it is covered). */
export async function signReceipt(
  receipt: JsonObject,
  signer: Signer,
  { now, contexts }: { now: Date; contexts: ContextLoader },
): Promise<JsonObject> {
  const proof = await suite().sign(receipt, signer, { created: now, contexts })
  return { ...receipt, proof }
}

/**
 * Whether a receipt is as the verifier it names signed it, by that verifier's DID document. No log shows when a receipt was
 * made, so a key that fell into others' hands signs none; and one that was replaced, none that says it is from after that.
 */
export async function holdsReceipt(
  signed: JsonObject,
  document: JsonObject,
  contexts: ContextLoader,
): Promise<boolean> {
  const { proof, ...receipt } = signed
  const { verifier } = receipt
  if (typeof verifier !== 'string' || typeof proof !== 'object' || proof === null || Array.isArray(proof)) return false
  const keyId = typeof proof.verificationMethod === 'string' ? proof.verificationMethod : null
  const { assertionMethod } = listedIn(parseDidDocument(document, verifier), keyId)
  const key = assertionMethod === undefined ? null : publicKeyOf(assertionMethod)
  if (assertionMethod === undefined || key === null) return false
  if ((await suite().verify(receipt, proof, key, contexts)) !== 'valid') return false
  const found = {
    ...finding('passed', 'proof.ok', {}, verifier),
    signedBy: verifier,
    signedAt: parseDateTime(proof.created),
  }
  return (await heldAgainstKeyTime(found, assertionMethod, { now: LATEST }, NO_WITNESS)).outcome === 'passed'
}

/** Whatever end a key has, it has come by then: what a receipt says of its own time is its signer's word. */
const LATEST = new Date(8.64e15)

function suite() {
  const found = findSuite(SUITE)
  if (found === undefined) throw new Error(`There is no suite ${SUITE}.`)
  return found
}

/**
 * The world as it was when the receipt was made: the same time, the same lists, and of every document the bytes that were
 * looked at then, which are known by their digests. Nothing else can be had in it.
 */
export async function worldOfReceipt(
  receipt: ReadReceipt,
  documents: ReadonlyMap<string, Uint8Array>,
  contexts: ContextLoader,
): Promise<World> {
  const bare: World = {
    now: receipt.checkedAt,
    at: receipt.at,
    contexts,
    load: loadOf(receipt, documents),
    allowLoopback: true,
    statusMaxAgeSeconds: Number.MAX_SAFE_INTEGER,
    verified: { has: () => false, add: () => undefined },
    asked: { challenge: receipt.challenge, domain: receipt.domain },
    trustLists: [],
    unavailableLists: receipt.unavailableLists,
    trustPolicy: receipt.policy,
  }
  const trustLists: TrustList[] = []
  for (const { url, signer, digest, asOf, refused } of receipt.trustLists) {
    const { bytes } = await bare.load(url, { maxAgeSeconds: 0, maxBytes: Number.MAX_SAFE_INTEGER })
    const list = await readTrustList(bytes, { url, signer, asOf }, { ...bare, now: asOf, at: asOf })
    if (list.digest !== digest)
      throw new PassportError('trust.mixed', 'A list beside the receipt is not the one it names.')
    trustLists.push({ ...list, refused })
  }
  return { ...bare, trustLists }
}

function loadOf({ consulted }: ReadReceipt, documents: ReadonlyMap<string, Uint8Array>): Load {
  const byUrl = new Map(consulted.map((one) => [one.url, one]))
  return async (url) => {
    const named = byUrl.get(url)
    const bytes = named === undefined ? undefined : documents.get(named.digest)
    if (named === undefined || bytes === undefined || digestMultibase(bytes) !== named.digest) {
      throw new PassportError('fetch.failed', 'That document is not beside the receipt.')
    }
    return { bytes, asOf: named.asOf }
  }
}

/**
 * The rules that a receipt was made by and those of now, where they are not the same: what a check finds otherwise may then be due to the
 * rules and to nothing else. Null where they are.
 */
export function otherRules({ rules }: ReadReceipt): { before: string; now: string } | null {
  return rules === RULES ? null : { before: rules, now: RULES }
}

/** In what a verification made again differs from what a receipt says was found; nothing is "the same". */
export function differences(receipt: ReadReceipt, reports: readonly Report[]): string[] {
  if (receipt.results.length !== reports.length) return ['the number of credentials']
  return reports.flatMap((report, at) => {
    const found = comparable(resultOf(report, false))
    const before = comparable(receipt.results[at] ?? {})
    return Object.keys(found).filter((name) => JSON.stringify(found[name]) !== JSON.stringify(before[name]))
  })
}

/** Where a list was and as of when it was had is beside the point of what it says. */
function comparable({ recognition, ...result }: JsonObject): JsonObject {
  const { outcome, reason } = isObject(recognition) ? recognition : {}
  return { ...result, recognition: { outcome, reason } }
}
