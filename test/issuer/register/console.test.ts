import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { consistencyPath, didWebUrl, issueLogService, leafHash, originOf, signCheckpoint } from '#credential'
import { base64 } from '#platform'
import type { PinnedLog } from '#trust'
import { createIssuer } from '../../../issuer/create-issuer.ts'
import { lockRegister } from '../../../issuer/records/register.ts'
import { putEntries } from '../../../issuer/records/register-entries.ts'
import { insertStaff } from '../../../issuer/records/staff.ts'
import { applyAct } from '../../../issuer/register/apply-act.ts'
import { setUp } from '../../../issuer/register/decide.ts'
import { readLog } from '../../../issuer/register/read-keys.ts'
import { rotateKey } from '../../../issuer/rotate-key.ts'
import { createStaffLink } from '../../../issuer/sign-in.ts'
import type { RunningIssuer } from '../../../issuer/start.ts'
import { makeSigner } from '../../credential/keys.ts'
import { headOf, readerOf } from '../../credential/log/leaves.ts'
import { expectQuick } from '../../time.ts'
import { runIssuer, Visitor } from '../service.ts'
import { adding, collegeDid, MODULES, REGISTER } from './parts.ts'

let running: RunningIssuer
let [anna, ben, viewer, stranger]: Visitor[] = []
const PLACE = '/console/register'

beforeAll(async () => {
  running = await runIssuer()
  const { parts } = running
  const made = await createIssuer({ name: 'Register of Providers', slug: REGISTER, suite: 'eddsa-rdfc-2022' }, parts)
  const other = await createIssuer({ name: 'Other', slug: 'other', suite: 'vc-jwt' }, parts)
  const links = [made.staffSignInUrl]
  for (const [name, role] of [
    ['Ben', 'issuer'],
    ['Vera', 'viewer'],
  ] as const) {
    const email = `${name.toLowerCase()}@register.example`
    const person = await insertStaff(parts.storage.db, { issuerId: REGISTER, name, role, email }, new Date())
    links.push(await createStaffLink(person, parts))
  }
  ;[anna, ben, viewer, stranger] = await Promise.all(
    [...links, other.staffSignInUrl].map(async (link) => {
      const visitor = new Visitor(running.url)
      await visitor.signIn(link)
      return visitor
    }),
  )
}, 60_000)

afterAll(() => running.stop())

const json = async (path: string) => {
  const response = await fetch(new URL(path, running.url), { headers: { accept: 'application/json' } })
  return { status: response.status, body: JSON.parse(await response.text()) }
}
const propose = (who: Visitor | undefined, fields: Record<string, string | string[]>) =>
  who?.post(`${PLACE}/propose`, fields)
const faulty = (html = '') => [...html.matchAll(/id="(\w+)-error"/g)].map(([, field]) => field)

test('a register is begun by an administrator of an issuer that can sign its list, and by no other', async () => {
  expect((await stranger?.get(PLACE))?.html).toContain('this one does not')
  expect((await stranger?.post(`${PLACE}/begin`))?.status).toBe(422)
  expect((await ben?.post(`${PLACE}/begin`))?.status).toBe(403)
  expect((await json(`/issuers/${REGISTER}/register`)).status).toBe(404)
  expect((await anna?.post(`${PLACE}/begin`))?.location).toBe(PLACE)
  expect((await anna?.get(PLACE))?.html).toContain('Nobody is on it yet')
  expect((await fetch(`${running.url}/issuers/${REGISTER}/trust-list`)).status).toBe(404)
})

test('whoever fills a form in wrongly is told about all of it at once', async () => {
  const empty = await propose(anna, { act: 'add' })
  expect([empty?.status, new Set(faulty(empty?.html))]).toEqual([422, new Set(['did', 'from', 'name', 'types'])])
  const unreachable = {
    act: 'add',
    did: 'did:web:localhost%3A1:nobody',
    name: 'Nobody',
    types: 'Badge',
    from: '2026-01-01',
  }
  const refused = await propose(anna, unreachable)
  expect([refused?.status, faulty(refused?.html)]).toEqual([422, ['did']])
  const wild = await propose(anna, { ...unreachable, types: [], achievements: '*' })
  expect([wild?.status, faulty(wild?.html)]).toEqual([422, ['types']])
  expect((await propose(anna, { act: 'rename', did: collegeDid(9), name: 'x' }))?.status).toBe(404)
  expect((await propose(anna, { act: 'delete', did: collegeDid(9) }))?.status).toBe(422)
})

