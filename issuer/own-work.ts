import { didWebUrl, readTrustList, receiveJson, tokenStatusListFault, verify, type World } from '#credential'
import { type JsonObject, PassportError } from '#platform'
import type { TrustList } from '#trust'
import { type Home, refuseFaults, worldOf } from './home.ts'
import { didDocumentOf } from './identity.ts'
import type { IssuerParts } from './parts.ts'
import type { Issuer } from './records/issuers.ts'

/** As `expectHolds`, for a Token Status List, which is no credential. */
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
  const nobodys = { now: parts.now(), allowLoopback: parts.config.allowLoopback, didUrl: undefined, document: NOTHING }
  const report = await verify(receiveJson(credential), worldOf(nobodys, parts.contexts))
  refuseFaults({ ...report, checks: report.checks.filter(({ check }) => FORM.has(check)) })
}

const NOTHING = new Uint8Array()
const FORM = new Set(['shape', 'contexts', 'dates', 'schema'])

/** What of an issuer it takes to verify its work as of now. */
export async function homeOf(
  issuer: Issuer,
  parts: Pick<IssuerParts, 'keys' | 'storage' | 'config' | 'now'>,
): Promise<Home> {
  const { allowLoopback } = parts.config
  return {
    now: parts.now(),
    allowLoopback,
    didUrl: issuer.didMethod === 'web' ? didWebUrl(issuer.did, allowLoopback) : undefined,
    document: new TextEncoder().encode(JSON.stringify(await didDocumentOf(issuer, parts))),
  }
}

/** A world as of now in which nothing but the issuer's own DID document can be had, and that without a network. */
export async function homeWorld(
  issuer: Issuer,
  parts: Pick<IssuerParts, 'keys' | 'storage' | 'contexts' | 'config' | 'now'>,
): Promise<World> {
  return worldOf(await homeOf(issuer, parts), parts.contexts)
}
