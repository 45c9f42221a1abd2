import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { loadContexts } from '#contexts'
import { receiveJson, verify } from '#credential'
import { createFetch, createLoad, createWorld } from '#server'
import { DEMONSTRATION_REGISTER, loadDemonstration, recogniseCollege } from '../../../issuer/demonstration.ts'
import { listStaff } from '../../../issuer/records/staff.ts'
import { publishedTrustList } from '../../../issuer/register/publish.ts'
import type { RunningIssuer } from '../../../issuer/start.ts'
import { runIssuer } from '../service.ts'

let running: RunningIssuer
let trustList: { url: string; did: string }

beforeAll(async () => {
  running = await runIssuer()
  trustList = (await loadDemonstration(running.parts)).trustList
}, 60_000)

afterAll(() => running.stop())

test('the regulator of the demonstration recognises all four awards, each with its own limit, and its mark is on one', async () => {
  const world = createWorld({
    contexts: loadContexts(),
    load: createLoad({
      fetch: createFetch({ allowLoopback: true }),
      documents: { find: async () => undefined, keep: async () => undefined },
    }),
    allowLoopback: true,
    statusMaxAgeSeconds: 60,
    trustLists: [{ url: trustList.url, signer: trustList.did }],
  })
  const rows = await running.parts.storage.db.selectFrom('credential').select(['title', 'signed']).execute()
  const found = await Promise.all(
    rows.map(async ({ title, signed }) => {
      const { recognition, marks } = await verify(receiveJson(JSON.parse(signed ?? '')), await world())
      const { outcome, assurance, issuerName } = recognition
      return [title, outcome, assurance.allowed, issuerName, marks.map(({ state, kind }) => `${kind} ${state}`)]
    }),
  )
  const college = 'Example Independent College'
  expect(new Set(found)).toEqual(
    new Set([
      ['High-voltage isolation, hybrid platform', 'recognised', 'ProviderAssessed', college, []],
      ['HTQ approval', 'recognised', null, 'Example Skills Regulator', []],
      ['Network Security Operations', 'recognised', 'ExternallyQualityAssured', college, ['QualityMark shown']],
      ['Safeguarding update', 'recognised', 'AttendanceRecorded', college, []],
      ['Spreadsheet software, level 2', 'recognised', 'RegulatedAward', college, []],
    ]),
  )
})

test('it has two people, and beginning again changes nothing', async () => {
  const { sequence } = await publishedTrustList(DEMONSTRATION_REGISTER, running.parts)
  await recogniseCollege(running.parts)
  expect((await publishedTrustList(DEMONSTRATION_REGISTER, running.parts)).sequence).toBe(sequence)
  expect(await listStaff(running.parts.storage.db, DEMONSTRATION_REGISTER)).toHaveLength(2)
})
