import { parentPort } from 'node:worker_threads'
import * as library from '@digitalbazaar/bbs-signatures'
import type { BbsTask } from './bbs.ts'

/** The thread in which BBS is computed: it takes one task after the other, and answers each by its number. */
parentPort?.on('message', ({ id, task }: { id: number; task: BbsTask }) => {
  run(task).then(
    (result) => parentPort?.postMessage({ id, result }),
    (error: unknown) => parentPort?.postMessage({ id, error: String(error) }),
  )
})

async function run(task: BbsTask): Promise<unknown> {
  if (task.operation === 'sign') return library.sign(task.options)
  if (task.operation === 'verifySignature') return library.verifySignature(task.options)
  if (task.operation === 'deriveProof') return library.deriveProof(task.options)
  return library.verifyProof(task.options)
}
