import { z } from 'zod'
import { base64url, base64urlDecode, PassportError, parseJsonObject } from '#platform'
import type { IssuerParts } from '../parts.ts'
import type { Issuer } from '../records/issuers.ts'
import type { Pack } from './open-pack.ts'

const LABEL = 'recognition request'
const HOURS = 12

const credit = z.object({ value: z.string(), scheme: z.string(), level: z.string().nullable() })

const item = z.object({
  credentialId: z.string(),
  digest: z.string(),
  title: z.string(),
  issuerName: z.string(),
  recognition: z.enum(['recognised', 'outOfScope', 'notAtThatDate', 'withdrawn', 'notListed', 'listUnavailable']),
  subject: z.string().nullable(),
  awardedOn: z.string().nullable(),
  level: z.string().nullable(),
  credits: z.array(credit),
  terms: z.array(z.string()),
  certificates: z.array(z.object({ scheme: z.string(), unit: z.string().optional() })),
})

const kept = z.object({
  issuer: z.string(),
  until: z.string(),
  target: z.string(),
  registered: z.string(),
  once: z.uuid(),
  isOfSeveral: z.boolean(),
  items: z.array(item),
  left: z.array(
    z.object({
      title: z.string(),
      why: z.enum(['notGenuine', 'noLongerValid', 'notYetValid', 'notChecked', 'ownWord', 'noId', 'twice']),
    }),
  ),
})

/** What was opened and checked, between the look and the decision: nothing of it is kept here before somebody decides. */
export interface RecognitionRequest {
  /** By the key of a `RecognitionTarget`. */
  target: string
  registered: string
  /** Names the credential that is made of it: however often it is sent, it is decided once. */
  once: string
  pack: Pack
}

/** Seals a request, so that what was checked comes back with the form as it was found. */
export function sealRequest(request: RecognitionRequest, issuer: Issuer, { keys, now }: IssuerParts): string {
  const { target, registered, once, pack } = request
  const until = new Date(now().getTime() + HOURS * 60 * 60 * 1_000).toISOString()
  const content = JSON.stringify({ issuer: issuer.id, until, target, registered, once, ...pack })
  return base64url(keys.sealForService(LABEL, new TextEncoder().encode(content)))
}

/** Opens what `sealRequest` sealed for this issuer. Throws `request.conflict` for anything else, and after some hours. */
export function openRequest(sealed: string, issuer: Issuer, { keys, now }: IssuerParts): RecognitionRequest {
  const found = kept.safeParse(readSealed(sealed, keys))
  if (!found.success || found.data.issuer !== issuer.id || found.data.until <= now().toISOString()) throw over()
  const { target, registered, once, items, left, isOfSeveral } = found.data
  return { target, registered, once, pack: { items, left, isOfSeveral } }
}

function readSealed(sealed: string, keys: IssuerParts['keys']): unknown {
  try {
    return parseJsonObject(keys.openForService(LABEL, base64urlDecode(sealed)))
  } catch (error) {
    if (error instanceof PassportError) return undefined
    throw error
  }
}

const over = () =>
  new PassportError('request.conflict', 'What was opened is not there any more. Open the learner’s link again.')
