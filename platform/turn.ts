/** Others do not notice a wait that is so short; going round costs a few hundredths of a millisecond. */
const SHORT_MS = 2

let last = Promise.resolve()
let wentRound = Number.NEGATIVE_INFINITY

/**
 * Waits for one's turn to compute something long: where much has been computed since the event loop last went round, it
 * goes round first, so that a service answers others meanwhile, however many such things one request asks for.
 */
export function turn(): Promise<void> {
  last = last.then(() => (performance.now() - wentRound < SHORT_MS ? undefined : nextRound()))
  return last
}

function nextRound(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(() => {
      wentRound = performance.now()
      resolve()
    })
  })
}
