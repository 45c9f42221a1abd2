import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { describe, expect, test } from '@jest/globals'
import { receiveJson, sign, verify } from '#credential'
import type { JsonObject } from '#platform'
import { makeSigner } from '../keys.ts'
import { sampleCredential } from '../sample.ts'
import { contexts, makeWorld, NOW } from '../world.ts'

const issuer = makeSigner()
const asked = { challenge: 'q7JmXbX2cZ5kq1y8oK0v3A', domain: 'verifier.example' }

/** A credential whose issuer's own proof is an answer to somebody. */
async function answering(options: JsonObject): Promise<JsonObject> {
  const document = sampleCredential(issuer.did)
  const signData = ({ data }: { data: Uint8Array }) => issuer.signer.sign(data)
  const signer = { id: issuer.signer.id, algorithm: 'Ed25519', sign: signData }
  const proof = await new DataIntegrityProof({ cryptosuite, signer, date: NOW }).createProof({
    document,
    purpose: { update: async (draft: JsonObject) => ({ ...draft, proofPurpose: 'assertionMethod', ...options }) },
    documentLoader: async (url) => ({ contextUrl: null, documentUrl: url, document: contexts.get(url) }),
  })
  return { ...document, proof: proof as JsonObject }
}

async function found(credential: JsonObject, question = {}) {
  const { verdict, standing, checks } = await verify(receiveJson(credential), makeWorld({}, { asked: question }))
  return { verdict, standing, codes: checks.filter(({ check }) => check === 'holder').map(({ code }) => code) }
}

describe('a credential by itself, where a question was asked', () => {
  test.each(['eddsa-rdfc-2022', 'vc-jwt'] as const)('signed as %s answers none, and stays genuine', async (suite) => {
    const credential = await sign(sampleCredential(issuer.did), { suite, signer: issuer.signer, now: NOW, contexts })
    const unsigned = { verdict: 'rejected', standing: 'genuine', codes: ['holder.unsigned'] }
    expect(await found(credential, asked)).toEqual(unsigned)
    expect(await found(credential, { domain: asked.domain })).toEqual(unsigned)
    expect(await found(credential)).toMatchObject({ verdict: 'accepted', codes: ['holder.notPresented'] })
  })

  test('answers it where its own proof does (VC Data Integrity §4.4)', async () => {
    const credential = await answering(asked)
    expect(await found(credential, asked)).toMatchObject({ verdict: 'accepted', codes: ['holder.notPresented'] })
    expect(await found(credential)).toMatchObject({ verdict: 'accepted', codes: ['holder.notPresented'] })
  })

  test.each<[string, JsonObject]>([
    ['another challenge', { ...asked, challenge: 'another' }],
    ['another domain', { ...asked, domain: 'other.example' }],
    ['a challenge alone', { challenge: asked.challenge }],
  ])('does not answer it with %s', async (_, options) => {
    const mismatch = { verdict: 'rejected', standing: 'genuine', codes: ['holder.challengeMismatch'] }
    expect(await found(await answering(options), asked)).toEqual(mismatch)
  })
})
