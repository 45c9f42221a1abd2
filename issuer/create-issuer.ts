import { z } from 'zod'
import { didKeyOf, SECURING, type SecuringSuite, type SigningAlgorithm } from '#credential'
import { type JsonObject, PassportError, randomToken } from '#platform'
import { email } from '#server'
import { appendAudit, isUniqueViolation } from '#storage'
import { addresses, didWebFor } from './addresses.ts'
import type { IssuerParts } from './parts.ts'
import { insertApiKey } from './records/api-keys.ts'
import { type Issuer, insertIssuer } from './records/issuers.ts'
import { openList, type StatusListKind } from './records/lists.ts'
import { insertStaff } from './records/staff.ts'
import { createStaffLink } from './sign-in.ts'

/** A name in an address: lower case, digits and hyphens. */
export const slug = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/, 'must be lower-case letters, digits and hyphens')

const text = z.string().trim().min(1).max(200)

/** What kind of organisation an issuer says that it is (`issuerType` of skills-passport v1). */
export const ISSUER_TYPES = [
  'TrainingProvider',
  'AwardingBody',
  'Employer',
  'Manufacturer',
  'SoftwareVendor',
  'ProfessionalBody',
  'Regulator',
] as const

export type IssuerType = (typeof ISSUER_TYPES)[number]

/** What an issuer is made from. */
export const newIssuer = z.object({
  name: text,
  type: z.enum(ISSUER_TYPES).optional(),
  /** Made from the name where it is absent. */
  slug: slug.optional(),
  did: z.enum(['key', 'web']).default('web'),
  suite: z.enum(Object.keys(SECURING) as [SecuringSuite, ...SecuringSuite[]]).default('eddsa-rdfc-2022'),
  /** The suite's first where it is absent. */
  algorithm: z.enum(['EdDSA', 'ES256', 'ES384', 'RS256', 'BBS']).optional(),
  status: z.boolean().default(false),
  ukprn: z
    .string()
    .regex(/^\d{8}$/, 'must be 8 digits')
    .optional(),
  identifiers: z
    .array(z.object({ type: z.string().min(1).max(100), value: text }))
    .max(20)
    .default([]),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .optional(),
  description: z.string().trim().max(2_000).optional(),
  /** The first administrator; without an address they come by the link that is answered, and say it then. */
  staff: z.object({ name: text.default('Administrator'), email: email.optional() }).prefault({}),
})

export type NewIssuer = z.input<typeof newIssuer>

export interface CreatedIssuer {
  id: string
  did: string
  /** Shown this once: only a keyed hash of it is kept. */
  apiKey: string
  issueUrl: string
  /** Signs the first administrator in, once, within a day. */
  staffSignInUrl: string
}

/**
 * Makes an issuer with its key, its first API key and its first administrator. Refuses an algorithm that the suite
 * cannot use, and a slug that is taken.
 */
export async function createIssuer(input: NewIssuer, parts: IssuerParts): Promise<CreatedIssuer> {
  const wanted = parse(input)
  const { keys, storage, config } = parts
  const id = wanted.slug ?? slugOf(wanted.name)
  const key = await keys.createSigningKey(id, wanted.algorithm)
  const now = parts.now()
  const issuer: Issuer = {
    id,
    did: wanted.did === 'web' ? didWebFor(config.baseUrl, 'issuers', id) : didKeyOf(key.publicKey),
    name: wanted.name,
    profile: profileFrom(wanted),
    suite: wanted.suite,
    algorithm: wanted.algorithm,
    didMethod: wanted.did,
    hasStatus: wanted.status,
    createdAt: now.toISOString(),
  }
  const apiKey = `spk_${randomToken()}`
  const member = await refusingTakenSlug(() =>
    storage.transaction(async (together) => {
      await insertIssuer(together, issuer, key.id)
      if (issuer.hasStatus) for (const kind of statusListsOf(issuer)) await openList(together, id, kind, 1)
      await insertApiKey(together, { issuerId: id, lookup: keys.lookup(`apiKey ${apiKey}`), name: 'First key' }, now)
      const { name, email: address } = wanted.staff
      const member = {
        issuerId: id,
        name,
        email: address ?? null,
        role: 'admin',
        isProven: address !== undefined,
      } as const
      const first = await insertStaff(together, member, now)
      await appendAudit(
        together,
        { actor: 'system', action: 'issuer.created', subject: id, detail: { key: key.id } },
        now,
      )
      return first
    }),
  )
  return {
    id,
    did: issuer.did,
    apiKey,
    issueUrl: addresses(config.baseUrl).issue(id),
    staffSignInUrl: await createStaffLink(member, parts),
  }
}

/** Which status lists an issuer begins with. */
function statusListsOf({ suite }: Pick<Issuer, 'suite'>): readonly StatusListKind[] {
  return suite === 'sd-jwt-vc' ? ['token'] : ['revocation', 'suspension']
}

type Wanted = z.infer<typeof newIssuer> & { algorithm: SigningAlgorithm }

function parse(input: NewIssuer): Wanted {
  const result = newIssuer.safeParse(input)
  if (!result.success) {
    const [first] = result.error.issues
    throw new PassportError('request.invalid', `${first?.path.join('.') ?? ''}: ${first?.message ?? 'not valid'}`)
  }
  const { suite, algorithm = SECURING[suite][0], ...rest } = result.data
  const fitting: readonly SigningAlgorithm[] = SECURING[suite]
  if (!fitting.includes(algorithm)) {
    throw new PassportError(
      'request.invalid',
      `The suite ${suite} signs with ${fitting.join(' or ')}, not ${algorithm}.`,
    )
  }
  return { ...rest, suite, algorithm }
}

/** Open Badges 3.0 §B.1.20 `otherIdentifier`, and our `issuerType`. */
function profileFrom({ type: issuerType, ukprn, identifiers, url, description }: Wanted): JsonObject {
  const all = [...(ukprn === undefined ? [] : [{ type: 'ext:UKPRN', value: ukprn }]), ...identifiers]
  return {
    ...(issuerType === undefined ? {} : { issuerType }),
    ...(url === undefined ? {} : { url }),
    ...(description ? { description } : {}),
    ...(all.length === 0
      ? {}
      : {
          otherIdentifier: all.map(({ type, value }) => ({
            type: 'IdentifierEntry',
            identifier: value,
            identifierType: type,
          })),
        }),
  }
}

/** A name as a slug: "Example College" is `example-college`. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
  const made = plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '')
  return made === ''
    ? `issuer-${randomToken()
        .toLowerCase()
        .replaceAll(/[^a-z0-9]/g, '')
        .slice(0, 8)}`
    : made
}

async function refusingTakenSlug<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (!isUniqueViolation(cause)) throw cause
    throw new PassportError('request.conflict', 'There is an issuer of that name already. Choose another slug.', {
      cause,
    })
  }
}
