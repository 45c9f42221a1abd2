import { type Accounts, type Message, parseEmail } from '#server'
import { appendAudit, type Passkey, savePasskey } from '#storage'
import type { WalletParts } from './parts.ts'
import { enterPerson, findPerson, knownPerson } from './records/person.ts'

type Parts = Pick<WalletParts, 'storage' | 'keys' | 'now'>

/** Anyone with an e-mail address may keep their credentials here: the first sign-in makes the account. */
export function accountsOf(parts: Parts): Accounts {
  return {
    accepts: async () => true,
    enter: async (email) => ({ accountId: (await enterPerson(parts, parseEmail(email))).id }),
    find: async (id) => ((await findPerson(parts, id)) === undefined ? undefined : { accountId: id }),
    async label({ accountId }) {
      const { name, email } = await knownPerson(parts, accountId)
      return name ?? email
    },
  }
}

/** The message that carries a sign-in code. */
export function codeMessage(code: string): Omit<Message, 'to'> {
  const text = [
    `Your code is ${code}`,
    '',
    'Type it on the page where you asked for it. It lasts 10 minutes and works once.',
    'If you did not ask for it, do nothing. Nobody can sign in without it.',
  ].join('\n')
  return { subject: `${code} is your Skills Passport code`, text, html: null }
}

/** Keeps a new passkey, and the trail of it, both or neither. */
export async function keepPasskey(
  { storage, now }: Pick<WalletParts, 'storage' | 'now'>,
  passkey: Passkey,
): Promise<void> {
  const { accountId } = passkey
  await storage.transaction(async (together) => {
    await savePasskey(together, passkey)
    await appendAudit(together, { actor: `account:${accountId}`, action: 'passkey.created', subject: accountId }, now())
  })
}

/** Writes every sign-in into the audit trail. */
export async function noteSignIn(
  { storage }: Pick<WalletParts, 'storage'>,
  { accountId }: { accountId: string },
  how: 'code' | 'link' | 'passkey',
  now: Date,
): Promise<void> {
  const entry = { actor: `account:${accountId}`, action: `signIn.${how}`, subject: accountId }
  await storage.transaction((together) => appendAudit(together, entry, now))
}
