import { z } from 'zod'
import type { PersonalKind } from './personal.ts'

export type OldCertificate = z.infer<(typeof OLD_CERTIFICATE)['schema']>

/** A certificate of before, as its holder reads it off the paper. It is claimed: a picture of it proves nothing. */
export const OLD_CERTIFICATE = {
  kind: 'oldCertificate',
  schema: z.object({
    /** What the paper says, in its holder's words. */
    paper: z.string().min(1).max(200),
    /** Which of the library of certificates it is, by its holder's choice; empty where it is none of them. */
    scheme: z.string().max(2_000),
    unit: z.string().max(2_000),
    level: z.int().nonnegative().nullable(),
    awardingBody: z.string().max(200),
    /** A calendar day; empty where the paper does not say. */
    awardedOn: z.union([z.literal(''), z.iso.date()]),
    /** Of the certificate, as printed on it. */
    number: z.string().max(60),
  }),
} satisfies PersonalKind
