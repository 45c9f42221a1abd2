import { PassportError } from '#platform'
import { startImport } from './import-files.ts'
import type { WalletParts } from './parts.ts'
import { receive } from './receive.ts'
import { listClaims } from './records/claims.ts'
import { countCredentials, listCredentials } from './records/credentials.ts'
import { enterPerson, type Person, renamePerson } from './records/person.ts'
import { listPersonal } from './records/personal.ts'
import { SELF_ANSWER } from './records/personal-kinds.ts'
import { listShares, type Share, stateOf } from './records/shares.ts'
import { share, shareUrl } from './share.ts'

export const LEARNER = { email: 'learner@example.com', name: 'Ola Adeyemi' }

const AUDIENCE = 'Example Employer'
const SIGN_IN_MINUTES = 24 * 60

/**
 * A learner with credentials and one share, and fresh links to both. Where they are there already they are found
 * again, so it may be called at every start; links that were claimed before are then left out, and claims that an earlier
 * start began and did not end are taken up again.
 */
export async function loadDemonstration(
  parts: WalletParts,
  { claimUrls, learner = LEARNER }: { claimUrls: readonly string[]; learner?: { email: string; name: string } },
): Promise<{ learnerSignInUrl: string; shareUrl: string }> {
  const person = await enterPerson(parts, learner.email)
  if (person.name === null) await renamePerson(parts, person, learner.name)
  const begun = (await listClaims(parts, person)).map(({ link }) => link)
  for (const link of new Set([...begun, ...claimUrls])) await receiveOnce(parts, person, link)
  const shown = (await openShareOf(parts, person)) ?? (await makeShare(parts, person))
  const user = { accountId: person.id }
  return {
    learnerSignInUrl: await parts.signIn.createLink(user, { minutes: SIGN_IN_MINUTES, next: '/passport' }),
    // A learner who has deleted everything shares nothing; whoever checks can still begin at the verifier.
    shareUrl: shown === undefined ? `${parts.config.verifierUrl}/check` : shareUrl(parts, shown),
  }
}

/** A link that was taken at an earlier start has given its credential then. */
async function receiveOnce(parts: WalletParts, person: Person, link: string): Promise<void> {
  try {
    await receive(parts, person, link)
  } catch (error) {
    if (!(error instanceof PassportError && error.code === 'claim.used')) throw error
  }
}

async function openShareOf({ storage, keys, now }: WalletParts, person: Person): Promise<Share | undefined> {
  const shares = await listShares(storage.db, keys, person)
  return shares.find((one) => stateOf(one, now()) === 'open' && one.usesAllowed === null)
}

async function makeShare(parts: WalletParts, person: Person): Promise<Share | undefined> {
  const held = await listCredentials(parts, person)
  const credential = held.filter(({ checked }) => checked.face !== 'notGenuine').map(({ id }) => id)
  if (credential.length === 0) return undefined
  const made = await share(parts, person, {
    credential,
    leaveOut: [],
    audience: AUDIENCE,
    lasts: '90',
    until: '',
    uses: '',
  })
  if ('faults' in made) throw new Error(`The demonstration cannot be shared: ${JSON.stringify(made.faults)}`)
  return made.share
}

/** Somebody whose passport the demonstration shows, as they saved it. Nobody is behind it. */
export interface ExamplePerson {
  id: string
  name: string
  email: string
  who: string
  /** What to look at in their passport: a place of the wallet, and what is there. */
  look: readonly { href: string; label: string }[]
  /** The ZIP that the wallet's own export wrote. */
  passport: () => Promise<Uint8Array>
}

/**
 * The account of somebody of the examples. Whose passport is empty gets what they saved, by a job that is answered; one that holds
 * anything stays as it is.
 */
export async function enterExample(
  parts: WalletParts,
  example: ExamplePerson,
): Promise<{ person: Person; job: string | null }> {
  const person = await enterPerson(parts, example.email)
  if (person.name === null) await renamePerson(parts, person, example.name)
  if (!(await isEmpty(parts, person))) return { person, job: null }
  const file = { name: `${example.id}.zip`, bytes: await example.passport() }
  return { person, job: await startImport(parts, person, [file]) }
}

async function isEmpty(parts: WalletParts, person: Person): Promise<boolean> {
  const held = await countCredentials(parts.storage.db, person, 'held')
  return held === 0 && (await listPersonal(parts, person, SELF_ANSWER)).length === 0
}
