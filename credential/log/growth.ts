import { asArray, asText, base64Decode, PassportError, parseJsonObject } from '#platform'
import type { PinnedLog } from '#trust'
import { formatDateTime } from '../dates.ts'
import type { World } from '../world.ts'
import { isConsistent, type TreeHead } from './check-proofs.ts'

/** A proof between two trees never changes. One that does not hold is asked for again after this time. */
const PROOF_AGE_SECONDS = 60 * 60
const MAX_PROOF_BYTES = 16 * 1024

/** Asks a log, by two sizes and nothing else, to show that its tree at the one begins that at the other. Throws `fetch.*` and `json.*`. */
export async function fetchConsistency(
  log: string,
  from: number,
  to: number,
  { load }: Pick<World, 'load'>,
): Promise<Uint8Array[]> {
  const url = `${log}/consistency?from=${from}&to=${to}`
  const { bytes } = await load(url, { maxAgeSeconds: PROOF_AGE_SECONDS, maxBytes: MAX_PROOF_BYTES })
  return asArray(parseJsonObject(bytes).path).map((hash) => base64Decode(asText(hash)))
}

/**
 * Holds the tree that a log shows now against one that was seen there. `pathBetween` gets the consistency proof by the two sizes;
 * what it throws is thrown. Throws `issueLog.forked`, which names the tree that was seen, where the log is not that log any more:
 * it is shorter, or nothing shows that the one tree begins the other.
 */
export async function expectToGrow(
  seen: NonNullable<PinnedLog['seen']>,
  now: TreeHead,
  pathBetween: (from: number, to: number) => Promise<Uint8Array[]>,
): Promise<void> {
  const before = { size: seen.size, root: readRoot(seen.root) }
  const isAsked = before.size > 0 && before.size < now.size
  if (isConsistent(before, now, isAsked ? await pathBetween(before.size, now.size) : [])) return
  throw new PassportError(
    'issueLog.forked',
    `The issue log is not the one that was seen on ${formatDateTime(seen.at)}, with ${seen.size} entries. That stays on the register; do not go on before you know why.`,
  )
}

/** A root as checkpoints write it; one that cannot be read is no tree's. */
export function readRoot(text: string): Uint8Array {
  try {
    return base64Decode(text)
  } catch {
    return new Uint8Array()
  }
}
