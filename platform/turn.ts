let last = Promise.resolve()

/**
 * Waits for one's turn to compute something long: between two turns the event loop goes round once, so that a service
 * answers others meanwhile, however many such things one request asks for.
 */
export function turn(): Promise<void> {
  last = last.then(() => new Promise((resolve) => setImmediate(resolve)))
  return last
}
