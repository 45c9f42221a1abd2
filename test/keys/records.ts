import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from '@jest/globals'
import { keyRecords, openStorage, type Storage } from '#storage'
import { openKeys } from '../../keys/open.ts'

/** Databases and key files for the tests of one file; all are closed and removed again. */
export function places() {
  const opened: Storage[] = []
  const folders: string[] = []
  afterEach(async () => {
    for (const storage of opened.splice(0)) await storage.close()
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  })
  return {
    folder(): string {
      const folder = mkdtempSync(join(tmpdir(), 'passport-keys-'))
      folders.push(folder)
      return folder
    },
    async storage(): Promise<Storage> {
      const storage = await openStorage('issuer', { memory: true })
      opened.push(storage)
      return storage
    },
  }
}

export async function open(storage: Storage, keyFile: string, createIfMissing = true) {
  return await openKeys({ keyFile, records: keyRecords(storage.db), createIfMissing, now: () => new Date(0) })
}

export const refusal = (code: string) => ({ name: 'PassportError', code })
