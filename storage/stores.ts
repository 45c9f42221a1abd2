import { findDocument, keepDocument } from './documents.ts'
import { failJob, finishJob, leaseJob, reportProgress, retryJob } from './jobs.ts'
import { keyRecords } from './keys.ts'
import { findMail, keepMail, listMail } from './mail.ts'
import { keepSignInCode, keepToken, peekToken, takeSignInCode, takeToken } from './one-time.ts'
import type { Storage } from './open.ts'
import { findPasskey, listPasskeys, savePasskey, usePasskey } from './passkeys.ts'
import type { Queries } from './schema/database.ts'
import { destroySession, getSession, setSession, touchSession } from './sessions.ts'
import { keepNewestList } from './status-lists.ts'
import { findTrustList, keepTrustList } from './trust-lists.ts'

/** The stores of one database, bound to it, in the shapes that `server` and `keys` ask for. */
export function storesOf(storage: Storage) {
  const { db } = storage
  return {
    sessions: {
      get: bound(db, getSession),
      set: bound(db, setSession),
      touch: bound(db, touchSession),
      destroy: bound(db, destroySession),
    },
    signIn: {
      keepSignInCode: bound(db, keepSignInCode),
      takeSignInCode: bound(db, takeSignInCode),
      keepToken: bound(db, keepToken),
      peekToken: bound(db, peekToken),
      takeToken: bound(db, takeToken),
      savePasskey: bound(db, savePasskey),
      findPasskey: bound(db, findPasskey),
      listPasskeys: bound(db, listPasskeys),
      usePasskey: bound(db, usePasskey),
    },
    outbox: {
      keep: bound(db, keepMail),
      list: () => listMail(db),
      find: bound(db, findMail),
    },
    jobs: {
      lease: (wanted: { kinds: readonly string[]; leaseSeconds: number }, now: Date) => leaseJob(storage, wanted, now),
      progress: bound(db, reportProgress),
      finish: bound(db, finishJob),
      fail: bound(db, failJob),
      retry: bound(db, retryJob),
    },
    documents: {
      find: bound(db, findDocument),
      keep: bound(db, keepDocument),
    },
    isNewestList: bound(db, keepNewestList),
    trustLists: {
      find: bound(db, findTrustList),
      keep: bound(db, keepTrustList),
    },
    keyRecords: keyRecords(db),
  }
}

function bound<Rest extends unknown[], Result>(db: Queries, work: (db: Queries, ...rest: Rest) => Result) {
  return (...rest: Rest): Result => work(db, ...rest)
}
