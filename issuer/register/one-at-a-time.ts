import type { IssuerParts } from '../parts.ts'

/** What is being done, by the service and then by what it is done to. */
const running = new WeakMap<IssuerParts, Map<string, Promise<unknown>>>()

/**
 * Does one thing after the other, so that a copy of the service does not sign a list several times of which only one can be
 * kept. That several copies do is no harm: one of them wins.
 */
export async function oneAtATime<T>(parts: IssuerParts, subject: string, work: () => Promise<T>): Promise<T> {
  const ofService = running.get(parts) ?? new Map<string, Promise<unknown>>()
  running.set(parts, ofService)
  const before = ofService.get(subject) ?? Promise.resolve()
  const mine = before.then(work, work)
  ofService.set(subject, mine)
  try {
    return await mine
  } finally {
    if (ofService.get(subject) === mine) ofService.delete(subject)
  }
}
