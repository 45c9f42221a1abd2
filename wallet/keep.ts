import { isJwtPresentation, isPresentation, looksCompact, presentedCredentials, type Report, verify } from '#credential'
import { asArray, isObject, type JsonObject, PassportError, parseJsonObject } from '#platform'
import { appendAudit, type Together } from '#storage'
import type { WalletParts } from './parts.ts'
import { readCredential, saveCredential } from './records/credentials.ts'
import type { Person } from './records/person.ts'

/**
 * What became of a credential: kept; the same as one that is there; or not genuine, so that its holder must first say
 * whether to keep it, which is never done silently.
 */
export interface Kept {
  outcome: 'added' | 'duplicate' | 'undecided'
  id: string
  report: Report
}

type Along = (together: Together) => Promise<void>

/** Verifies a credential, then keeps exactly the text it came as, and the evidence of its issuer's log
 * where that shows something. `along` happens together with keeping it, or not at all. */
export async function keep(
  parts: WalletParts,
  person: Person,
  text: string,
  { issueLogEvidence, along }: { issueLogEvidence?: JsonObject | undefined; along?: Along } = {},
): Promise<Kept> {
  const received = readCredential(text)
  // An SD-JWT VC says of what kind it is by a name of its own, and an Open Badge 2.0 is an Assertion.
  const isOfOwnKind = received.securing === 'sd-jwt' || received.securing === 'open-badges-2'
  if (!isOfOwnKind && !asArray(received.credential.type).includes('VerifiableCredential')) {
    throw new PassportError('shape.invalid', 'This is not a credential that we can read yet.')
  }
  const report = await verify(received, { ...(await parts.world()), issueLogEvidence })
  const shows = !report.checks.some(({ code }) => code === 'log.invalid')
  const evidence = shows ? issueLogEvidence : undefined
  const { id, isNew } = await parts.storage.transaction(async (together) => {
    const saved = await saveCredential(parts, together, person, {
      text,
      received,
      report,
      ...(evidence === undefined ? {} : { issueLogEvidence: evidence }),
    })
    await along?.(together)
    const action = saved.isNew ? 'credential.received' : 'credential.receivedAgain'
    const detail = { standing: report.standing }
    await appendAudit(together, { actor: `account:${person.id}`, action, subject: saved.id, detail }, parts.now())
    return saved
  })
  parts.metrics.outcome('receive', report.standing)
  if (!isNew) return { outcome: 'duplicate', id, report }
  return { outcome: report.standing === 'notGenuine' ? 'undecided' : 'added', id, report }
}

/** The texts of the credentials in a text: of a presentation each one, of anything else the thing itself. */
export function credentialTexts(text: string): string[] {
  const trimmed = text.trim()
  const document = looksCompact(trimmed) ? trimmed : parseJsonObject(trimmed)
  const isPresented = typeof document === 'string' ? isJwtPresentation(document) : isPresentation(document)
  if (!isPresented) return [trimmed]
  const texts = presentedCredentials(document).flatMap((one) =>
    typeof one === 'string' ? [one] : isObject(one) ? [textOf(one)] : [],
  )
  if (texts.length > 0) return texts
  throw new PassportError('shape.invalid', 'There is no credential in this presentation.')
}

/** A credential that came inside another document, as the text that stands for it: order and content as they were. */
export function textOf(credential: JsonObject): string {
  return JSON.stringify(credential)
}
