import { z } from 'zod'
import { isObject, type JsonObject } from '#platform'

/** A JSON object, kept as the very object it was. What is in it is for `credential` to judge. */
const jsonObject = z.custom<JsonObject>(isObject, 'must be a JSON object').meta({ override: { type: 'object' } })

/** JSON Pointers (RFC 6901); where they lead is for `credential` to say. */
const pointers = z.array(z.string().max(512)).max(100)

/** VC-API §3.2.1: ask an issuer to secure a credential. The suite is the issuer's; options do not choose it. */
export const issueRequest = z.object({
  credential: jsonObject,
  options: z
    .looseObject({
      /** JSON Pointers to what a holder can never leave out, for the suites with selective disclosure. */
      mandatoryPointers: pointers.optional(),
    })
    .optional(),
})

export const issueResponse = z.object({ verifiableCredential: jsonObject })

const statusEntry = z.object({
  type: z.literal('BitstringStatusListEntry'),
  statusPurpose: z.enum(['revocation', 'suspension']),
  /** The entry's own `id`, for a credential that has none. */
  id: z.string().max(2048).optional(),
})

/** VC-API §3.2.2: set or clear a status, of a credential known by its `id`, by ours, or by the `id` of its status entry. */
export const statusRequest = z.object({
  credentialId: z.string().min(1).max(2048).optional(),
  credentialStatus: z.union([statusEntry, z.array(statusEntry).length(1)]),
  status: z.union([z.boolean(), z.enum(['0', '1'])]).default(true),
  reason: z.string().max(500).optional(),
})

/** VC-API §3.3: what a verifier answers, for a credential and for a presentation. `verified` means verdict `accepted`. */
export const verifyResponse = z.looseObject({
  verified: z.boolean(),
  verdict: z.enum(['accepted', 'rejected', 'undecided']).optional(),
  errors: z.array(z.looseObject({ code: z.string(), title: z.string() })).optional(),
})

/** VC-API §3.5.1: show a part of a credential. The empty pointer names all of it. */
export const deriveRequest = z.object({
  verifiableCredential: jsonObject,
  options: z.looseObject({ selectivePointers: pointers }),
})

export const deriveResponse = z.object({ verifiableCredential: jsonObject })
