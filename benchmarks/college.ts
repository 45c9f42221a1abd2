import { once } from 'node:events'
import { createServer } from 'node:http'
import { loadContexts } from '#contexts'
import { STATUS_LIST_LENGTH, sign, statusListCredential, statusListEntry, writeBit } from '#credential'
import type { JsonObject } from '#platform'
import { writeRecognizedEntities } from '#trust'
import { newIssuer } from './ours.ts'
import { sampleCredential } from './sample.ts'

/** A college with a web server of its own, which is on its own list of recognised issuers. */
export interface College {
  /** The setting by which a verifier trusts its list. */
  trustLists: string
  /** Credentials that it awarded, each with its place on the college's status list; some of these places are revoked. */
  award(count: number): Promise<JsonObject[]>
  stop(): void
}

/** Starts one on a free port. */
export async function startCollege(): Promise<College> {
  const pages = new Map<string, string>()
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? '')
    response.writeHead(page === undefined ? 404 : 200, { 'Content-Type': 'application/json' }).end(page)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const url = `http://localhost:${port}`
  const did = `did:web:localhost%3A${port}`
  const issuer = newIssuer()
  const multibase = issuer.did.slice('did:key:'.length)
  const id = `${did}#key-1`
  const now = new Date()
  const validUntil = new Date(now.getTime() + 86_400_000)
  const how = { suite: 'eddsa-rdfc-2022', signer: { ...issuer.signer, id }, now, contexts: loadContexts() } as const
  const key = { id, type: 'Multikey', controller: did, publicKeyMultibase: multibase }
  pages.set('/.well-known/did.json', JSON.stringify({ id: did, verificationMethod: [key], assertionMethod: [id] }))
  const statusUrl = `${url}/status`
  const bits = new Uint8Array(STATUS_LIST_LENGTH / 8)
  // One in a hundred, at places without a pattern.
  for (let at = 0; at < STATUS_LIST_LENGTH / 100; at++)
    writeBit(bits, (at * 7_919 + at * at) % STATUS_LIST_LENGTH, true)
  const status = statusListCredential({
    url: statusUrl,
    issuer: did,
    purpose: 'revocation',
    bits,
    validFrom: now,
    validUntil,
  })
  pages.set('/status', JSON.stringify(await sign(status, how)))
  pages.set('/list', JSON.stringify(await sign(listOf(did, `${url}/list`, now, validUntil), how)))
  return {
    trustLists: `${url}/list ${did}`,
    award: (count) =>
      Promise.all(
        Array.from({ length: count }, (_, at) =>
          sign(
            {
              ...sampleCredential(did),
              id: `${url}/credentials/${at}`,
              credentialStatus: statusListEntry(statusUrl, 'revocation', at * 601),
            },
            how,
          ),
        ),
      ),
    stop() {
      server.close()
      server.closeAllConnections()
    },
  }
}

function listOf(did: string, url: string, validFrom: Date, validUntil: Date): JsonObject {
  return writeRecognizedEntities({
    url,
    name: 'List of the benchmark',
    operator: did,
    sequence: 1,
    validFrom: validFrom.toISOString(),
    validUntil: validUntil.toISOString(),
    entities: [
      {
        did,
        name: 'Example Independent College',
        actions: [
          {
            action: 'issue',
            from: new Date('2020-01-01T00:00:00Z'),
            until: null,
            scope: { achievementTypes: ['ext:Module'] },
            assurance: null,
            suspensions: [],
            withdrawal: null,
            depth: 0,
          },
        ],
        keys: [],
        closure: null,
        issueLog: null,
        recognisedIn: null,
      },
    ],
    schemaUrl: (digest) => `${url}/schemas/${digest}`,
    shardUrl: (digest) => `${url}/shards/${digest}`,
  }).credential
}
