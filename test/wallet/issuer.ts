import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SECURING, type SecuringSuite, sign } from '#credential'
import type { JsonObject } from '#platform'
import { type MadeSigner, makeSigner, makeSignerFor } from '../credential/keys.ts'
import { sampleCredential } from '../credential/sample.ts'
import { contexts } from '../credential/world.ts'

/** An issuer that knows nothing but claim links, to receive from. */
export interface SmallIssuer {
  url: string
  /** Signs a sample with changes; nothing is kept. */
  award(changes?: JsonObject, suite?: SecuringSuite): Promise<JsonObject>
  /** A claim link for a credential. */
  offer(credential: JsonObject, state?: 'open' | 'expired'): string
  /** Where a credential is to be had as it is. */
  publish(credential: JsonObject): string
  /** How the next answers to a POST fail: with a status, or by breaking off after the credential was given out. */
  failNext(how: 'breaks' | 503): void
  stop(): Promise<void>
}

interface Claim {
  credential: JsonObject
  state: 'open' | 'expired'
  claimant?: string
}

/** Starts a small issuer on a free port of this machine. */
export async function startSmallIssuer(): Promise<SmallIssuer> {
  const { did, signer } = makeSigner()
  const others = new Map<SecuringSuite, Promise<MadeSigner>>()
  const claims = new Map<string, Claim>()
  const published = new Map<string, JsonObject>()
  let failure: 'breaks' | 503 | undefined

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const json = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    const claim = claims.get(request.url ?? '')
    if (request.url === '/page') return response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Hello</p>')
    const badge = published.get(request.url ?? '')
    if (badge !== undefined) return json(200, badge)
    if (claim === undefined) return json(404, { code: 'claim.notFound' })
    if (request.method === 'GET') {
      const state = claim.state === 'open' && claim.claimant !== undefined ? 'claimed' : claim.state
      const issuer = { id: did, name: 'Example Independent College' }
      const expiresAt = '2099-01-01T00:00:00Z'
      return json(200, { type: 'CredentialOffer', issuer, title: 'Network Security Operations', expiresAt, state })
    }
    if (failure === 503) {
      failure = undefined
      return json(503, { code: 'storage.unavailable' })
    }
    if (claim.state === 'expired') return json(410, { code: 'claim.expired' })
    const { claimant } = JSON.parse(await text(request))
    if (claim.claimant !== undefined && claim.claimant !== claimant) return json(410, { code: 'claim.used' })
    claim.claimant = claimant
    if (failure === 'breaks') {
      failure = undefined
      return response.destroy()
    }
    return json(200, { verifiableCredential: claim.credential })
  }

  /** A suite that takes other keys has one of its own. */
  function signerFor(suite: SecuringSuite): Promise<Pick<MadeSigner, 'did' | 'signer'>> {
    const [algorithm] = SECURING[suite]
    if (algorithm === 'EdDSA' || suite === 'sd-jwt-vc') return Promise.resolve({ did, signer })
    const made = others.get(suite) ?? makeSignerFor(algorithm)
    others.set(suite, made)
    return made
  }

  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://localhost:${(server.address() as AddressInfo).port}`
  let awarded = 0
  return {
    url,
    award: async (changes = {}, suite = 'eddsa-rdfc-2022') => {
      const by = await signerFor(suite)
      const id = `urn:uuid:5d0a7b0e-1111-4a4e-9d66-${String(++awarded).padStart(12, '0')}`
      return sign(sampleCredential(by.did, { id, ...changes }), { suite, signer: by.signer, now: new Date(), contexts })
    },
    offer(credential, state = 'open') {
      const path = `/claim/${claims.size + 1}`
      claims.set(path, { credential, state })
      return `${url}${path}`
    },
    publish(credential) {
      const path = `/badges/${published.size + 1}`
      published.set(path, credential)
      return `${url}${path}`
    },
    failNext(how) {
      failure = how
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString()
}
