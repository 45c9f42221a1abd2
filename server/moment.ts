import { setTimeout as sleep } from 'node:timers/promises'

const MOMENT_MS = 1_000
const AGAIN_MS = 25

/**
 * Waits until it is so, for a second at most. Work in the background that takes less is then done before its asker is
 * answered, who need not be shown how far it is.
 */
export async function forAMoment(isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + MOMENT_MS
  while (!(await isSo()) && performance.now() < end) await sleep(AGAIN_MS)
}

/**
 * Lets others have their turn during long work. An answer takes several turns of the event loop, so one turn of it is too
 * few where each piece of the work takes long.
 */
export async function giveWay(): Promise<void> {
  await sleep(1)
}
