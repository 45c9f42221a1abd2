import { z } from 'zod'
import { base64url, base64urlDecode, isObject, PassportError, parseJsonObject, randomToken } from '#platform'
import type { JobHandler } from '#server'
import { enqueueJobs, type Queries } from '#storage'
import { addresses } from './addresses.ts'
import type { IssuerParts } from './parts.ts'
import { insertClaims } from './records/claims.ts'
import type { Issuer } from './records/issuers.ts'

const CLAIM_DAYS = 30

/** The kind of job that sends one message. */
export const MAIL_JOB = 'mail'

const message = z.object({ to: z.string(), subject: z.string(), text: z.string() })

/** An issued credential, and the address of whom it is offered to. */
export interface Offer {
  credentialId: string
  title: string
  email: string
}

/**
 * Makes a claim link for an issued credential and puts the message that carries it in the queue, in the transaction of
 * what it belongs to. The message waits sealed, since whoever has the link has the credential.
 */
export async function offerByMail(
  db: Queries,
  offer: Offer,
  issuer: Issuer,
  parts: Pick<IssuerParts, 'config' | 'keys' | 'now'>,
): Promise<string> {
  const [claimUrl] = await offerAllByMail(db, [offer], issuer, parts)
  if (claimUrl === undefined) throw new PassportError('internal', 'A credential was not offered.')
  return claimUrl
}

/** The same for many, in as many statements; answers the links in their order. `sendAt` is when the messages are to go, if not now. */
export async function offerAllByMail(
  db: Queries,
  offers: readonly Offer[],
  issuer: Issuer,
  { config, keys, now }: Pick<IssuerParts, 'config' | 'keys' | 'now'>,
  sendAt?: Date,
): Promise<string[]> {
  const time = now()
  const expiresAt = new Date(time.getTime() + CLAIM_DAYS * 24 * 60 * 60 * 1000)
  const claims = offers.map(({ credentialId }) => ({
    ...{ token: randomToken(), issuerId: issuer.id, credentialId, expiresAt },
  }))
  await insertClaims(db, claims)
  const urls = claims.map(({ token }) => addresses(config.baseUrl).claim(token))
  const jobs = offers.map((offer, at) => {
    const mail = Buffer.from(JSON.stringify(mailOf(offer, issuer, urls[at] ?? '')))
    const payload = { sealed: base64url(keys.sealForService(MAIL_JOB, mail)) }
    return { kind: MAIL_JOB, owner: issuer.id, payload, runAt: sendAt }
  })
  await enqueueJobs(db, jobs, time)
  return urls
}

const mailOf = ({ title, email }: Offer, issuer: Issuer, claimUrl: string) => ({
  to: email,
  subject: `Your award from ${issuer.name}: ${title}`,
  text: [
    'Hello,',
    `${issuer.name} has awarded you “${title}”.`,
    `Take it with you here. The link works once and lasts ${CLAIM_DAYS} days:\n${claimUrl}`,
    'You can keep it in your Skills Passport, or save it as a file. It is yours.',
  ].join('\n\n'),
})

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
