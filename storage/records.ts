import { findDocument, keepDocument } from './documents.ts'
import { findMail, keepMail, listMail, type Mail } from './mail.ts'
import { keepSignInCode, keepToken, peekToken, takeSignInCode, takeToken } from './one-time.ts'
import type { Storage } from './open.ts'
import { findPasskey, listPasskeys, type Passkey, savePasskey, usePasskey } from './passkeys.ts'
import { destroySession, getSession, type SessionContent, setSession, touchSession } from './sessions.ts'

/*
 * What the HTTP floor keeps here, each in the shape in which it asks for it, so that a service only hands it over.
 */

/** Sessions, by the hash of their id. */
export function sessionRecords(storage: Storage) {
  return {
    get: (id: string, now: Date) => getSession(storage.db, id, now),
    set: (id: string, session: SessionContent) => setSession(storage.db, id, session),
    touch: (id: string, expiresAt: Date) => touchSession(storage.db, id, expiresAt),
    destroy: (id: string) => destroySession(storage.db, id),
  }
}

/** Codes, links, challenges and passkeys, each taken once. */
export function signInRecords(storage: Storage) {
  return {
    keepSignInCode: (code: Parameters<typeof keepSignInCode>[1]) => keepSignInCode(storage.db, code),
    takeSignInCode: (id: string, codeHash: string, now: Date) => takeSignInCode(storage.db, id, codeHash, now),
    keepToken: (token: Parameters<typeof keepToken>[1]) => keepToken(storage.db, token),
    takeToken: (token: string, purpose: string, now: Date) => takeToken(storage.db, token, purpose, now),
    peekToken: (token: string, purpose: string, now: Date) => peekToken(storage.db, token, purpose, now),
    savePasskey: (passkey: Passkey) => savePasskey(storage.db, passkey),
    findPasskey: (id: string) => findPasskey(storage.db, id),
    listPasskeys: (accountId: string) => listPasskeys(storage.db, accountId),
    usePasskey: (use: Parameters<typeof usePasskey>[1], now: Date) => usePasskey(storage.db, use, now),
  }
}

/** Messages that are kept instead of sent. */
export function outboxRecords(storage: Storage) {
  return {
    keep: (message: Mail, now: Date) => keepMail(storage.db, message, now),
    list: () => listMail(storage.db),
    find: (id: string) => findMail(storage.db, id),
  }
}

/** Public documents as their servers last gave them. */
export function documentRecords(storage: Storage) {
  return {
    find: (url: string) => findDocument(storage.db, url),
    keep: (url: string, document: Parameters<typeof keepDocument>[2]) => keepDocument(storage.db, url, document),
  }
}
