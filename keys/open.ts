import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import type { Signer, SigningAlgorithm } from '#credential'
import { equalBytes, hex, hmacSha256, PassportError, type PublicKey, uuid } from '#platform'
import { deriveKey, type Label, openBytes, sealBytes } from './envelope.ts'
import { makeKeyFile, readKeyFile } from './key-file.ts'
import type { KeyRecords, SigningKeyRecord } from './records.ts'
import { generateSigningKey, openSigningKey } from './signing-key.ts'

export interface KeySettings {
  /** The file of the key-encryption key. In production it lies outside the data folder and outside every backup. */
  keyFile: string
  records: KeyRecords
  /** Whether to make the file at a first start. Never done where something is sealed already. */
  createIfMissing: boolean
  now: () => Date
}

/** A person's or tenant's own key, wrapped for keeping beside what it seals. Deleting it makes all that unreadable. */
export interface DataKey {
  owner: string
  wrapped: Uint8Array
}

export interface SigningKey {
  id: string
  publicKey: PublicKey
}

/** Opens something that was sealed with its label. Throws `keys.unavailable`. */
export type Opener = (label: string, sealed: Uint8Array) => Uint8Array

/** All that is done with secret keys. None of them comes out. */
export interface Keys {
  createSigningKey(owner: string, algorithm: SigningAlgorithm): Promise<SigningKey>
  /** Throws `keys.unavailable` if there is no such key. */
  publicKey(id: string): Promise<PublicKey>
  /** A signer for a verification method's DID URL. Throws `keys.unavailable` if the key was changed or is not there. */
  signer(id: string, verificationMethod: string): Promise<Signer>
  /** A new data key, wrapped. */
  createDataKey(owner: string): DataKey
  /** Seals under a data key. `label` says what it is, as in `held_credential/<id>`; it opens with the same label only. */
  seal(key: DataKey, label: string, bytes: Uint8Array): Uint8Array
  open(key: DataKey, label: string, sealed: Uint8Array): Uint8Array
  /** For many things of one key, which is unwrapped once for all of them: hands `use` what opens each. */
  opening<T>(key: DataKey, use: (open: Opener) => T): T
  /** Seals under the service's own key, for what belongs to no one person. */
  sealForService(label: string, bytes: Uint8Array): Uint8Array
  openForService(label: string, sealed: Uint8Array): Uint8Array
  /** A keyed hash under which an address, an API key or a code can be found again, and not guessed from the database. */
  lookup(value: string): string
}

const CHECK: Label = { purpose: 'key check', owner: 'service', id: '1' }
const CHECK_TEXT = Buffer.from('skills-passport')

/**
 * Opens the keys of one service. Refuses to start with a key file that others can read, or that is not the one this
 * data was sealed with.
 */
export async function openKeys({ keyFile, records, createIfMissing, now }: KeySettings): Promise<Keys> {
  const root = await rightKey(keyFile, records, createIfMissing)
  const wrapping = createSecretKey(deriveKey(root, 'wrap'))
  const service = createSecretKey(deriveKey(root, 'service'))
  const looking = deriveKey(root, 'lookup')

  async function find(id: string): Promise<SigningKeyRecord> {
    const record = await records.findSigningKey(id)
    if (record === undefined) throw new PassportError('keys.unavailable', `There is no signing key ${id}.`)
    return record
  }

  return {
    async createSigningKey(owner, algorithm) {
      const id = uuid()
      const { privateKey, publicKey } = await generateSigningKey(algorithm)
      const wrapped = sealBytes(wrapping, { purpose: 'signing key', owner, id }, privateKey)
      privateKey.fill(0)
      const createdAt = now().toISOString()
      await records.saveSigningKey({ id, owner, algorithm, publicKey, wrapped, version: 1, createdAt })
      return { id, publicKey: { algorithm, bytes: publicKey } }
    },
    async publicKey(id) {
      const { algorithm, publicKey } = await find(id)
      return { algorithm, bytes: publicKey }
    },
    async signer(id, verificationMethod) {
      const { owner, algorithm, publicKey, wrapped, version } = await find(id)
      const privateKey = openBytes(wrapping, { purpose: 'signing key', owner, id, version }, wrapped)
      const opened = await openSigningKey(algorithm, privateKey)
      privateKey.fill(0)
      if (!equalBytes(opened.publicKey, publicKey)) {
        throw new PassportError('keys.unavailable', `The public key kept for ${id} is not that of its private key.`)
      }
      return opened.signerFor(verificationMethod)
    },
    createDataKey: (owner) => ({ owner, wrapped: sealBytes(wrapping, dataKeyLabel(owner), randomBytes(32)) }),
    seal: (key, label, bytes) => withDataKey(wrapping, key, (secret) => sealBytes(secret, content(key, label), bytes)),
    open: (key, label, sealed) =>
      withDataKey(wrapping, key, (secret) => openBytes(secret, content(key, label), sealed)),
    opening: (key, use) =>
      withDataKey(wrapping, key, (secret) => use((label, sealed) => openBytes(secret, content(key, label), sealed))),
    sealForService: (label, bytes) => sealBytes(service, ofService(label), bytes),
    openForService: (label, sealed) => openBytes(service, ofService(label), sealed),
    lookup: (value) => hex(hmacSha256(looking, value)),
  }
}

const dataKeyLabel = (owner: string): Label => ({ purpose: 'data key', owner, id: owner })
const content = ({ owner }: DataKey, id: string): Label => ({ purpose: 'content', owner, id })
const ofService = (id: string): Label => ({ purpose: 'content', owner: 'service', id })

function withDataKey<T>(wrapping: KeyObject, { owner, wrapped }: DataKey, use: (secret: KeyObject) => T): T {
  const bytes = openBytes(wrapping, dataKeyLabel(owner), wrapped)
  const secret = createSecretKey(bytes)
  bytes.fill(0)
  return use(secret)
}

/** The key of the file, shown to be the one that this data was sealed with. */
async function rightKey(keyFile: string, records: KeyRecords, createIfMissing: boolean): Promise<Uint8Array> {
  const kept = await records.findKeyCheck()
  let root = readKeyFile(keyFile)
  if (root === undefined && kept !== undefined) {
    const remedy = 'Put the file back from where you keep it: without it the keys and accounts here cannot be opened.'
    throw new PassportError('keys.unavailable', `The key file ${keyFile} is missing. ${remedy}`)
  }
  if (root === undefined && !createIfMissing) {
    throw new PassportError('settings.invalid', `KEY_FILE: there is no file ${keyFile}.`)
  }
  root ??= makeKeyFile(keyFile)
  const checking = deriveKey(root, 'check')
  const check = kept ?? (await records.keepKeyCheck(sealBytes(checking, CHECK, CHECK_TEXT)))
  try {
    openBytes(checking, CHECK, check)
  } catch (cause) {
    const message = `The key file ${keyFile} is not the one that the data here was sealed with.`
    throw new PassportError('keys.unavailable', message, { cause })
  }
  return root
}
