import { PassportError } from '#platform'
import { appendAudit } from '#storage'
import { codecOf, type RecognisedEntity } from '#trust'
import { addresses } from '../addresses.ts'
import type { IssuerParts } from '../parts.ts'
import { getIssuer, type Issuer } from '../records/issuers.ts'
import { beginRegister } from '../records/register.ts'
import { insertChange, type RegisterActor, type RegisterChange } from '../records/register-changes.ts'
import { type Entry, findEntry } from '../records/register-entries.ts'
import { type Act, touchedBy } from './act.ts'
import { applyAct } from './apply-act.ts'
import { REGISTER_SUITE, unsignedList, wrongSuite } from './publish.ts'

/**
 * Proposes a change of a register, for somebody else to confirm; nothing else changes. What could not be confirmed is refused
 * now: what the entry does not allow (`request.conflict`), and what would make a list that nobody reads (`trust.*`).
 */
export async function proposeChange(
  issuerId: string,
  proposal: { act: Act; note?: string | undefined },
  by: RegisterActor,
  parts: IssuerParts,
): Promise<string> {
  const issuer = await getIssuer(parts.storage.db, issuerId)
  if (issuer.suite !== REGISTER_SUITE) throw wrongSuite()
  const { act, note } = proposal
  const now = parts.now()
  return await parts.storage.transaction(async (together) => {
    await beginRegister(together, issuerId, now)
    const found = await entriesOf(act, (did) => findEntry(together, issuerId, did))
    const after = applied(act, found, issuer, parts)
    const change = {
      name: act.act === 'addSeveral' ? issuer.name : (after[0]?.name ?? act.did),
      act,
      basedOn: revisionsOf(act, found),
      note: note?.trim() || null,
    }
    const id = await insertChange(together, issuerId, change, by, now)
    const detail = { act: act.act, did: act.did }
    await appendAudit(together, { actor: by.id, action: 'register.proposed', subject: id, detail }, now)
    return id
  })
}

/** Whose entries an act is about, as they are. */
export async function entriesOf(
  act: Act,
  find: (did: string) => Promise<Entry | undefined>,
): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  for (const did of touchedBy(act)) {
    const entry = await find(did)
    if (entry !== undefined) entries.set(did, entry)
  }
  return entries
}

/** The entries as they are after an act, of which a list could be made. */
export function applied(
  act: Act,
  entries: ReadonlyMap<string, Entry>,
  issuer: Issuer,
  parts: Pick<IssuerParts, 'config'>,
): RecognisedEntity[] {
  const after = applyAct(new Map([...entries].map(([did, { entity }]) => [did, entity])), act)
  expectAllReadable(after, issuer, parts)
  return after
}

/** At which change of the register each entry is that an act is about; null where there is none yet. */
export function revisionsOf(act: Act, entries: ReadonlyMap<string, Entry>): RegisterChange['basedOn'] {
  return Object.fromEntries(touchedBy(act).map((did) => [did, entries.get(did)?.revision ?? null]))
}

const SOME_DAY = '2026-01-01T00:00:00Z'

/** So many entries are in the signed list itself, where they are read as a verifier does, and not in a shard beside it. */
const READ_TOGETHER = 100

function expectAllReadable(entities: readonly RecognisedEntity[], issuer: Issuer, parts: Pick<IssuerParts, 'config'>) {
  for (let at = 0; at < entities.length; at += READ_TOGETHER) {
    expectReadable(entities.slice(at, at + READ_TOGETHER), issuer, parts)
  }
}

/** Entries are written and read as in a list, so that none gets on the register with which the list could not be used. */
function expectReadable(entities: readonly RecognisedEntity[], issuer: Issuer, parts: Pick<IssuerParts, 'config'>) {
  const url = addresses(parts.config.baseUrl).trustList(issuer.id)
  const dates = { validFrom: SOME_DAY, validUntil: SOME_DAY, nextUpdate: SOME_DAY }
  const { credential } = unsignedList({ ...dates, sequence: 1, previousDigest: null, entities, issuer, url, parts })
  try {
    codecOf(credential).read(credential, { url, asOf: new Date(SOME_DAY), digest: '' })
  } catch (error) {
    if (!(error instanceof PassportError) || error.code !== 'trust.overlap') throw error
    throw new PassportError('trust.overlap', 'It is recognised for exactly this already, for a part of that time.', {
      cause: error,
    })
  }
}
