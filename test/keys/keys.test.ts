import { createPublicKey, verify } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { didKeyOf } from '#credential'
import { base58Decode, hex, jwkOf, publicKeyOfJwk, SIGNATURE_LENGTH } from '#platform'
import { open, places, refusal } from './records.ts'

const place = places()
const ALGORITHMS = ['EdDSA', 'ES256', 'ES384', 'RS256'] as const
const DIGESTS = { EdDSA: null, ES256: 'sha256', ES384: 'sha384', RS256: 'sha256' } as const
/** Multicodec: ed25519-pub, p256-pub, p384-pub, rsa-pub as varints. */
const PREFIXES = { EdDSA: 'ed01', ES256: '8024', ES384: '8124', RS256: '8524' } as const
const METHOD = 'did:web:example.org#key-1'
const MESSAGE = Buffer.from('a message')

async function opened() {
  const storage = await place.storage()
  const file = join(place.folder(), 'key')
  return { storage, file, keys: await open(storage, file) }
}

describe.each(ALGORITHMS)('a signing key for %s', (algorithm) => {
  test('signs so that its public key verifies, after a new start too', async () => {
    const { storage, file, keys } = await opened()
    const { id, publicKey } = await keys.createSigningKey('issuer', algorithm)
    expect(publicKey.algorithm).toBe(algorithm)
    const key = createPublicKey({ key: jwkOf(publicKey), format: 'jwk' })
    for (const used of [keys, await open(storage, file)]) {
      const signer = await used.signer(id, METHOD)
      expect(signer).toMatchObject({ id: METHOD, algorithm })
      const signature = await signer.sign(MESSAGE)
      expect(signature).toHaveLength(SIGNATURE_LENGTH[algorithm] ?? 256)
      const digest = DIGESTS[algorithm]
      expect(verify(digest, MESSAGE, { key, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true)
      expect(verify(digest, Buffer.from('another'), { key, dsaEncoding: 'ieee-p1363' }, signature)).toBe(false)
      expect(await used.publicKey(id)).toEqual(publicKey)
    }
  })

  test('is published as the same key in both forms', async () => {
    const { keys } = await opened()
    const { publicKey } = await keys.createSigningKey('issuer', algorithm)
    const multicodec = hex(base58Decode(didKeyOf(publicKey).slice('did:key:z'.length)))
    expect(multicodec).toBe(PREFIXES[algorithm] + hex(publicKey.bytes))
    expect(publicKeyOfJwk({ ...jwkOf(publicKey) })).toEqual(publicKey)
    expect(jwkOf(publicKey)).not.toHaveProperty('d')
  })

  test('does not sign once any byte of its wrapped form was changed', async () => {
    const { storage, keys } = await opened()
    const { id } = await keys.createSigningKey('issuer', algorithm)
    const row = await storage.db.selectFrom('signing_key').selectAll().executeTakeFirstOrThrow()
    for (const at of row.wrapped.keys()) {
      const wrapped = Uint8Array.from(row.wrapped, (byte, n) => (n === at ? byte ^ 1 : byte))
      await storage.db.updateTable('signing_key').set({ wrapped }).execute()
      await expect(keys.signer(id, METHOD)).rejects.toMatchObject(refusal('keys.unavailable'))
    }
    await storage.db.updateTable('signing_key').set({ wrapped: row.wrapped }).execute()
    await expect(keys.signer(id, METHOD)).resolves.toBeDefined()
  })

  test('does not sign for another owner, under another id, version or public key', async () => {
    const { storage, keys } = await opened()
    const { id } = await keys.createSigningKey('issuer-a', algorithm)
    const other = await keys.createSigningKey('issuer-b', algorithm)
    const find = (wanted: string) =>
      storage.db.selectFrom('signing_key').selectAll().where('id', '=', wanted).executeTakeFirstOrThrow()
    const [mine, theirs] = [await find(id), await find(other.id)]
    for (const change of [
      { owner: 'issuer-b' },
      { wrapped: theirs.wrapped },
      { owner: 'issuer-b', wrapped: theirs.wrapped },
      { version: 2 },
      { public_key: theirs.public_key },
    ]) {
      await storage.db.updateTable('signing_key').set(change).where('id', '=', id).execute()
      await expect(keys.signer(id, METHOD)).rejects.toMatchObject(refusal('keys.unavailable'))
      await storage.db.updateTable('signing_key').set(mine).where('id', '=', id).execute()
    }
    await expect(keys.signer(id, METHOD)).resolves.toBeDefined()
  })
})

test('a key that is not there is not found', async () => {
  const { keys } = await opened()
  await expect(keys.publicKey('none')).rejects.toMatchObject(refusal('keys.unavailable'))
  await expect(keys.signer('none', METHOD)).rejects.toMatchObject(refusal('keys.unavailable'))
})

test('what is sealed opens under the same data key and label, and nowhere else', async () => {
  const { storage, file, keys } = await opened()
  const [ada, ben] = [keys.createDataKey('ada'), keys.createDataKey('ben')]
  const sealed = keys.seal(ada, 'held_credential/1', MESSAGE)
  const again = await open(storage, file)
  expect(Buffer.from(again.open(ada, 'held_credential/1', sealed))).toEqual(MESSAGE)
  const wrong = [
    () => keys.open(ada, 'held_credential/2', sealed),
    () => keys.open(ben, 'held_credential/1', sealed),
    () => keys.open({ owner: 'ben', wrapped: ada.wrapped }, 'held_credential/1', sealed),
    () => keys.open({ owner: 'ada', wrapped: ben.wrapped }, 'held_credential/1', sealed),
    () => keys.openForService('held_credential/1', sealed),
    () => keys.open(ada, 'held_credential/1', sealed.subarray(0, 20)),
    () => keys.open(ada, 'held_credential/1', new Uint8Array(0)),
  ]
  for (const attempt of wrong) expect(attempt).toThrow(expect.objectContaining(refusal('keys.unavailable')))
})

test('any changed byte of what is sealed is noticed', async () => {
  const { keys } = await opened()
  const key = keys.createDataKey('ada')
  const sealed = keys.seal(key, 'name', MESSAGE)
  for (const at of sealed.keys()) {
    const changed = Uint8Array.from(sealed, (byte, n) => (n === at ? byte ^ 0x80 : byte))
    expect(() => keys.open(key, 'name', changed)).toThrow(expect.objectContaining(refusal('keys.unavailable')))
  }
})

test('many things of one key are opened together, each with its own label only', async () => {
  const { keys } = await opened()
  const key = keys.createDataKey('ada')
  const [one, two] = ['one', 'two'].map((text) => keys.seal(key, `thing/${text}`, Buffer.from(text)))
  const read = (label: string, sealed = Buffer.alloc(0) as Uint8Array) =>
    keys.opening(key, (open) => Buffer.from(open(label, sealed)).toString())
  expect([read('thing/one', one), read('thing/two', two)]).toEqual(['one', 'two'])
  expect(() => read('thing/two', one)).toThrow(expect.objectContaining({ code: 'keys.unavailable' }))
})

test('sealing the same twice tells nothing, and shows nothing', async () => {
  const { keys } = await opened()
  const key = keys.createDataKey('ada')
  const [one, two] = [keys.seal(key, 'name', MESSAGE), keys.seal(key, 'name', MESSAGE)]
  expect(hex(one)).not.toBe(hex(two))
  expect(hex(one)).not.toContain(hex(MESSAGE))
})

test('an owner whose name is written like a label is still another owner', async () => {
  const { keys } = await opened()
  const sealed = keys.sealForService('a', MESSAGE)
  expect(() => keys.openForService('a","1', sealed)).toThrow(expect.objectContaining(refusal('keys.unavailable')))
})

test('a lookup is the same for the same text, and another under another key', async () => {
  const [{ keys }, { keys: others }] = [await opened(), await opened()]
  expect(keys.lookup('ada@example.org')).toMatch(/^[0-9a-f]{64}$/)
  expect(keys.lookup('ada@example.org')).toBe(keys.lookup('ada@example.org'))
  expect(keys.lookup('ben@example.org')).not.toBe(keys.lookup('ada@example.org'))
  expect(others.lookup('ada@example.org')).not.toBe(keys.lookup('ada@example.org'))
})
