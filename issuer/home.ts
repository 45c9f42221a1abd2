import { type Report, receiveJson, verify, type World } from '#credential'
import { type JsonObject, PassportError } from '#platform'

/** What of an issuer it takes to verify its work at a time, as it can go to another thread. */
export interface Home {
  now: Date
  allowLoopback: boolean
  /** Where its DID document is, if that is at an address. */
  didUrl: string | undefined
  /** Its DID document, as JSON in UTF-8. */
  document: Uint8Array
}

/** A world in which nothing but the issuer's own DID document can be had, and that without a network. */
export function worldOf({ now, allowLoopback, didUrl, document }: Home, contexts: World['contexts']): World {
  return {
    now,
    contexts,
    load: async (url) => {
      if (url !== didUrl) throw new PassportError('fetch.blocked', 'Nothing else is fetched here.')
      return { bytes: document, asOf: now }
    },
    allowLoopback,
    statusMaxAgeSeconds: 60,
    trustLists: [],
    verified: new Set(),
    asHolder: true,
    unavailableLists: [],
  }
}

/**
 * Verifies a credential that we have just signed with the `verify` that everyone uses; throws if it does not hold, so
 * that it never leaves. Its status lists are not read here: its positions were taken a moment ago and are clear, and
 * each list is verified by this same function when it is signed.
 */
export async function expectHolds(secured: JsonObject, home: World): Promise<void> {
  const report = await verify(receiveJson(secured), home)
  refuseFaults(report)
  const isOurs = (['proof', 'issuer'] as const).every((name) =>
    report.checks.some(({ check, outcome }) => check === name && outcome === 'passed'),
  )
  if (!isOurs) throw new PassportError('internal', 'A credential that was just signed does not verify.')
}

/** What our own credential may say and still leave: an award can begin later, or be put on record when it is over. */
const NO_FAULT = new Set(['dates.notYetValid', 'dates.expired'])

/** Throws for the first fault that was found in our own work: `shape.invalid`, or what is wrong with its contexts. */
export function refuseFaults({ checks }: Pick<Report, 'checks'>): void {
  const fault = checks.find(
    ({ check, outcome, code }) =>
      !NO_FAULT.has(code) && (outcome === 'failed' || (outcome === 'unknown' && check === 'contexts')),
  )
  if (fault === undefined) return
  const { code, detail } = fault
  if (code === 'contexts.unknown' || code === 'contexts.inline') {
    throw new PassportError(
      code,
      `A context of the credential is not accepted${detail.context ? `: ${detail.context}` : ''}.`,
    )
  }
  const where = typeof detail.pointer === 'string' ? detail.pointer : undefined
  const what = typeof detail.message === 'string' ? `${where ?? ''} ${detail.message}`.trim() : code
  throw new PassportError('shape.invalid', `The credential is not well formed: ${what}.`, {
    details: where === undefined ? {} : { pointer: where },
  })
}
