import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { loadContexts } from '#contexts'
import {
  issuerDidDocument,
  learnerRecord,
  presentationOf,
  STATUS_LIST_LENGTH,
  sign,
  statusListCredential,
  statusListEntry,
  writeBit,
} from '#credential'
import type { JsonObject } from '#platform'
import { makeSigner } from '../credential/keys.ts'
import { sampleCredential } from '../credential/sample.ts'
import { entity, unsignedList } from '../trust/list.ts'

interface Page {
  status?: number
  mediaType?: string
  body: string
}

/** A college with a web server of its own: it signs, keeps a status list, and shares what people ask it to share. */
export interface College {
  url: string
  did: string
  /** What is served, by `METHOD /path`; a test may add to it. */
  pages: Map<string, Page>
  /** What was asked for, in order. */
  requests: string[]
  issue(changes?: JsonObject, index?: number): Promise<JsonObject>
  revoke(index: number): Promise<void>
  /** A signed Comprehensive Learner Record of credentials. */
  record(credentials: readonly JsonObject[]): Promise<JsonObject>
  /** Publishes its register of recognised issuers, itself alone, as a version of that time. */
  register(validFrom: string): Promise<void>
  /** Shares credentials under a path, as a wallet does. */
  share(path: string, credentials: readonly JsonObject[]): void
  stop(): Promise<void>
}

const contexts = loadContexts()
const LIST = '/status/1'

export async function startCollege(): Promise<College> {
  const pages = new Map<string, Page>()
  const requests: string[] = []
  const server = createServer((request, response) => answer(request, response, pages, requests))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const url = `http://localhost:${port}`
  const did = `did:web:localhost%3A${port}`
  const { signer, multibase, publicKey } = makeSigner()
  const id = `${did}#${multibase}`
  const json = (content: object) => ({ body: JSON.stringify(content) })
  const bits = new Uint8Array(STATUS_LIST_LENGTH / 8)
  const secure = (credential: JsonObject) =>
    sign(credential, { suite: 'eddsa-rdfc-2022', signer: { ...signer, id }, now: new Date(), contexts })
  const period = () => ({ validFrom: new Date(), validUntil: new Date(Date.now() + 86_400_000) })
  const publish = async () => {
    const list = statusListCredential({ url: `${url}${LIST}`, issuer: did, purpose: 'revocation', bits, ...period() })
    pages.set(`GET ${LIST}`, json(await secure(list)))
  }
  pages.set('GET /.well-known/did.json', json(issuerDidDocument(did, [{ id, publicKey }])))
  const register = async (validFrom: string) => {
    const { credential } = unsignedList(did, [entity(did)], {
      url: `${url}/register`,
      name: 'Register of the test',
      sequence: Date.parse(validFrom),
      validFrom,
    })
    pages.set('GET /register', json(await secure(credential)))
  }
  await register('2026-01-02T00:00:00Z')
  await publish()
  return {
    url,
    did,
    pages,
    requests,
    register,
    issue: (changes = {}, index = 7) =>
      secure(
        sampleCredential(did, {
          credentialStatus: statusListEntry(`${url}${LIST}`, 'revocation', index),
          ...changes,
        }),
      ),
    record: (credentials) =>
      secure(
        learnerRecord({
          id: `${url}/records/1`,
          name: 'Transcript',
          issuer: { id: did, type: ['Profile'], name: 'Example Independent College' },
          validFrom: new Date(),
          identifier: [{ type: 'IdentityObject', hashed: false, identityHash: 'Ola Adeyemi', identityType: 'name' }],
          credentials,
          associations: [
            {
              associationType: 'precedes',
              sourceId: 'https://college.example/modules/NSO4/v2',
              targetId: 'https://college.example/modules/NSO5',
            },
          ],
          partial: true,
        }),
      ),
    async revoke(index) {
      writeBit(bits, index, true)
      await publish()
    },
    share(path, credentials) {
      pages.set(`GET ${path}`, json({ type: 'CredentialShare', method: 'POST' }))
      pages.set(`POST ${path}`, json(presentationOf(credentials)))
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function answer(
  { method, url }: IncomingMessage,
  response: ServerResponse,
  pages: ReadonlyMap<string, Page>,
  requests: string[],
) {
  const asked = `${method} ${url}`
  requests.push(asked)
  const { status = 200, mediaType = 'application/json', body } = pages.get(asked) ?? { status: 404, body: '' }
  response.writeHead(status, { 'Content-Type': mediaType }).end(body)
}
