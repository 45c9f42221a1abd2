import { registerHooks } from 'node:module'
import type { Order, Outcome } from './runner.ts'
import '../../server/tsx.ts'

/** The process in which test files run. It takes one file at a time from its parent and answers what became of it. */

const GLOBALS = new URL('globals.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@jest/globals' ? { url: GLOBALS, shortCircuit: true } : next(specifier, context),
})

const { runFile } = await import('./run-file.ts')
const { endShared } = await import('../once-per-process.ts')

process.on('message', (order: Order) => {
  void outcomeOf(order).then((outcome) => process.send?.(outcome))
})

process.once('disconnect', () => {
  void endShared().then(() => process.exit())
})

async function outcomeOf(order: Order): Promise<Outcome> {
  try {
    return { result: await runFile(order) }
  } catch (fault) {
    const { message, stack } = fault instanceof Error ? fault : new Error(String(fault))
    return { error: { message, stack } }
  }
}
