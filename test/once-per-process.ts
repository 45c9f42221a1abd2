const ends: (() => Promise<void>)[] = []

/**
 * Something costly: made for the first test file of a process that wants it, kept for those after it, and ended with the
 * process. One that is no longer good is made anew.
 */
export function shared<T>(make: () => Promise<T>, end: (one: T) => Promise<void>, isGood = (_one: T) => true) {
  let made: Promise<T> | undefined
  ends.push(async () => {
    if (made) await end(await made)
  })
  return async (): Promise<T> => {
    if (made && !isGood(await made)) made = undefined
    made ??= make()
    return await made
  }
}

/** Ends all that was made. */
export async function endShared(): Promise<void> {
  await Promise.allSettled(ends.map((end) => end()))
}
