import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { loadContexts, readExtraContexts } from '#contexts'
import { isObject, type Json, type JsonObject, parseJsonObject } from '#platform'
import { examineProofs } from '../../../credential/examine-proofs.ts'
import { makeWorld } from '../world.ts'

const VECTORS = join(import.meta.dirname, '..', '..', 'vectors')
const world = makeWorld({}, { contexts: loadContexts(readExtraContexts(join(VECTORS, 'contexts'))) })

const read = (name: string) =>
  parseJsonObject(readFileSync(join(VECTORS, 'data-integrity', 'eddsa', 'proof-set-chain', name)))

const codesOf = async (document: JsonObject) =>
  (await examineProofs(document, 'assertionMethod', null, world)).map(({ code }) => code)

describe('W3C eddsa/proof-set-chain', () => {
  test.each([
    'signedProofSet1.json',
    'signedProofSet2.json',
    'signedProofChain1.json',
    'signedProofChain2.json',
  ])('every proof of %s holds', async (name) => {
    const codes = await codesOf(read(name))
    expect(codes.length).toBeGreaterThan(0)
    expect(new Set(codes)).toEqual(new Set(['proof.ok']))
  })

  test('a chain does not hold once a proof that others follow is changed, gone, or another', async () => {
    const chain = read('signedProofChain2.json')
    const proofs = chain.proof as JsonObject[]
    const followed = proofs.flatMap(({ previousProof }) => (previousProof === undefined ? [] : [previousProof].flat()))
    for (const id of new Set<Json>(followed)) {
      const others = proofs.filter((proof) => proof.id !== id)
      expect(await codesOf({ ...chain, proof: others })).toContain('proof.chainBroken')
      const later = proofs.map((proof) => (proof.id === id ? { ...proof, created: '2023-02-24T00:00:00Z' } : proof))
      const codes = await codesOf({ ...chain, proof: later })
      // The changed proof itself, and at least one that signs it.
      expect(codes.filter((code) => code === 'proof.invalid').length).toBeGreaterThan(1)
    }
  })

  test('a proof cannot follow itself, nor share its name with another', async () => {
    const chain = read('signedProofChain1.json')
    const proofs = (chain.proof as JsonObject[]).filter(isObject)
    const selfish = proofs.map((proof) => ({ ...proof, previousProof: proof.id ?? '' }))
    expect(new Set(await codesOf({ ...chain, proof: selfish }))).toEqual(new Set(['proof.chainBroken']))
    const twins = proofs.map((proof) => ({ ...proof, id: 'urn:uuid:same' }))
    expect(await codesOf({ ...chain, proof: twins })).toEqual(['proof.malformed'])
  })
})
