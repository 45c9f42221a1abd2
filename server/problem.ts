import { type ErrorCode, type ErrorDetails, PassportError } from '#platform'

/** An error as HTTP tells it (RFC 9457). */
export interface Problem extends ErrorDetails {
  type: string
  title: string
  status: number
  detail: string
  code: ErrorCode
  /** Names this one occurrence, here and in the log. */
  instance?: string
}

/** Every code with its HTTP status and its title. `docs/errors.md` has the same rows, and the remedies. */
export const PROBLEMS: Readonly<Record<ErrorCode, readonly [status: number, title: string]>> = {
  'access.denied': [403, 'Not allowed'],
  'access.required': [401, 'Sign in first'],
  'award.incomplete': [422, 'A standard field is missing'],
  'award.suspended': [422, 'Depends on something suspended'],
  'claim.expired': [410, 'Claim link expired'],
  'claim.notFound': [404, 'Claim link not found'],
  'claim.used': [410, 'Claim link already used'],
  'contexts.inline': [422, 'Inline context'],
  'contexts.unknown': [422, 'Unknown context'],
  'credential.notFound': [404, 'Credential not found'],
  'csv.malformed': [422, 'CSV cannot be read'],
  'csv.tooLarge': [413, 'CSV too large'],
  'did.deactivated': [422, 'DID deactivated'],
  'did.invalid': [422, 'Not a DID'],
  'did.mismatch': [422, 'DID document of another DID'],
  'did.unresolvable': [422, 'DID cannot be resolved'],
  'did.unsupported': [422, 'DID method not supported'],
  'fetch.blocked': [422, 'Address not allowed'],
  'fetch.failed': [424, 'Address cannot be reached'],
  'fetch.redirect': [424, 'Address redirects'],
  'fetch.status': [424, 'Address answered with an error'],
  'fetch.timeout': [424, 'Address did not answer in time'],
  'fetch.tooLarge': [424, 'Answer too large'],
  'help.ended': [410, 'Help has ended'],
  'help.notAllowed': [403, 'Not for a helper'],
  'help.notFound': [404, 'Invitation not found'],
  'idempotency.mismatch': [422, 'Idempotency key used for something else'],
  'image.malformed': [400, 'Picture cannot be read'],
  'image.noBadge': [400, 'No badge in the picture'],
  'image.severalBadges': [400, 'Several badges in one picture'],
  internal: [500, 'Something went wrong'],
  'json.duplicateKey': [400, 'Duplicate key in JSON'],
  'json.forbiddenKey': [400, 'Forbidden key in JSON'],
  'json.malformed': [400, 'Not valid JSON'],
  'json.notAnObject': [400, 'Not a JSON object'],
  'json.notUtf8': [400, 'Not valid UTF-8'],
  'json.number': [400, 'Number out of range'],
  'json.tooDeep': [400, 'JSON nested too deeply'],
  'json.tooLarge': [413, 'JSON too large'],
  'jwt.malformed': [400, 'Not a valid JWT'],
  'keys.unavailable': [503, 'Signing key not available'],
  'log.broken': [503, 'Issue log broken'],
  'issueLog.forked': [409, 'Another issue log than was seen'],
  'mail.failed': [503, 'Message not sent'],
  'media.unsupported': [415, 'Media type not supported'],
  'method.notAllowed': [405, 'Method not allowed'],
  'package.conflict': [422, 'Another package of that version'],
  'package.cycle': [422, 'Terms in a circle'],
  'package.duplicateId': [422, 'Two terms of one id'],
  'package.malformed': [422, 'Package cannot be read'],
  'package.redefines': [422, 'Layer redefines a term'],
  'package.unknownRule': [422, 'Rule not understood'],
  'package.unknownTerm': [422, 'Term not there'],
  'pointer.unknown': [400, 'Nothing at this pointer'],
  'proof.unsupported': [422, 'Proof type not supported'],
  'rate.limited': [429, 'Too many requests'],
  'register.noKeys': [422, 'No key to know it by'],
  'register.noLog': [422, 'No issue log to be seen'],
  'register.outdated': [409, 'Changed meanwhile'],
  'register.samePerson': [403, 'Two people are needed'],
  'register.suite': [422, 'Not an issuer for a register'],
  'request.conflict': [409, 'Conflict'],
  'request.crossSite': [403, 'Request from another site'],
  'request.invalid': [422, 'Content not valid'],
  'request.malformed': [400, 'Malformed request'],
  'request.notFound': [404, 'Not found'],
  'request.tooLarge': [413, 'Content too large'],
  'settings.invalid': [500, 'Settings not valid'],
  'shape.invalid': [422, 'Credential not well formed'],
  'share.ended': [410, 'Share ended'],
  'share.notFound': [404, 'Share not found'],
  'signIn.expired': [410, 'Sign-in expired'],
  'signIn.invalid': [422, 'Sign-in not accepted'],
  'status.malformed': [422, 'Status list cannot be read'],
  'storage.full': [507, 'Storage full'],
  'storage.unavailable': [503, 'Storage not available'],
  'trust.expired': [422, 'Trust list out of date'],
  'trust.forged': [422, 'Trust list altered'],
  'trust.forked': [422, 'Two trust lists of one version'],
  'trust.keyNotPinned': [422, 'Trust list signed with another key'],
  'trust.loop': [422, 'Trust lists lead in a circle'],
  'trust.malformed': [422, 'Trust list cannot be read'],
  'trust.mixed': [422, 'Trust list mixed up'],
  'trust.notSigned': [422, 'Trust list not signed'],
  'trust.overlap': [422, 'Periods on a trust list overlap'],
  'trust.rolledBack': [422, 'Trust list older than before'],
  'trust.scopeUnlimited': [422, 'Recognised for anything'],
  'trust.tooLarge': [422, 'Trust list too large'],
  'trust.wrongSigner': [422, 'Trust list signed by another'],
}

const OUR_FAULT = 'The fault is ours, and nothing was changed that we did not confirm. Please try again later.'

/** The problem that tells of an error. Of an error that nobody foresaw it says nothing but that it happened. */
export function problemOf(error: unknown, instance?: string): Problem {
  const known = error instanceof PassportError ? error : foreign(error)
  const [status, title] = PROBLEMS[known.code]
  return {
    type: `urn:skills-passport:problem:${known.code}`,
    title,
    status,
    detail: status === 500 ? OUR_FAULT : known.message,
    code: known.code,
    ...(instance === undefined ? {} : { instance }),
    ...(status === 500 ? {} : known.details),
  }
}

/** What the libraries below us throw for what a sender did. */
function foreign(cause: unknown): PassportError {
  if (cause instanceof URIError || statusOf(cause) === 400) {
    return new PassportError('request.malformed', 'The address or the form is not encoded correctly.', { cause })
  }
  if (statusOf(cause) === 413) return new PassportError('request.tooLarge', 'The content is too large.', { cause })
  return new PassportError('internal', OUR_FAULT, { cause })
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('status' in error)) return undefined
  return typeof error.status === 'number' ? error.status : undefined
}
