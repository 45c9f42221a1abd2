import { type CredentialSummary, summarise } from '#credential'
import { type JsonObject, PassportError } from '#platform'
import { addresses } from './addresses.ts'
import { CONTEXTS } from './contexts.ts'
import type { Endorsement } from './endorsement-form.ts'
import { profileOf } from './identity.ts'
import { issue } from './issue.ts'
import { expectWellFormed } from './own-work.ts'
import type { IssuerParts } from './parts.ts'
import type { Staff } from './viewer.ts'

/** What an endorsement will say, for whoever is about to sign it. Throws `shape.invalid` where it could not be signed. */
export async function previewEndorsement(
  endorsement: Endorsement,
  once: string,
  { issuer }: Pick<Staff, 'issuer'>,
  parts: IssuerParts,
): Promise<CredentialSummary> {
  const credential = credentialOf(endorsement, once, issuer, parts)
  await expectWellFormed(credential, parts)
  return summarise({ credential, digest: '' })
}

/**
 * Signs an endorsement of what somebody else awards or is. It is a credential like any other, with a status of its own, so
 * that it can be withdrawn. `once` names it: a button pressed twice is one endorsement.
 */
export async function endorse(
  endorsement: Endorsement,
  once: string,
  { issuer, actor }: Pick<Staff, 'issuer' | 'actor'>,
  parts: IssuerParts,
): Promise<{ id: string }> {
  if (issuer.suite === 'sd-jwt-vc') {
    throw new PassportError(
      'request.conflict',
      'This issuer signs SD-JWT VCs, which cannot be carried as endorsements.',
    )
  }
  const credential = credentialOf(endorsement, once, issuer, parts)
  const { id } = await issue({ credential, id: once }, issuer, { actor, idempotencyKey: once }, parts)
  return { id }
}

function credentialOf(
  { name, validFrom, validUntil, subject }: Endorsement,
  id: string,
  issuer: Staff['issuer'],
  { config }: Pick<IssuerParts, 'config'>,
): JsonObject {
  return {
    '@context': CONTEXTS,
    id: addresses(config.baseUrl).badge(id),
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name,
    issuer: profileOf(issuer),
    validFrom,
    ...(validUntil === null ? {} : { validUntil }),
    credentialSubject: subject,
  }
}
