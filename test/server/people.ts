import { createHmac } from 'node:crypto'
import { createSignIn, type Message, type Passkey, type SignInStore, signInRoutes } from '#server'
import { startToy, toyRoutes } from './toy.ts'

/** A sign-in store in memory, with the same rules as the real one: whatever is taken is taken in one step. */
function memorySignIns(): SignInStore & { kept: string[] } {
  const codes = new Map<string, { codeHash: string; triesLeft: number; expiresAt: Date; isUsed: boolean }>()
  const tokens = new Map<string, { purpose: string; payload: string; expiresAt: Date; isUsed: boolean }>()
  const passkeys = new Map<string, Passkey>()
  const kept: string[] = []
  const stateOf = (token: string, purpose: string, now: Date) => {
    const row = tokens.get(token)
    if (row === undefined || row.purpose !== purpose) return 'unknown'
    if (row.isUsed) return 'used'
    return row.expiresAt > now ? 'usable' : 'expired'
  }
  return {
    kept,
    keepSignInCode: async ({ id, codeHash, tries, expiresAt, ...rest }) => {
      kept.push(JSON.stringify({ id, codeHash, ...rest }))
      codes.set(id, { codeHash, triesLeft: tries, expiresAt, isUsed: false })
    },
    takeSignInCode: async (id, codeHash, now) => {
      const row = codes.get(id)
      if (row === undefined || row.isUsed || row.triesLeft === 0 || row.expiresAt <= now) return { outcome: 'ended' }
      row.triesLeft--
      row.isUsed = row.codeHash === codeHash
      return { outcome: row.isUsed ? 'taken' : 'wrong' }
    },
    keepToken: async ({ token, ...row }) => void tokens.set(token, { ...row, isUsed: false }),
    peekToken: async (token, purpose, now) => stateOf(token, purpose, now),
    takeToken: async (token, purpose, now) => {
      const outcome = stateOf(token, purpose, now)
      const row = tokens.get(token)
      if (outcome !== 'usable' || row === undefined) return { outcome: outcome === 'usable' ? 'unknown' : outcome }
      row.isUsed = true
      return { outcome: 'taken', payload: row.payload }
    },
    savePasskey: async (passkey) => void passkeys.set(passkey.id, passkey),
    findPasskey: async (id) => passkeys.get(id),
    listPasskeys: async (accountId) => [...passkeys.values()].filter((one) => one.accountId === accountId),
    usePasskey: async ({ id, previous, counter }) => {
      const passkey = passkeys.get(id)
      if (passkey === undefined || passkey.counter !== previous || counter <= previous) return false
      passkeys.set(id, { ...passkey, counter })
      return true
    },
  }
}

/** A service that knows one person, ann@example.org, and lets the test see what it mails and audits. */
export async function startWithPeople(baseUrl = 'http://localhost:4999') {
  const store = memorySignIns()
  const messages: Message[] = []
  const audited: string[] = []
  const clock = { now: new Date('2026-11-25T10:00:00Z') }
  const ann = { accountId: 'a-ann' }
  const signIn = createSignIn({
    title: 'Toy',
    baseUrl,
    store,
    accounts: {
      accepts: async (email) => email === 'ann@example.org',
      enter: async (email) => (email === 'ann@example.org' ? ann : undefined),
      find: async (accountId) => (accountId === ann.accountId ? ann : undefined),
      label: async () => 'Ann',
    },
    mail: { send: async (message) => void messages.push(message), close: () => undefined },
    codeMessage: (code) => ({ subject: 'Your code', text: `Your code is ${code}.`, html: null }),
    keyedHash: (value) => createHmac('sha256', 'a key of this test').update(value).digest('hex'),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    now: () => clock.now,
  })
  const routes = signInRoutes({
    signIn,
    pages: {
      signIn: ({ next, error = '' }) => `sign-in ${next} ${error}`,
      code: ({ request, email, next, error = '' }) => `code ${request} ${email} ${next} ${error}`,
      link: ({ action }) => `<form method="post" action="${action}">`,
    },
    entered: async ({ accountId }, how) => void audited.push(`${accountId} ${how}`),
  })
  const toy = await startToy({ baseUrl, routes: [...toyRoutes, ...routes], now: () => clock.now })
  return { ...toy, signIn, store, messages, audited, clock, ann }
}