test('a change is proposed by one and confirmed by another of the same register', async () => {
  const { did } = await createIssuer({ name: 'Key College', slug: 'key-college', did: 'key' }, running.parts)
  const form = { act: 'add', did, name: 'Key College', types: 'ext:Unit', levels: 'RQF 2', from: '2026-01-01' }
  expect((await propose(viewer, form))?.status).toBe(403)
  const place = (await propose(anna, form))?.location ?? ''
  expect(place).toMatch(/^\/console\/register\/changes\//)
  expect((await stranger?.get(place))?.status).toBe(404)
  expect((await stranger?.post(`${place}/confirm`))?.status).toBe(404)
  expect((await viewer?.post(`${place}/confirm`))?.status).toBe(403)
  expect((await anna?.post(`${place}/confirm`))?.status).toBe(403)
  expect((await ben?.post(`${place}/confirm`))?.location).toBe(place)
  expect((await ben?.post(`${place}/confirm`))?.status).toBe(409)
  const { body } = await json(`/issuers/${REGISTER}/register/entry?did=${encodeURIComponent(did)}`)
  expect(body).toMatchObject({
    id: did,
    state: 'recognised',
    recognisedTo: [{ says: 'award units at RQF level 2 from 1 January 2026' }],
    keys: [{ key: did.slice('did:key:'.length) }],
    history: [{ version: 1, act: 'add', proposedBy: 'admin', confirmedBy: 'issuer' }],
  })
  expect(JSON.stringify(body)).not.toContain('Ben')
})

test('keys and issue log are read from where they are, and shown to both people', async () => {
  const { did } = await createIssuer({ name: 'Web College', slug: 'web-college' }, running.parts)
  const form = { act: 'add', did, name: 'Web College', types: 'ext:Unit', from: '2026-01-01' }
  const place = (await propose(anna, form))?.location ?? ''
  for (const who of [anna, ben]) expect((await who?.get(place))?.html).toContain('These keys were read from')
  await ben?.post(`${place}/confirm`)
  const looked = (await propose(ben, { act: 'pinLog', did }))?.location ?? ''
  expect((await anna?.post(`${looked}/confirm`))?.status).toBe(303)
  const { body } = await json(`/issuers/${REGISTER}/register/entry?did=${encodeURIComponent(did)}`)
  expect(body.issueLog).toMatchObject({ url: `${running.url}/issuers/web-college/log`, seen: { size: 0 } })
  const known = await propose(anna, { act: 'pinKeys', did })
  expect([known?.status, known?.html]).toEqual([422, expect.stringContaining('All of its keys are on the register')])
  await rotateKey('web-college', { actor: 'staff:web' }, running.parts)
  const added = (await propose(anna, { act: 'pinKeys', did }))?.location ?? ''
  expect((await ben?.get(added))?.html).toMatch(/It is known by one more key\. Its key \S+ is replaced on /)
  await ben?.post(`${added}/confirm`)
  const entry = await json(`/issuers/${REGISTER}/register/entry?did=${encodeURIComponent(did)}`)
  expect(entry.body.keys).toMatchObject([{ reason: 'superseded' }, { until: null }])
})

test('both people are told where another list takes the place of the one to which an entry leads', async () => {
  const did = collegeDid(70)
  await setUp(REGISTER, adding(70), running.parts)
  const rights = { act: 'delegate', did, types: 'ext:Unit', from: '2026-01-01' }
  const first = (await propose(anna, { ...rights, list: 'https://college-70.example/one' }))?.location ?? ''
  expect((await ben?.get(first))?.html).not.toContain('takes the place')
  await ben?.post(`${first}/confirm`)
  const second = (await propose(anna, { ...rights, types: 'Badge', list: 'https://college-70.example/two' }))?.location
  for (const who of [anna, ben]) {
    expect((await who?.get(second ?? ''))?.html).toContain('takes the place of https://college-70.example/one')
  }
  await ben?.post(`${second}/reject`)
})

test('a log is seen again only if it shows that it goes on from what was seen there', async () => {
  const [did, log, at] = ['did:web:college.example', 'https://college.example/log', new Date()]
  const key = makeSigner()
  const leaves = (size: number, salt: number) => Array.from({ length: size }, (_, leaf) => Uint8Array.of(leaf, salt))
  const look = async (size: number, salt: number, before?: PinnedLog) => {
    const tree = leaves(size, salt).map(leafHash)
    const checkpoint = await signCheckpoint({ origin: originOf(log), ...headOf(tree), at }, key.publicKey, key.signer)
    const from = before?.seen?.size ?? 0
    const pages = new Map<string, string>([
      [
        didWebUrl(did, false),
        JSON.stringify({ id: did, service: [issueLogService(did, { log, publicKey: key.publicKey })] }),
      ],
      [log, checkpoint],
      [
        `${log}/consistency?from=${from}&to=${size}`,
        JSON.stringify({ path: (await consistencyPath(from, size, readerOf(tree))).map(base64) }),
      ],
    ])
    const load = async (url: string) => ({ bytes: new TextEncoder().encode(pages.get(url)), asOf: at })
    return readLog(did, before === undefined ? [] : [before], { ...running.parts, load })
  }
  const first = await look(5, 0)
  expect(await look(9, 0, first)).toMatchObject({ seen: { size: 9 } })
  await expect(look(9, 1, first)).rejects.toMatchObject({ code: 'issueLog.forked' })
})

test('where there is no second person, that is said, with the way out', async () => {
  const made = await createIssuer({ name: 'Lone Register', slug: 'lone', suite: 'eddsa-rdfc-2022' }, running.parts)
  const alone = new Visitor(running.url)
  await alone.signIn(made.staffSignInUrl)
  await alone.post(`${PLACE}/begin`)
  expect((await alone.get(PLACE)).html).toContain('A second person is needed')
  expect((await anna?.get(PLACE))?.html).not.toContain('A second person is needed')
})

test('an appeals contact is an address that can be turned to', async () => {
  const refused = await anna?.post(`${PLACE}/appeals`, { appeals: 'javascript:alert(1)' })
  expect([refused?.status, faulty(refused?.html)]).toEqual([422, ['appeals']])
  expect((await ben?.post(`${PLACE}/appeals`, { appeals: 'a@register.example' }))?.status).toBe(403)
  expect((await anna?.post(`${PLACE}/appeals`, { appeals: 'a@register.example' }))?.status).toBe(303)
  expect((await json(`/issuers/${REGISTER}/register`)).body.appeals).toBe('a@register.example')
})

test('of ten thousand entries a page is found at once, by name, DID, state, level and field', async () => {
  await setUp(REGISTER, adding(0), running.parts)
  await running.parts.storage.transaction(async (together) => {
    const register = await lockRegister(together, REGISTER)
    const colleges = Array.from({ length: 9_999 }, (_, at) => {
      const number = at + 1
      const field = { scheme: 'ISCED-F', code: number % 2 ? '104' : '061', name: 'Some' } as const
      const award = { ...MODULES, scope: { ...MODULES.scope, fields: [field] } }
      const name = number === 4_711 ? 'Académie Zürich 100%' : `College ${number}`
      return applyAct(new Map(), adding(number, { name, awards: [award] }))
    })
    await putEntries(together, REGISTER, colleges.flat(), register?.revision ?? 0, new Date())
  })
  const search = async (query: string) => (await json(`/issuers/${REGISTER}/register?${query}`)).body
  await expectQuick(500, async () => {
    expect(await search('text=ACADEMIE+zurich')).toMatchObject({ total: 1, entries: [{ id: collegeDid(4_711) }] })
  })
  expect((await search('text=100%25')).total).toBe(1)
  expect((await search(`text=${encodeURIComponent(collegeDid(77))}`)).entries).toMatchObject([{ name: 'College 77' }])
  expect((await search('field=ISCED-F+10')).total).toBe(5_000)
  expect((await search('state=withdrawn')).total).toBe(0)
  await expectQuick(500, async () => {
    const last = await search('level=RQF+4&page=400')
    expect([last.total, last.pages, last.entries.length]).toEqual([10_000, 400, 25])
  })
}, 120_000)

test('what nobody would ask is refused, never a fault of ours', async () => {
  for (const query of ['page=0', 'page=x', 'state=good', 'other=1', 'level=a&level=b']) {
    expect((await json(`/issuers/${REGISTER}/register?${query}`)).status).toBe(400)
  }
  expect((await json(`/issuers/${REGISTER}/register/entry?did=${collegeDid(99_999)}`)).status).toBe(404)
  expect((await json(`/issuers/nobody/register/changes`)).status).toBe(404)
})
