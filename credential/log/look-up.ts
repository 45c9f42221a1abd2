import { asArray, PassportError } from '#platform'
import { logsOf } from '#trust'
import { CLOCK_TOLERANCE_MS } from '../dates.ts'
import { loadDidDocument } from '../did/resolve.ts'
import { readMultikey } from '../multikey.ts'
import type { Received } from '../received.ts'
import type { World } from '../world.ts'
import { isConsistent } from './check-proofs.ts'
import { type LogEvidence, parseLogEvidence } from './evidence.ts'
import { fetchConsistency, readRoot } from './growth.ts'
import { issueLogsOf } from './service.ts'
import { type LogKey, type LogRefusal, seenBy, type Witnessed, witnessed } from './witnessed.ts'

/** What the evidence that came with a credential shows: by when it was in its issuer's log, or why that is not shown. */
export type LogFinding = Witnessed | LogRefusal | 'none' | 'unreadable' | 'keyUnknown' | 'inFuture'

type LogWorld = Pick<World, 'issueLogEvidence' | 'load' | 'allowLoopback' | 'now' | 'trustLists'>

/**
 * Looks at the evidence that came beside a credential. No log is asked about it: that would tell who is being checked. Its
 * key is the one that a trusted list has for the issuer, or else the one in the issuer's own DID document.
 */
export async function findInLog(received: Received, issuerId: string | null, world: LogWorld): Promise<LogFinding> {
  if (world.issueLogEvidence === undefined || world.issueLogEvidence === null) return 'none'
  const evidence = parseLogEvidence(world.issueLogEvidence)
  if (evidence === null) return 'unreadable'
  const keys = issuerId === null ? [] : await logKeysOf(issuerId, world)
  if (keys.length === 0) return 'keyUnknown'
  const found = await Promise.all(keys.map((key) => findInOne(received, evidence, key, world)))
  const shown = found.filter((one) => typeof one === 'object')
  const best =
    shown.find(({ seenAt }) => seenAt !== null) ?? shown[0] ?? found.find((one) => one !== 'otherLog') ?? 'otherLog'
  if (typeof best === 'string') return best
  return best.at.getTime() > world.now.getTime() + CLOCK_TOLERANCE_MS ? 'inFuture' : best
}

/**
 * A log by whose word on the time nothing is decided any more, since a list withdrew its keeper's recognition; or one whose
 * place another took, of which only what a list saw counts: whoever has its key could write any time.
 */
type KnownLog = LogKey & { isDoubted?: boolean; isReplaced?: boolean }

/** What the evidence shows of one log. Of one whose place another took it shows nothing but what a list saw there. */
async function findInOne(
  received: Received,
  evidence: LogEvidence,
  key: KnownLog,
  world: LogWorld,
): Promise<Witnessed | LogRefusal> {
  const found = await seenLater(witnessed(received, evidence, key), key, world)
  if (typeof found !== 'object' || key.isReplaced !== true) return found
  return found.seenAt === null ? 'otherLog' : { ...found, at: found.seenAt }
}

/**
 * What was in a tree that a list saw later stood there when the list saw it, if the one tree begins the other. The log is
 * asked for that by the sizes of both trees. It may know whose credentials were new in the smaller one, so it is asked only
 * where the answer decides. Where it does not answer, its own word on the time is all there is.
 */
async function seenLater(
  found: Witnessed | LogRefusal,
  { log, seen, isDoubted = false, isReplaced = false }: KnownLog,
  world: LogWorld,
) {
  if (!isDoubted && !isReplaced) return found
  if (typeof found !== 'object' || found.seenAt !== null || seen === undefined || found.size >= seen.size) return found
  const path = await consistencyFrom(log, found.size, seen.size, world)
  return path !== null && isConsistent(found, seen, path) ? seenBy(found, seen.at) : found
}

async function consistencyFrom(log: string, from: number, to: number, world: LogWorld): Promise<Uint8Array[] | null> {
  try {
    return await fetchConsistency(log, from, to, world)
  } catch (error) {
    if (error instanceof PassportError) return null
    throw error
  }
}

async function logKeysOf(issuerId: string, world: LogWorld): Promise<KnownLog[]> {
  const pinned = world.trustLists.flatMap(({ entities }) => {
    const entity = entities.get(issuerId)
    if (entity === undefined) return []
    const isDoubted = entity.actions.some(({ withdrawal }) => withdrawal !== null && !withdrawal.isRetroactive)
    return logsOf(entity).flatMap(({ url, key, seen }, place) => {
      const publicKey = readMultikey(key)
      if (typeof publicKey !== 'object') return []
      const tree = seen && { ...seen, root: readRoot(seen.root) }
      return [{ log: url, publicKey, isDoubted, isReplaced: place > 0, seen: tree }]
    })
  })
  if (pinned.length > 0) return pinned
  try {
    return issueLogsOf(await loadDidDocument(issuerId, world))
  } catch (error) {
    if (error instanceof PassportError) return []
    throw error
  }
}

/** Whether what was found shows that it stood in the log before a time. */
export function isWitnessedBefore(found: LogFinding, before: Date): boolean {
  return typeof found === 'object' && found.at < before
}

/** The evidence in a presentation, by the place of the credential that it is for. */
export function evidenceIn(presentation: { issueLogEvidence?: World['issueLogEvidence'] }, place: number) {
  return asArray(presentation.issueLogEvidence)[place]
}
