import {
  didWebUrl,
  type Report,
  readTrustList,
  receiveJson,
  tokenStatusListFault,
  verify,
  type World,
} from '#credential'
import { type JsonObject, PassportError } from '#platform'
import type { TrustList } from '#trust'
import { didDocumentOf } from './identity.ts'
import type { IssuerParts } from './parts.ts'
import type { Issuer } from './records/issuers.ts'

/** What our own credential may say and still leave: an award can begin later, or be put on record when it is over. */
const NO_FAULT = new Set(['dates.notYetValid', 'dates.expired'])

/**
 * Verifies a credential that we have just signed with the `verify` that everyone uses; throws if it does not hold, so
 * that it never leaves. Its status lists are not read here: its positions were taken a moment ago and are clear, and
 * each list is verified by this same function when it is signed.
 */
export async function expectOwnWorkHolds(secured: JsonObject, home: World): Promise<void> {
  const report = await verify(receiveJson(secured), home)
  refuseFaults(report)
  const isOurs = (['proof', 'issuer'] as const).every((name) =>
    report.checks.some(({ check, outcome }) => check === name && outcome === 'passed'),
  )
  if (!isOurs) throw new PassportError('internal', 'A credential that was just signed does not verify.')
}

/** The same for a Token Status List, which is no credential. */
export async function expectOwnListHolds(
  compact: string,
  uri: string,
  issuer: Issuer,
  parts: Pick<IssuerParts, 'keys' | 'storage' | 'contexts' | 'config' | 'now'>,
): Promise<void> {
  const fault = await tokenStatusListFault(compact, { uri, issuerId: issuer.did }, await homeWorld(issuer, parts))
  if (fault !== null) throw new PassportError('internal', `A list that was just signed does not verify: ${fault}.`)
}

/**
 * The same for a trust list: it is read as any verifier reads it, its shards included, and answered as it was read. The lists
 * of others that it leads to are not asked for.
 */
export async function expectOwnTrustListHolds(
  { document, url, shards }: { document: string; url: string; shards: readonly { url: string; bytes: Uint8Array }[] },
  issuer: Issuer,
  parts: Pick<IssuerParts, 'keys' | 'storage' | 'contexts' | 'config' | 'now'>,
): Promise<TrustList> {
  const home = await homeWorld(issuer, parts)
  const load: World['load'] = async (address, options) => {
    const shard = shards.find((one) => one.url === address)
    return shard === undefined ? home.load(address, options) : { bytes: shard.bytes, asOf: home.now }
  }
  const bytes = new TextEncoder().encode(document)
  return await readTrustList(bytes, { url, signer: issuer.did, asOf: home.now }, { ...home, load })
}

/** Refuses, before anything is written down, a credential that cannot become a good one: its form, contexts or dates. */
export async function expectWellFormed(
  credential: JsonObject,
  parts: Pick<IssuerParts, 'contexts' | 'config' | 'now'>,
): Promise<void> {
  const load = async () => {
    throw new PassportError('fetch.blocked', 'Nothing is fetched here.')
  }
  const report = await verify(receiveJson(credential), worldWith(load, parts))
  refuseFaults({ ...report, checks: report.checks.filter(({ check }) => FORM.has(check)) })
}

const FORM = new Set(['shape', 'contexts', 'dates', 'schema'])

function refuseFaults({ checks }: Pick<Report, 'checks'>): void {
  const fault = checks.find(
    ({ check, outcome, code }) =>
      !NO_FAULT.has(code) && (outcome === 'failed' || (outcome === 'unknown' && check === 'contexts')),
  )
  if (fault === undefined) return
  const { code, detail } = fault
  if (code === 'contexts.unknown' || code === 'contexts.inline') {
    throw new PassportError(
      code,
      `A context of the credential is not accepted${detail.context ? `: ${detail.context}` : ''}.`,
    )
  }
  const where = typeof detail.pointer === 'string' ? detail.pointer : undefined
  const what = typeof detail.message === 'string' ? `${where ?? ''} ${detail.message}`.trim() : code
  throw new PassportError('shape.invalid', `The credential is not well formed: ${what}.`, {
    details: where === undefined ? {} : { pointer: where },
  })
}

/** A world as of now in which nothing but the issuer's own DID document can be had, and that without a network. */
export async function homeWorld(
  issuer: Issuer,
  parts: Pick<IssuerParts, 'keys' | 'storage' | 'contexts' | 'config' | 'now'>,
): Promise<World> {
  const didUrl = issuer.didMethod === 'web' ? didWebUrl(issuer.did, parts.config.allowLoopback) : undefined
  const bytes = new TextEncoder().encode(JSON.stringify(await didDocumentOf(issuer, parts)))
  return worldWith(async (url) => {
    if (url !== didUrl) throw new PassportError('fetch.blocked', 'Nothing else is fetched here.')
    return { bytes, asOf: parts.now() }
  }, parts)
}

function worldWith(load: World['load'], parts: Pick<IssuerParts, 'contexts' | 'config' | 'now'>): World {
  return {
    now: parts.now(),
    contexts: parts.contexts,
    load,
    allowLoopback: parts.config.allowLoopback,
    statusMaxAgeSeconds: 60,
    trustLists: [],
    verified: new Set(),
    asHolder: true,
    unavailableLists: [],
  }
}
