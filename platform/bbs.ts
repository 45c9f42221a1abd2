import { Worker } from 'node:worker_threads'
import type * as Library from '@digitalbazaar/bbs-signatures'

/** The ciphersuite that bbs-2023 uses (Data Integrity BBS Cryptosuites §3.4). */
const ciphersuite = 'BLS12-381-SHA-256'

/** What a BBS signature covers: a header that is always shown, and messages of which any may be left out later. */
export interface BbsSigned {
  publicKey: Uint8Array
  header: Uint8Array
  messages: readonly Uint8Array[]
}

// Loaded when first needed: few credentials use it, and it is not small.
const library = () => import('@digitalbazaar/bbs-signatures')

/** Makes a BLS12-381 key pair: a secret scalar of 32 bytes and a point of G2 of 96. */
export async function generateBbsKeyPair(): Promise<{ privateKey: Uint8Array; publicKey: Uint8Array }> {
  const { secretKey, publicKey } = await (await library()).generateKeyPair({ ciphersuite })
  return { privateKey: secretKey, publicKey }
}

/** The public key that belongs to a secret scalar. */
export async function bbsPublicKey(secretKey: Uint8Array): Promise<Uint8Array> {
  return (await library()).secretKeyToPublicKey({ secretKey, ciphersuite })
}

/** Signs a header and messages (BBS Signatures §3.5.1). The signature is 80 bytes. */
export async function bbsSign(secretKey: Uint8Array, signed: BbsSigned): Promise<Uint8Array> {
  return bytesOf(await inThread({ operation: 'sign', options: { secretKey, ...signed, ciphersuite } }))
}

/** Whether a signature over a header and all messages is good (§3.5.2). What is malformed is not good. */
export async function bbsVerify(signature: Uint8Array, signed: BbsSigned): Promise<boolean> {
  return holds(inThread({ operation: 'verifySignature', options: { ...signed, signature, ciphersuite } }))
}

/** Makes a proof that shows only the messages of the given indexes (§3.5.3). Throws where the signature is malformed. */
export async function bbsDerive(
  signature: Uint8Array,
  signed: BbsSigned,
  shown: { indexes: readonly number[]; presentationHeader: Uint8Array },
): Promise<Uint8Array> {
  const { indexes: disclosedMessageIndexes, presentationHeader } = shown
  const options = { ...signed, signature, presentationHeader, disclosedMessageIndexes, ciphersuite }
  return bytesOf(await inThread({ operation: 'deriveProof', options }))
}

/** Whether a derived proof is good (§3.5.4); `messages` are the disclosed ones, in the order of their indexes. */
export async function bbsVerifyDerived(
  proof: Uint8Array,
  { messages: disclosedMessages, ...signed }: BbsSigned,
  shown: { indexes: readonly number[]; presentationHeader: Uint8Array },
): Promise<boolean> {
  const { indexes: disclosedMessageIndexes, presentationHeader } = shown
  const options = { ...signed, proof, disclosedMessages, disclosedMessageIndexes, presentationHeader, ciphersuite }
  return holds(inThread({ operation: 'verifyProof', options }))
}

/** What the thread computes: one of the library's functions with its own options. */
export type BbsTask =
  | { operation: 'sign'; options: Parameters<typeof Library.sign>[0] }
  | { operation: 'verifySignature'; options: Parameters<typeof Library.verifySignature>[0] }
  | { operation: 'deriveProof'; options: Parameters<typeof Library.deriveProof>[0] }
  | { operation: 'verifyProof'; options: Parameters<typeof Library.verifyProof>[0] }

/** The library refused its input. */
class BbsRefusal extends Error {}

interface Waiting {
  resolve: (result: unknown) => void
  reject: (error: Error) => void
}

/** Each message takes milliseconds of computing, in which a service must be able to answer others. */
let thread: Worker | undefined
const waiting = new Map<number, Waiting>()
let tasks = 0

function inThread(task: BbsTask): Promise<unknown> {
  thread ??= startThread()
  const worker = thread
  const id = tasks++
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    worker.ref()
    worker.postMessage({ id, task })
  })
}

function startThread(): Worker {
  const worker = new Worker(new URL('./bbs-thread.ts', import.meta.url))
  worker.on('message', ({ id, result, error }: { id: number; result?: unknown; error?: string }) => {
    const asked = waiting.get(id)
    waiting.delete(id)
    // An idle thread keeps no process alive.
    if (waiting.size === 0) worker.unref()
    if (error === undefined) asked?.resolve(result)
    else asked?.reject(new BbsRefusal(error))
  })
  worker.on('error', (error) => endThread(worker, error))
  worker.on('exit', () => endThread(worker, new Error('The thread for BBS has ended.')))
  return worker
}

function endThread(worker: Worker, error: Error): void {
  if (thread !== worker) return
  thread = undefined
  for (const { reject } of waiting.values()) reject(error)
  waiting.clear()
}

async function holds(result: Promise<unknown>): Promise<boolean> {
  try {
    return (await result) === true
  } catch (error) {
    if (error instanceof BbsRefusal) return false
    throw error
  }
}

function bytesOf(result: unknown): Uint8Array {
  if (result instanceof Uint8Array) return result
  throw new Error('The thread for BBS answered something else.')
}
