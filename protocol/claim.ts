import { z } from 'zod'
import { isObject, type JsonObject } from '#platform'

/**
 * How a wallet takes a credential from an issuer by a claim link: GET with `Accept: application/json` gives an offer and
 * changes nothing; POST takes it, once. `claimant` is a secret of the wallet's choosing: the same one may take it again,
 * so that an answer lost on the way is not a credential lost.
 */
export const claimOffer = z.object({
  type: z.literal('CredentialOffer'),
  issuer: z.object({ id: z.string(), name: z.string() }),
  title: z.string(),
  expiresAt: z.string(),
  state: z.enum(['open', 'claimed', 'expired']),
})

export type ClaimOffer = z.infer<typeof claimOffer>

export const claimRequest = z.object({ claimant: z.string().min(22).max(200) })

const jsonObject = z.custom<JsonObject>(isObject, 'must be a JSON object').meta({ override: { type: 'object' } })

export const claimAnswer = z.object({
  verifiableCredential: jsonObject,
  /** That the credential is in its issuer's log; to be kept beside it. Issuers without a log leave it out. */
  issueLogEvidence: jsonObject.optional(),
})

/** What an issuer answers a program that asks for the evidence for one credential. */
export const logEvidenceAnswer = z.object({ issueLogEvidence: jsonObject })
