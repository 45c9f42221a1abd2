import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
  unlinkSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { makeKeyFile } from '../../keys/key-file.ts'
import { open, places, refusal } from './records.ts'

const place = places()

test('makes the key file at the first start, for its owner alone, and uses it from then on', async () => {
  const storage = await place.storage()
  const folder = place.folder()
  const file = join(folder, 'deeper', 'key')
  const keys = await open(storage, file)
  expect(statSync(file).mode & 0o777).toBe(0o400)
  expect(statSync(file).size).toBe(32)
  expect(readdirSync(join(folder, 'deeper'))).toEqual(['key'])
  const sealed = keys.sealForService('a', Buffer.from('text'))
  const again = await open(storage, file, false)
  expect(Buffer.from(again.openForService('a', sealed)).toString()).toBe('text')
})

test('of two processes that make the key file at the same time, the first one counts for both', () => {
  const file = join(place.folder(), 'key')
  const first = makeKeyFile(file)
  expect(makeKeyFile(file)).toEqual(first)
  expect(readFileSync(file)).toEqual(first)
})

test('refuses a key file that others can read, and says what to do', async () => {
  const storage = await place.storage()
  const file = join(place.folder(), 'key')
  await open(storage, file)
  for (const mode of [0o440, 0o404, 0o444, 0o420]) {
    chmodSync(file, mode)
    await expect(open(storage, file)).rejects.toMatchObject(refusal('settings.invalid'))
    await expect(open(storage, file)).rejects.toThrow(`chmod 0400 ${file}`)
  }
})

test('refuses a key file of another length', async () => {
  const file = join(place.folder(), 'key')
  await open(await place.storage(), file)
  chmodSync(file, 0o600)
  truncateSync(file, 31)
  await expect(open(await place.storage(), file)).rejects.toMatchObject(refusal('settings.invalid'))
})

test('refuses to start with the key file of other data', async () => {
  const [storage, other] = [await place.storage(), await place.storage()]
  const [file, otherFile] = [join(place.folder(), 'key'), join(place.folder(), 'key')]
  await open(storage, file)
  await open(other, otherFile)
  await expect(open(storage, otherFile)).rejects.toMatchObject(refusal('keys.unavailable'))
  await expect(open(storage, file)).resolves.toBeDefined()
})

test('a lost key file is not replaced by a new one, which would open nothing', async () => {
  const storage = await place.storage()
  const file = join(place.folder(), 'key')
  await open(storage, file)
  renameSync(file, `${file}.away`)
  await expect(open(storage, file)).rejects.toMatchObject(refusal('keys.unavailable'))
  expect(existsSync(file)).toBe(false)
  renameSync(`${file}.away`, file)
  await expect(open(storage, file)).resolves.toBeDefined()
})

test('makes no key file where none should be made, or where it cannot be', async () => {
  const file = join(place.folder(), 'key')
  await expect(open(await place.storage(), file, false)).rejects.toMatchObject(refusal('settings.invalid'))
  expect(existsSync(file)).toBe(false)
  await expect(open(await place.storage(), '/dev/null/key')).rejects.toMatchObject(refusal('keys.unavailable'))
})

test('keeps the key out of the database', async () => {
  const storage = await place.storage()
  const folder = place.folder()
  const keys = await open(storage, join(folder, 'key'))
  await keys.createSigningKey('issuer', 'EdDSA')
  const copy = join(folder, 'copy')
  await storage.backup?.(copy)
  expect(readFileSync(copy).includes(readFileSync(join(folder, 'key')))).toBe(false)
  unlinkSync(copy)
})
