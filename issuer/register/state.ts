import type { RegisterEntryTable } from '#storage'
import { isSuspended, isWithdrawn, type RecognisedAction, type RecognisedEntity } from '#trust'

export type EntryState = RegisterEntryTable['state']

/** How an entry stands at a time, in one word; and when that will be another by itself, if it will. */
export function stateOf(entity: RecognisedEntity, now: Date): { state: EntryState; until: Date | null } {
  const [next] = timesOf(entity)
    .filter((time) => time > now)
    .toSorted((one, other) => one.getTime() - other.getTime())
  return { state: stateAt(entity, now), until: next ?? null }
}

function stateAt({ actions, closure }: RecognisedEntity, now: Date): EntryState {
  if (closure !== null && closure.on < now) return 'closed'
  const begun = actions.filter(({ from, until }) => from <= now && (until === null || until >= now))
  if (begun.some((action) => isInForce(action, now))) return 'recognised'
  if (begun.some((action) => isSuspended(action, now) && !isWithdrawn(action, now))) return 'suspended'
  if (actions.some((action) => isWithdrawn(action, now))) return 'withdrawn'
  return actions.some(({ from }) => from > now) ? 'notYet' : 'ended'
}

/** Whether somebody may do that at a time. */
export function isInForce(action: RecognisedAction, at: Date): boolean {
  const isInPeriod = action.from <= at && (action.until === null || action.until >= at)
  return isInPeriod && !isWithdrawn(action, at) && !isSuspended(action, at)
}

/** The times from which something else is true: of an end that is the last moment, the one after it. */
function timesOf({ actions, closure }: RecognisedEntity): Date[] {
  const after = (time: Date | null) => (time === null ? [] : [new Date(time.getTime() + 1)])
  return [
    ...after(closure?.on ?? null),
    ...actions.flatMap(({ from, until, withdrawal, suspensions }) => [
      from,
      ...after(until),
      ...(withdrawal === null ? [] : [withdrawal.on]),
      ...suspensions.flatMap((one) => [one.from, ...(one.until === null ? [] : [one.until])]),
    ]),
  ]
}
