import { summarise } from '#credential'
import { type JsonObject, PassportError, randomToken } from '#platform'
import type { Together } from '#storage'
import { takeStatuses } from './complete.ts'
import { dependenciesOf, eachOnce, keyOf, whySuspended } from './dependencies.ts'
import type { IssuerParts } from './parts.ts'
import { type CredentialRecord, type Intent, insertIntents } from './records/credentials.ts'
import { findDependencies, keepDependencies, trace } from './records/dependencies.ts'
import type { Issuer } from './records/issuers.ts'
import { whyIncomplete } from './standard-fields.ts'

/** One credential to issue, and what is remembered with it. */
export interface Award {
  credential: JsonObject
  /** Our own id for it; the credential may speak of it in its own `id`. */
  id?: string
  achievementId?: string
  batch?: { id: string; row: number }
  /** What its recipient can never leave out, where the issuer's suite lets them show parts. */
  mandatoryPointers?: readonly string[] | undefined
  /** Who it is for. With an address, a claim link is sent there. */
  recipient?: { name: string; email?: string | undefined }
}

/** As much of an intent as the rest of its way needs. */
export type Prepared = Pick<CredentialRecord, 'id' | 'unsigned' | 'recipient_email' | 'title' | 'commitment_salt'>

type Named = Award & { id: string }

/**
 * Writes down what is about to be signed, its places in the status lists, on what it depends, and a salt for its place in the log.
 * Refuses what lacks a standard field (`award.incomplete`) or depends on something suspended (`award.suspended`), with nothing
 * written down yet.
 */
export async function intend(
  together: Together,
  award: Named,
  issuer: Issuer,
  parts: Pick<IssuerParts, 'config' | 'now'>,
): Promise<Prepared> {
  const { made, refused } = await intendAll(together, [award], issuer, parts)
  const [intent] = made
  if (intent === undefined) throw refused.get(award.id) ?? new PassportError('internal', 'Nothing was written down.')
  return intent
}

/** The same for many, in as many statements as for one: what was written down, and what was refused, by its id. */
export async function intendAll(
  together: Together,
  awards: readonly Named[],
  issuer: Issuer,
  { config, now }: Pick<IssuerParts, 'config' | 'now'>,
): Promise<{ made: Prepared[]; refused: Map<string, PassportError> }> {
  const { baseUrl } = config
  const depending = awards.map((award) => ({ award, on: dependenciesOf(award.credential, baseUrl) }))
  const known = new Map(
    (await findDependencies(together, issuer.id, eachOnce(depending.flatMap(({ on }) => on)))).map((one) => [
      keyOf(one),
      one,
    ]),
  )
  const refused = new Map<string, PassportError>()
  for (const { award, on } of depending) {
    const refusal = whyIncomplete(award.credential) ?? whySuspended(on.flatMap((one) => known.get(keyOf(one)) ?? []))
    if (refusal !== undefined) refused.set(award.id, refusal)
  }
  const good = depending.filter(({ award }) => !refused.has(award.id))
  const ids = good.map(({ award }) => award.id)
  const statuses = await takeStatuses(ids, issuer, { together, baseUrl })
  const completed = (award: Named): JsonObject => ({ ...award.credential, ...statuses.get(award.id) })
  const intents = good.map(({ award }) => intentOf(award, completed(award), issuer.id))
  await insertIntents(together, intents, now())
  const kept = await keepDependencies(together, issuer.id, eachOnce(good.flatMap(({ on }) => on)))
  const keptByKey = new Map(kept.map((one) => [keyOf(one), one]))
  const traced = good.map(({ award, on }) => ({
    credentialId: award.id,
    dependencies: on.flatMap((one) => keptByKey.get(keyOf(one)) ?? []),
  }))
  await trace(together, traced)
  return { made: intents, refused }
}

function intentOf(award: Named, complete: JsonObject, issuerId: string): Intent {
  const summary = summarise({ credential: complete, digest: '' })
  return {
    id: award.id,
    issuer_id: issuerId,
    credential_id: typeof complete.id === 'string' ? complete.id : null,
    achievement_id: award.achievementId ?? null,
    batch_id: award.batch?.id ?? null,
    batch_row: award.batch?.row ?? null,
    title: summary.title,
    recipient_name: award.recipient?.name ?? summary.recipientName,
    recipient_email: award.recipient?.email ?? null,
    unsigned: JSON.stringify(complete),
    commitment_salt: randomToken(),
    commitment: '',
  }
}
