import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { loadContexts } from '#contexts'
import { digestMultibase, parseJsonObject } from '#platform'
import { createFetch, createLoad, createWorld } from '#server'
import { scopeDigest } from '#trust'
import { didWebFor } from '../../../issuer/addresses.ts'
import { createIssuer } from '../../../issuer/create-issuer.ts'
import { lockRegister } from '../../../issuer/records/register.ts'
import { putEntries } from '../../../issuer/records/register-entries.ts'
import { applyAct } from '../../../issuer/register/apply-act.ts'
import { setUp } from '../../../issuer/register/decide.ts'
import type { RunningIssuer } from '../../../issuer/start.ts'
import { runIssuer } from '../service.ts'
import { adding, collegeDid, MODULES, REGISTER } from './parts.ts'

const COLLEGES = 250

let running: RunningIssuer
let list: string

beforeAll(async () => {
  running = await runIssuer()
  list = `${running.url}/issuers/${REGISTER}/trust-list`
  await createIssuer({ name: 'Register of Providers', slug: REGISTER, suite: 'eddsa-rdfc-2022' }, running.parts)
  await setUp(REGISTER, adding(0), running.parts)
  await running.parts.storage.transaction(async (together) => {
    const register = await lockRegister(together, REGISTER)
    const colleges = Array.from({ length: COLLEGES - 2 }, (_, at) => applyAct(new Map(), adding(at + 1)))
    await putEntries(together, REGISTER, colleges.flat(), register?.revision ?? 0, new Date())
  })
  await setUp(REGISTER, adding(COLLEGES - 1), running.parts)
}, 60_000)

afterAll(() => running.stop())

const get = async (url: string) => {
  const response = await fetch(url)
  return { status: response.status, headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) }
}

test('a list of 250 goes out in shards, and whoever trusts it reads all of them', async () => {
  const documents = { find: async () => undefined, keep: async () => undefined }
  const world = createWorld({
    contexts: loadContexts(),
    load: createLoad({ fetch: createFetch({ allowLoopback: true }), documents }),
    allowLoopback: true,
    statusMaxAgeSeconds: 0,
    trustLists: [{ url: list, signer: didWebFor(running.url, 'issuers', REGISTER) }],
  })
  const { trustLists, unavailableLists } = await world()
  expect(unavailableLists).toEqual([])
  expect([trustLists[0]?.entities.size, trustLists[0]?.sequence]).toEqual([COLLEGES, 2])
  expect(trustLists[0]?.entities.get(collegeDid(137))).toMatchObject({ name: 'College 137', actions: [MODULES] })
})

test('shards and schemas are what their digests say, and may be kept for ever', async () => {
  const document = parseJsonObject((await get(list)).bytes)
  const [shard] = [document.shard].flat()
  const { id = '', digestMultibase: digest } = Object(shard)
  const served = await get(id)
  expect(digestMultibase(served.bytes)).toBe(digest)
  expect([served.headers.get('content-type'), served.headers.get('cache-control')]).toEqual([
    'application/json',
    'public, max-age=31536000, immutable',
  ])
  const schema = await get(`${list}/schemas/${scopeDigest(MODULES.scope)}`)
  expect(digestMultibase(schema.bytes)).toBe(scopeDigest(MODULES.scope))
  expect(schema.headers.get('content-type')).toBe('application/schema+json')
  for (const path of ['shards/z6Mk', `shards/${digest}x`, `schemas/${digest}`, 'versions/3', 'versions/x']) {
    expect((await get(`${list}/${path}`)).status).toBeGreaterThanOrEqual(400)
    expect((await get(`${list}/${path}`)).status).toBeLessThan(500)
  }
})

test('every version stays at its own address as it was signed', async () => {
  const [first, second] = [await get(`${list}/versions/1`), await get(`${list}/versions/2`)]
  expect(parseJsonObject(first.bytes)).toMatchObject({ sequenceNumber: 1, credentialSubject: [{ id: collegeDid(0) }] })
  expect(second.bytes).toEqual((await get(list)).bytes)
})
