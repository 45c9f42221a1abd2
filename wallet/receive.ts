import { type ErrorCode, PassportError, parseJsonObject } from '#platform'
import { type ClaimOffer, claimAnswer, claimOffer } from '#protocol'
import type { Fetched } from '#server'
import { type Kept, keep, textOf } from './keep.ts'
import type { WalletParts } from './parts.ts'
import { beginClaim, endClaim, findClaim } from './records/claims.ts'
import type { Person } from './records/person.ts'

/** What an issuer has ready for someone, and whether this person has begun to take it. */
export interface Waiting {
  link: string
  offer: ClaimOffer
  begun: boolean
}

const OFFER_BYTES = 64 * 1024
const CREDENTIAL_BYTES = 1100 * 1024

/** The address of the claim itself, where a link leads to it by way of this wallet. */
export function claimLinkOf(walletUrl: string, text: string): string {
  const link = text.trim()
  if (!URL.canParse(link)) return link
  const { origin, pathname, searchParams } = new URL(link)
  const isOurs = origin === new URL(walletUrl).origin && pathname === '/receive'
  return (isOurs ? searchParams.get('claim') : null) ?? link
}

/** Asks what a claim link offers. It changes nothing, there or here. Throws with a sentence where there is nothing to take. */
export async function lookAtOffer(parts: WalletParts, person: Person, link: string): Promise<Waiting> {
  const offer = offerIn(await ask(parts, link, 'GET'))
  if (offer === null) throw notAClaimLink()
  return { link, offer, begun: (await findClaim(parts, person, link)) !== undefined }
}

/** The offer in an answer, or null where the answer is something else. */
export function offerIn({ mediaType, bytes }: Fetched): ClaimOffer | null {
  if (!isJson(mediaType)) return null
  return claimOffer.safeParse(parseJsonObject(bytes)).data ?? null
}

/**
 * Takes the credential that a claim link offers and keeps it. The claim's secret is kept before it is used: if the
 * answer is lost on the way, or we stop in between, the same link gives the same credential once more.
 */
export async function receive(parts: WalletParts, person: Person, link: string): Promise<Kept> {
  await lookAtOffer(parts, person, link)
  const { claimant } = await beginClaim(parts, person, link)
  const answer = await ask(parts, link, 'POST', { claimant }).catch(async (error: unknown) => {
    if (isOver(error)) await parts.storage.transaction((together) => endClaim(parts, together, person, link))
    throw error
  })
  const body = isJson(answer.mediaType) ? claimAnswer.safeParse(parseJsonObject(answer.bytes)).data : undefined
  if (body === undefined) throw new PassportError('fetch.failed', 'The issuer answered with something else.')
  const { verifiableCredential, issueLogEvidence } = body
  return await keep(parts, person, textOf(verifiableCredential), {
    issueLogEvidence,
    along: (together) => endClaim(parts, together, person, link),
  })
}

async function ask({ fetch }: WalletParts, link: string, method: 'GET' | 'POST', body?: object): Promise<Fetched> {
  const answer = await fetch(link, {
    method,
    accept: 'application/json',
    maxBytes: method === 'GET' ? OFFER_BYTES : CREDENTIAL_BYTES,
    ...(body === undefined
      ? {}
      : { body: new TextEncoder().encode(JSON.stringify(body)), headers: { 'content-type': 'application/json' } }),
  })
  if (answer.status >= 200 && answer.status < 300) return answer
  const code = codeIn(answer)
  if (code !== null) throw new PassportError(code, OVER[code])
  if (answer.status >= 500) throw new PassportError('fetch.failed', 'The issuer’s service is out of order just now.')
  throw notAClaimLink()
}

/** How a claim can end for good, and what its holder is told. */
const OVER = {
  'claim.notFound': 'The issuer does not know this claim link. Open it again from the message, without changing it.',
  'claim.expired': 'This claim link is too old. Ask whoever sent it for a new one.',
  'claim.used': 'This claim link has been used already. If it was not you, tell whoever sent it.',
} as const satisfies Partial<Record<ErrorCode, string>>

function codeIn({ mediaType, bytes }: Fetched): keyof typeof OVER | null {
  if (!isJson(mediaType)) return null
  const { code } = parseJsonObject(bytes)
  return typeof code === 'string' && isEnd(code) ? code : null
}

const isEnd = (code: string): code is keyof typeof OVER => Object.hasOwn(OVER, code)
const isOver = (error: unknown) => error instanceof PassportError && isEnd(error.code)
const isJson = (mediaType: string) => /^application\/(?:[\w.+-]+\+)?json$|^application\/vc$/.test(mediaType)

const notAClaimLink = () =>
  new PassportError(
    'claim.notFound',
    'This is not a claim link. Open the link in the message from your provider once more, or ask them for a new one.',
  )
