import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { receiveJson, verify } from '#credential'
import { isObject, type JsonObject } from '#platform'
import { createFetch, createLoad, createWorld } from '#server'
import type { CreatedIssuer } from '../../issuer/create-issuer.ts'
import { rotateKey } from '../../issuer/rotate-key.ts'
import type { RunningIssuer } from '../../issuer/start.ts'
import { contexts } from '../credential/world.ts'
import { newIssuer, PLAIN, post, runIssuer } from './service.ts'

let issuer: RunningIssuer
let count = 0
const college = (changes: Parameters<typeof newIssuer>[1] = {}) =>
  newIssuer(issuer, { slug: `c${(count += 1)}`, ...changes })

beforeAll(async () => {
  issuer = await runIssuer()
})
afterAll(() => issuer.stop())

const issued = async ({ issueUrl, apiKey }: CreatedIssuer, credential: JsonObject = PLAIN): Promise<JsonObject> => {
  const { status, json } = await post(issueUrl, { credential }, apiKey)
  expect(status).toBe(201)
  return json.verifiableCredential
}

/** Checks as a verifier would that has just been started. */
const checked = async (credential: JsonObject, at?: Date) => {
  const documents = new Map<string, { body: Uint8Array; asOf: Date }>()
  const world = createWorld({
    contexts,
    load: createLoad({
      fetch: createFetch({ allowLoopback: true }),
      documents: { find: async (url) => documents.get(url), keep: async (url, one) => void documents.set(url, one) },
    }),
    allowLoopback: true,
    statusMaxAgeSeconds: 0,
    trustLists: [],
    asHolder: true,
  })
  const { verdict, checks } = await verify(receiveJson(credential), await world(at))
  const codes = checks.filter(({ check }) => ['proof', 'issuer', 'status'].includes(check)).map(({ code }) => code)
  return { verdict, codes }
}

const documentOf = async ({ id }: CreatedIssuer): Promise<JsonObject> => {
  const found: unknown = await (await fetch(`${issuer.url}/issuers/${id}/did.json`)).json()
  return isObject(found as JsonObject) ? (found as JsonObject) : {}
}

const actor = 'staff:test'

test.each([
  'vc-jwt',
  'eddsa-rdfc-2022',
  'sd-jwt-vc',
  'ecdsa-sd-2023',
] as const)('after a rotation of %s old credentials hold and say so, and new ones are by the new key', async (suite) => {
  const made = await college({ suite, algorithm: undefined })
  const before = await issued(made)
  expect(await rotateKey(made.id, { reason: 'Yearly', actor }, issuer.parts)).toEqual({ number: 1, inUse: 2 })
  const after = await issued(made)
  expect(JSON.stringify(await documentOf(made))).not.toContain('Yearly')
  const status = suite === 'sd-jwt-vc' ? ['status.ok'] : ['status.ok', 'status.ok']
  expect(await checked(after)).toEqual({ verdict: 'accepted', codes: ['proof.ok', 'issuer.ok', ...status] })
  // The end is a whole second, which a moment later is over.
  await new Promise((resolve) => setTimeout(resolve, 1_100))
  const codes = ['proof.ok', 'issuer.ok', 'issuer.keyRetired', ...status]
  expect(await checked(before)).toEqual({ verdict: 'accepted', codes })
})
