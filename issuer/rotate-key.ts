import { PassportError } from '#platform'
import { appendAudit } from '#storage'
import type { IssuerParts } from './parts.ts'
import { publishedList } from './publish-list.ts'
import { getIssuer } from './records/issuers.ts'
import { markAllUnsigned } from './records/lists.ts'
import { listKeys, markCompromised, replaceKey } from './records/retired-keys.ts'

/** Why a key is not to be used any more. */
export interface KeyChange {
  /** For the issuer's staff. */
  reason?: string | undefined
  /** Since when the key may be in others' hands. */
  compromisedSince?: Date | undefined
  /** Which key, by its number; the one in use where it is absent. */
  number?: number | undefined
  actor: string
}

/** What came of it: the number of the key that is in use now. */
export interface KeyChanged {
  inUse: number
  /** The key that is retired or in others' hands. */
  number: number
}

/**
 * Takes a key out of use: a new one signs from now on, and the lists that the old one signed are signed anew. The old one stays
 * known for ever, so that what it signed can be checked; where it is in others' hands, with since when. Of a key that was
 * retired before, only that can be said. Refuses an issuer that is named by its key (`request.conflict`).
 */
export async function rotateKey(issuerId: string, change: KeyChange, parts: IssuerParts): Promise<KeyChanged> {
  const { compromisedSince: since, reason = '', actor } = change
  const issuer = await getIssuer(parts.storage.db, issuerId)
  const now = parts.now()
  if (issuer.didMethod === 'key') {
    const message = 'This issuer is named by its key (did:key), so another key would be another issuer.'
    throw new PassportError('request.conflict', `${message} Make a new issuer with did:web.`)
  }
  if (since !== undefined && since > now) {
    throw new PassportError('request.invalid', 'The key cannot be in other hands since a time that lies ahead.')
  }
  const { retired, current } = await listKeys(parts.storage.db, issuerId)
  const number = change.number ?? current.number
  if (number === current.number) {
    await replaceCurrent(issuerId, current, { since, reason, actor }, parts)
    return { inUse: current.number + 1, number }
  }
  if (!retired.some((key) => key.number === number)) {
    throw new PassportError('request.notFound', `This issuer has no key ${number}.`)
  }
  if (since === undefined) throw new PassportError('request.conflict', `Key ${number} is not in use any more.`)
  await parts.storage.transaction(async (together) => {
    if (!(await markCompromised(together, { issuerId, number }, since, reason === '' ? null : reason))) {
      throw new PassportError('request.conflict', `Key ${number} is known to be in other hands since then or earlier.`)
    }
    const detail = { key: number, since: since.toISOString() }
    await appendAudit(together, { actor, action: 'key.compromised', subject: issuerId, detail }, now)
  })
  return { inUse: current.number, number }
}

interface Ending {
  since: Date | undefined
  reason: string
  actor: string
}

async function replaceCurrent(
  issuerId: string,
  { number, keyId }: { number: number; keyId: string },
  { since, reason, actor }: Ending,
  parts: IssuerParts,
): Promise<void> {
  const { algorithm } = await getIssuer(parts.storage.db, issuerId)
  const key = await parts.keys.createSigningKey(issuerId, algorithm)
  const now = parts.now()
  const lists = await parts.storage.transaction(async (together) => {
    const retired = {
      issuer_id: issuerId,
      number,
      key_id: keyId,
      used_until: nextSecond(now).toISOString(),
      reason: reason === '' ? null : reason,
      compromised_since: since?.toISOString() ?? null,
    }
    if (!(await replaceKey(together, retired, key.id))) {
      throw new PassportError('request.conflict', 'The key was replaced by someone else a moment ago. Look again.')
    }
    const marked = await markAllUnsigned(together, issuerId)
    const detail = { key: number, next: number + 1, ...(since ? { since: since.toISOString() } : {}) }
    const action = since === undefined ? 'key.rotated' : 'key.compromised'
    await appendAudit(together, { actor, action, subject: issuerId, detail }, now)
    return marked
  })
  for (const list of lists) await publishedList(issuerId, list.kind, list.number, parts)
}

/** Signatures state whole seconds, so a key ends with one: what it signed a moment ago is from before. */
function nextSecond(time: Date): Date {
  return new Date((Math.floor(time.getTime() / 1000) + 1) * 1000)
}
