/**
 * Every way in which this software can decline to do what it was asked. `server/problem.ts` gives each its HTTP status
 * and `docs/errors.md` its remedy; a verdict on a credential is data and not an error (see `credential/report.ts`).
 */
export type ErrorCode =
  | 'access.denied'
  | 'access.required'
  | 'award.incomplete'
  | 'award.suspended'
  | 'claim.expired'
  | 'claim.notFound'
  | 'claim.used'
  | 'contexts.inline'
  | 'contexts.unknown'
  | 'credential.notFound'
  | 'csv.malformed'
  | 'csv.tooLarge'
  | 'did.deactivated'
  | 'did.invalid'
  | 'did.mismatch'
  | 'did.unresolvable'
  | 'did.unsupported'
  | 'fetch.blocked'
  | 'fetch.failed'
  | 'fetch.redirect'
  | 'fetch.status'
  | 'fetch.timeout'
  | 'fetch.tooLarge'
  | 'help.ended'
  | 'help.notAllowed'
  | 'help.notFound'
  | 'idempotency.mismatch'
  | 'image.malformed'
  | 'image.noBadge'
  | 'image.severalBadges'
  | 'internal'
  | 'json.duplicateKey'
  | 'json.forbiddenKey'
  | 'json.malformed'
  | 'json.notAnObject'
  | 'json.notUtf8'
  | 'json.number'
  | 'json.tooDeep'
  | 'json.tooLarge'
  | 'jwt.malformed'
  | 'keys.unavailable'
  | 'log.broken'
  | 'issueLog.forked'
  | 'mail.failed'
  | 'media.unsupported'
  | 'method.notAllowed'
  | 'package.conflict'
  | 'package.cycle'
  | 'package.duplicateId'
  | 'package.malformed'
  | 'package.redefines'
  | 'package.unknownRule'
  | 'package.unknownTerm'
  | 'pointer.unknown'
  | 'proof.unsupported'
  | 'rate.limited'
  | 'register.noKeys'
  | 'register.noLog'
  | 'register.outdated'
  | 'register.samePerson'
  | 'register.suite'
  | 'request.conflict'
  | 'request.crossSite'
  | 'request.invalid'
  | 'request.malformed'
  | 'request.notFound'
  | 'request.tooLarge'
  | 'settings.invalid'
  | 'shape.invalid'
  | 'share.ended'
  | 'share.notFound'
  | 'signIn.expired'
  | 'signIn.invalid'
  | 'status.malformed'
  | 'storage.full'
  | 'storage.unavailable'
  | 'trust.expired'
  | 'trust.forged'
  | 'trust.forked'
  | 'trust.keyNotPinned'
  | 'trust.loop'
  | 'trust.malformed'
  | 'trust.mixed'
  | 'trust.notSigned'
  | 'trust.overlap'
  | 'trust.rolledBack'
  | 'trust.scopeUnlimited'
  | 'trust.tooLarge'
  | 'trust.wrongSigner'

/** Where in the input a fault lies. A pointer is a JSON Pointer (RFC 6901); rows are counted as a spreadsheet shows them. */
export interface ErrorDetails {
  pointer?: string
  row?: number
  column?: string
  errors?: ReadonlyArray<{ message: string; code?: string; pointer?: string; row?: number; column?: string }>
  retryAfterSeconds?: number
}

/**
 * We could not do what was asked. The message is for people: what is wrong and, where there is one, the remedy; it
 * never holds a credential, a token or a person's name.
 */
export class PassportError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, message: string, options: { cause?: unknown; details?: ErrorDetails } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'PassportError'
    this.code = code
    this.details = options.details ?? {}
  }
}
