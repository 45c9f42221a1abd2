import { z } from 'zod'

/**
 * What a share link answers to GET with `Accept: application/json`. It changes nothing and tells nothing of the person;
 * a verifier that sees it reads the presentation with POST to the same address, which spends one use.
 */
export const shareInvitation = z.object({ type: z.literal('CredentialShare'), method: z.literal('POST') })

export type ShareInvitation = z.infer<typeof shareInvitation>

export const SHARE_INVITATION: ShareInvitation = { type: 'CredentialShare', method: 'POST' }
