import { PassportError } from '#platform'
import { appendAudit, type Together } from '#storage'
import type { IssuerParts } from '../parts.ts'
import { getIssuer } from '../records/issuers.ts'
import { countChange, lockRegister } from '../records/register.ts'
import {
  closeDrafts,
  decideChange,
  findChange,
  type RegisterActor,
  type RegisterChange,
} from '../records/register-changes.ts'
import { findEntry, putEntries } from '../records/register-entries.ts'
import type { Version } from '../records/register-versions.ts'
import type { Act } from './act.ts'
import { applied, entriesOf, proposeChange, revisionsOf } from './propose.ts'
import { publishedTrustList } from './publish.ts'

/** The software itself, where it sets up what is not a person's to decide: the demonstration. */
export const SYSTEM: RegisterActor = { id: 'system', role: 'system' }

/**
 * Confirms a change that somebody else proposed, and publishes the list with it. Throws `register.samePerson`;
 * `register.outdated` where an entry was changed after it was proposed, and the proposal is over then; and
 * `request.conflict` where it was decided before. A change that is confirmed is published, whatever happens in between.
 */
export async function confirmChange(
  issuerId: string,
  id: string,
  by: RegisterActor,
  parts: IssuerParts,
): Promise<Version> {
  const issuer = await getIssuer(parts.storage.db, issuerId)
  const now = parts.now()
  const isCurrent = await parts.storage.transaction(async (together) => {
    const { register, change } = await proposed(together, issuerId, id)
    if (change.proposedBy === by.id && by !== SYSTEM) {
      throw new PassportError(
        'register.samePerson',
        'You proposed this change. Somebody else at the register has to confirm it.',
      )
    }
    const { act } = change
    const entries = await entriesOf(act, (did) => findEntry(together, issuerId, did))
    if (!isSame(revisionsOf(act, entries), change.basedOn)) {
      await decideChange(together, issuerId, id, { state: 'outdated' }, by, now)
      await appendAudit(together, { actor: by.id, action: 'register.outdated', subject: id }, now)
      return false
    }
    const after = applied(act, entries, issuer, parts)
    const revision = await countChange(together, register)
    if (!(await decideChange(together, issuerId, id, { state: 'confirmed', revision }, by, now))) throw decided()
    await putEntries(together, issuerId, after, revision, now)
    await closeDrafts(together, issuerId, act)
    const detail = { act: act.act, did: act.did, revision }
    await appendAudit(together, { actor: by.id, action: 'register.confirmed', subject: id, detail }, now)
    return true
  })
  if (!isCurrent) {
    throw new PassportError(
      'register.outdated',
      'The entry was changed after this was proposed, so nothing was done. Propose it anew if it is still wanted.',
    )
  }
  return await publishedTrustList(issuerId, parts)
}

/** Ends a proposal without a change: by a colleague, or by whoever made it. */
export async function rejectChange(issuerId: string, id: string, by: RegisterActor, parts: IssuerParts): Promise<void> {
  const now = parts.now()
  await parts.storage.transaction(async (together) => {
    await proposed(together, issuerId, id)
    if (!(await decideChange(together, issuerId, id, { state: 'rejected' }, by, now))) throw decided()
    await appendAudit(together, { actor: by.id, action: 'register.rejected', subject: id }, now)
  })
}

/** What the software itself sets up. People never come this way. */
export async function setUp(issuerId: string, act: Act, parts: IssuerParts): Promise<Version> {
  const id = await proposeChange(issuerId, { act }, SYSTEM, parts)
  return await confirmChange(issuerId, id, SYSTEM, parts)
}

/** The change, with nobody else at the register; throws where it is not there, or decided. */
async function proposed(together: Together, issuerId: string, id: string) {
  const register = await lockRegister(together, issuerId)
  const change = await findChange(together, issuerId, id)
  if (register === undefined || change === undefined) {
    throw new PassportError('request.notFound', 'There is no such change here.')
  }
  if (change.state !== 'proposed') throw decided()
  return { register, change }
}

function isSame(one: RegisterChange['basedOn'], other: RegisterChange['basedOn']): boolean {
  return Object.keys(one).every((did) => one[did] === other[did])
}

const decided = () => new PassportError('request.conflict', 'This change was decided already.')
