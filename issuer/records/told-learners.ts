import type { Queries } from '#storage'
import type { Suspension } from './suspensions.ts'

/** What a learner is told of: the credentials of theirs that were suspended, or reinstated. */
export interface ToldLearner {
  email: string
  titles: string[]
}

/** The next learners to tell, in the order of their addresses, after one of them; each once. */
export async function listToTell(
  db: Queries,
  { id, at, state }: Pick<Suspension, 'id' | 'at' | 'state'>,
  limit: number,
): Promise<ToldLearner[]> {
  const suspended = state === 'tellingSuspended'
  const concerned = db
    .selectFrom('suspension_hold')
    .innerJoin('credential', 'credential.id', 'suspension_hold.credential_id')
    .where('suspension_hold.suspension_id', '=', id)
    .where('credential.recipient_email', 'is not', null)
    .where('credential.status', '=', suspended ? 'suspended' : 'valid')
    // Who was given back by hand meanwhile has nothing to be told.
    .$if(suspended, (those) =>
      those.where('suspension_hold.took', '=', 1).where('suspension_hold.released_at', 'is', null),
    )
    .$if(!suspended, (those) => those.where('suspension_hold.reinstated', '=', 1))
  const next = await concerned
    .where('credential.recipient_email', '>', at)
    .select('credential.recipient_email as email')
    .distinct()
    .orderBy('credential.recipient_email')
    .limit(limit)
    .execute()
  const emails = next.flatMap(({ email }) => email ?? [])
  if (emails.length === 0) return []
  const rows = await concerned
    .where('credential.recipient_email', 'in', emails)
    .select(['credential.recipient_email as email', 'credential.title'])
    .orderBy('credential.intended_at')
    .orderBy('credential.id')
    .execute()
  return emails.map((email) => ({
    email,
    titles: rows.filter((row) => row.email === email).map(({ title }) => title),
  }))
}
