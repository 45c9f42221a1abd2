import { verifyCredential } from '@digitalcredentials/verifier-core'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { sign } from '#credential'
import type { JsonObject } from '#platform'
import { makeSigner } from '../keys.ts'
import { contexts, NOW } from '../world.ts'

/** A credential in the words of its own types. */
type Theirs = Parameters<typeof verifyCredential>[0]['credential']

/** A verifier that is neither ours nor the reference. */

const PLAIN = {
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  id: 'urn:uuid:0f3c1c9e-54d1-4f5c-9d8b-2f6f6a3a0001',
  name: 'Network Security Operations',
  validFrom: '2026-06-30T00:00:00Z',
  credentialSubject: {
    type: ['AchievementSubject'],
    achievement: {
      id: 'https://college.example/modules/NSO4/v2',
      type: ['Achievement'],
      name: 'Network Security Operations',
      description: 'Assessed module.',
      criteria: { narrative: 'Pass both components.' },
    },
  },
} satisfies JsonObject

const badge = (did: string): JsonObject => ({ ...PLAIN, issuer: { id: did, type: ['Profile'], name: 'A college' } })

// It looks for a schema on the network, says so at length where there is none, and goes on.
const { log, error } = console
beforeAll(() => void Object.assign(console, { log: () => {}, error: () => {} }))
afterAll(() => void Object.assign(console, { log, error }))

test('@digitalcredentials/verifier-core takes what we sign, and not once it is changed', async () => {
  const issuer = makeSigner()
  const how = { suite: 'eddsa-rdfc-2022', signer: issuer.signer, now: NOW, contexts } as const
  const credential = (await sign(badge(issuer.did), how)) as unknown as Theirs
  const found = await verifyCredential({ credential, knownDIDRegistries: [] })
  expect(found.log).toContainEqual(expect.objectContaining({ id: 'valid_signature', valid: true }))
  const forged = await verifyCredential({ credential: { ...credential, name: 'Another' }, knownDIDRegistries: [] })
  expect(forged.log ?? []).not.toContainEqual(expect.objectContaining({ id: 'valid_signature', valid: true }))
})
