import { PassportError } from '#platform'
import { appendAudit } from '#storage'
import { offerByMail } from './claim-mail.ts'
import type { IssuerParts } from './parts.ts'
import { deleteOpenClaims, listClaims } from './records/claims.ts'
import { getIssued } from './records/credentials.ts'
import type { Staff } from './viewer.ts'

/** Sends a new claim link; the links before it end. Refuses where the credential was taken, or there is no address. */
export async function resendClaim(id: string, { issuer, actor }: Staff, parts: IssuerParts): Promise<void> {
  const now = parts.now()
  await parts.storage.transaction(async (together) => {
    const record = await getIssued(together, issuer.id, id)
    const { recipient_email: email, title, status } = record
    if (email === null) throw new PassportError('request.conflict', 'We have no address for this person.')
    if (status === 'revoked')
      throw new PassportError('request.conflict', 'It was revoked, so it is not offered any more.')
    const isTaken = (await listClaims(together, issuer.id, id)).some(({ claimed_at }) => claimed_at !== null)
    if (isTaken) throw new PassportError('request.conflict', 'The person has taken it already.')
    await deleteOpenClaims(together, issuer.id, id)
    await offerByMail(together, { credentialId: id, title, email }, issuer, parts)
    await appendAudit(together, { actor, action: 'claim.resent', subject: id }, now)
  })
  parts.wake()
}
