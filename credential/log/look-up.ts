import { asArray, base64Decode, PassportError } from '#platform'
import { CLOCK_TOLERANCE_MS } from '../dates.ts'
import { loadDidDocument } from '../did/resolve.ts'
import { readMultikey } from '../multikey.ts'
import type { Received } from '../received.ts'
import type { World } from '../world.ts'
import { parseLogEvidence } from './evidence.ts'
import { issueLogsOf } from './service.ts'
import { type LogKey, type LogRefusal, type Witnessed, witnessed } from './witnessed.ts'

/** What the evidence that came with a credential shows: by when it was in its issuer's log, or why that is not shown. */
export type LogFinding = Witnessed | LogRefusal | 'none' | 'unreadable' | 'keyUnknown' | 'inFuture'

type LogWorld = Pick<World, 'issueLogEvidence' | 'load' | 'allowLoopback' | 'now' | 'trustLists'>

/**
 * Looks at the evidence that came beside a credential. No log is ever asked: that would tell it who is being checked. Its
 * key is the one that a trusted list has for the issuer, or else the one in the issuer's own DID document.
 */
export async function findInLog(received: Received, issuerId: string | null, world: LogWorld): Promise<LogFinding> {
  if (world.issueLogEvidence === undefined || world.issueLogEvidence === null) return 'none'
  const evidence = parseLogEvidence(world.issueLogEvidence)
  if (evidence === null) return 'unreadable'
  const keys = issuerId === null ? [] : await logKeysOf(issuerId, world)
  if (keys.length === 0) return 'keyUnknown'
  const found = keys.map((key) => witnessed(received, evidence, key))
  const best = found.find((one) => typeof one === 'object') ?? found.find((one) => one !== 'otherLog') ?? 'otherLog'
  if (typeof best === 'string') return best
  return best.at.getTime() > world.now.getTime() + CLOCK_TOLERANCE_MS ? 'inFuture' : best
}

async function logKeysOf(issuerId: string, world: LogWorld): Promise<LogKey[]> {
  const pinned = world.trustLists.flatMap(({ entities }) => {
    const { url, key = '', seen } = entities.get(issuerId)?.issueLog ?? {}
    const publicKey = readMultikey(key)
    if (url === undefined || typeof publicKey !== 'object') return []
    return [{ log: url, publicKey, seen: seen && { ...seen, root: rootOf(seen.root) } }]
  })
  if (pinned.length > 0) return pinned
  try {
    return issueLogsOf(await loadDidDocument(issuerId, world))
  } catch (error) {
    if (error instanceof PassportError) return []
    throw error
  }
}

/** A root as checkpoints write it; one that cannot be read is no tree's. */
function rootOf(text: string): Uint8Array {
  try {
    return base64Decode(text)
  } catch {
    return new Uint8Array()
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
