import { z } from 'zod'
import { base64url, base64urlDecode, isObject, PassportError, parseJsonObject, randomToken } from '#platform'
import type { JobHandler } from '#server'
import { enqueueJob, type Queries } from '#storage'
import { addresses } from './addresses.ts'
import type { IssuerParts } from './parts.ts'
import { insertClaim } from './records/claims.ts'
import type { Issuer } from './records/issuers.ts'

const CLAIM_DAYS = 30

/** The kind of job that sends one message. */
export const MAIL_JOB = 'mail'

const message = z.object({ to: z.string(), subject: z.string(), text: z.string() })

/**
 * Makes a claim link for an issued credential and puts the message that carries it in the queue, in the transaction of
 * what it belongs to. The message waits sealed, since whoever has the link has the credential.
 */
export async function offerByMail(
  db: Queries,
  { credentialId, title, email }: { credentialId: string; title: string; email: string },
  issuer: Issuer,
  { config, keys, now }: Pick<IssuerParts, 'config' | 'keys' | 'now'>,
): Promise<string> {
  const token = randomToken()
  const expiresAt = new Date(now().getTime() + CLAIM_DAYS * 24 * 60 * 60 * 1000)
  await insertClaim(db, { token, issuerId: issuer.id, credentialId, expiresAt })
  const claimUrl = addresses(config.baseUrl).claim(token)
  const mail = {
    to: email,
    subject: `Your award from ${issuer.name}: ${title}`,
    text: [
      'Hello,',
      `${issuer.name} has awarded you “${title}”.`,
      `Take it with you here. The link works once and lasts ${CLAIM_DAYS} days:\n${claimUrl}`,
      'You can keep it in your Skills Passport, or save it as a file. It is yours.',
    ].join('\n\n'),
  }
  const sealed = keys.sealForService(MAIL_JOB, Buffer.from(JSON.stringify(mail)))
  await enqueueJob(db, { kind: MAIL_JOB, owner: issuer.id, payload: { sealed: base64url(sealed) } }, now())
  return claimUrl
}

/** Sends one message of the queue. */
export function sendMail({ keys, mail }: Pick<IssuerParts, 'keys' | 'mail'>): JobHandler {
  return async ({ payload }) => {
    const sealed = isObject(payload) ? payload.sealed : undefined
    if (typeof sealed !== 'string') throw new PassportError('internal', 'The job holds no message.')
    const opened = keys.openForService(MAIL_JOB, base64urlDecode(sealed))
    await mail.send({ ...message.parse(parseJsonObject(opened)), html: null })
    return null
  }
}
