import { base64url } from '#platform'
import { enqueueJob, type Queries } from '#storage'
import { MAIL_JOB } from './claim-mail.ts'
import type { IssuerParts } from './parts.ts'
import type { Issuer } from './records/issuers.ts'
import type { ToldLearner } from './records/told-learners.ts'

const MOST_TITLES = 10

/** Puts the message in the queue that tells a learner which of their awards are suspended, or hold again. */
export async function tellLearner(
  db: Queries,
  { email, titles }: ToldLearner,
  { issuer, what, publicReason }: { issuer: Issuer; what: 'suspended' | 'lifted'; publicReason: string | null },
  { keys, now }: Pick<IssuerParts, 'keys' | 'now'>,
): Promise<void> {
  const more = titles.length - MOST_TITLES
  const listed = [
    ...titles.slice(0, MOST_TITLES).map((title) => `- ${title}`),
    ...(more > 0 ? [`- and ${more} more`] : []),
  ].join('\n')
  const mail = {
    to: email,
    ...(what === 'suspended' ? suspended(issuer, listed, publicReason) : lifted(issuer, listed)),
  }
  const sealed = keys.sealForService(MAIL_JOB, Buffer.from(JSON.stringify(mail)))
  await enqueueJob(db, { kind: MAIL_JOB, owner: issuer.id, payload: { sealed: base64url(sealed) } }, now())
}

function suspended({ name }: Issuer, listed: string, publicReason: string | null) {
  return {
    subject: `Suspended for now: what ${name} awarded to you`,
    text: [
      'Hello,',
      `${name} has suspended for now:\n${listed}`,
      ...(publicReason === null ? [] : [`The reason it gives: ${publicReason}`]),
      'Whoever checks it reads that it is suspended. You keep it, and you need do nothing: if the suspension is lifted, it holds again by itself.',
      `If you have a question, ask ${name}.`,
    ].join('\n\n'),
  }
}

function lifted({ name }: Issuer, listed: string) {
  return {
    subject: `It holds again: what ${name} awarded to you`,
    text: [
      'Hello,',
      `${name} has lifted the suspension. This holds again:\n${listed}`,
      'Whoever checks it reads that it holds. You need do nothing.',
    ].join('\n\n'),
  }
}
