import { z } from 'zod'
import { formatDateTime, parseDateTime } from '#credential'
import { type Route, route } from '#server'
import type { IssuerParts } from '../parts.ts'
import { countSignedWith } from '../records/credentials.ts'
import { listKeys } from '../records/retired-keys.ts'
import { rotateKey } from '../rotate-key.ts'
import { type Staff, staffOf } from '../viewer.ts'
import { SIGNING_KEYS_PLACE, type SigningKeysPageOptions, signingKeysPage } from '../web/signing-keys-page.tsx'
import { ONWARDS, PAGE, STAFF } from './console.ts'

const reason = z.string().trim().max(500).default('')
const number = z.coerce.number().int().min(1).max(1_000_000)

/** What a browser sends of a date with a time, which is meant in UTC; null for what is none. */
function readTime(text: string): Date | null {
  return parseDateTime(`${text}${/T\d{2}:\d{2}$/.test(text) ? ':00' : ''}Z`)
}

/** The keys with which an issuer signs and signed, and taking one out of use. */
export function signingKeyRoutes(parts: IssuerParts): Route[] {
  const { db } = parts.storage

  async function pageOf(staff: Staff, extra: Omit<Partial<SigningKeysPageOptions>, 'staff'> = {}): Promise<string> {
    const { retired, current } = await listKeys(db, staff.issuer.id)
    return signingKeysPage({ staff, keys: [current, ...retired.toReversed()], ...extra })
  }

  return [
    route({
      ...STAFF,
      method: 'GET',
      path: SIGNING_KEYS_PLACE,
      summary: 'The keys of the provider over time.',
      responses: PAGE,
      run: async ({ user, takeFlash }) => ({
        html: await pageOf(await staffOf(user, 'viewer', parts), { flash: takeFlash() }),
      }),
    }),
    route({
      ...STAFF,
      method: 'POST',
      path: `${SIGNING_KEYS_PLACE}/rotate`,
      summary: 'Retire the key in use, and sign with a new one.',
      body: { form: z.object({ number, reason }) },
      responses: ONWARDS,
      run: async ({ user, body, flash }) => {
        const staff = await staffOf(user, 'admin', parts)
        const { inUse } = await rotateKey(staff.issuer.id, { ...body, actor: staff.actor }, parts)
        flash(`You now sign with key ${inUse}. What was signed before stays good.`)
        return { redirect: SIGNING_KEYS_PLACE }
      },
    }),
    route({
      ...STAFF,
      method: 'GET',
      path: `${SIGNING_KEYS_PLACE}/report`,
      summary: 'What a report that a key is in other hands would mean.',
      query: z.object({ number, since: z.string().max(40), reason }),
      responses: PAGE,
      run: async ({ user, query, now }) => {
        const staff = await staffOf(user, 'admin', parts)
        const since = readTime(query.since)
        if (since === null || since > now) {
          const message = 'Enter the day and time in UTC since when others may have had the key. It cannot lie ahead.'
          return { status: 422, html: await pageOf(staff, { errors: [{ field: 'since', message }], entered: query }) }
        }
        const { retired, current } = await listKeys(db, staff.issuer.id)
        const key = [...retired, current].find((one) => one.number === query.number) ?? current
        const counts = await countSignedWith(db, staff.issuer.id, { ...key, since })
        const { reason: why } = query
        const report = { number: key.number, since, reason: why, ...counts, isInUse: key === current }
        return { html: await pageOf(staff, { report, entered: query }) }
      },
    }),
    route({
      ...STAFF,
      method: 'POST',
      path: `${SIGNING_KEYS_PLACE}/report`,
      summary: 'Report that a key is in other hands since a time. A new one is made if it is in use.',
      body: { form: z.object({ number, since: z.iso.datetime(), reason }) },
      responses: ONWARDS,
      run: async ({ user, body, flash }) => {
        const staff = await staffOf(user, 'admin', parts)
        const compromisedSince = new Date(body.since)
        const change = { number: body.number, compromisedSince, reason: body.reason, actor: staff.actor }
        const { inUse } = await rotateKey(staff.issuer.id, change, parts)
        flash(
          `Key ${body.number} is published as in other hands since ${formatDateTime(compromisedSince)}. You sign with key ${inUse}.`,
        )
        return { redirect: SIGNING_KEYS_PLACE }
      },
    }),
  ]
}
