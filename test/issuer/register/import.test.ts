import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createIssuer } from '../../../issuer/create-issuer.ts'
import { findEntry } from '../../../issuer/records/register-entries.ts'
import { insertStaff } from '../../../issuer/records/staff.ts'
import { setUp } from '../../../issuer/register/decide.ts'
import { guessEntryColumns } from '../../../issuer/register/import/columns.ts'
import { entryLinter } from '../../../issuer/register/import/lint-entries.ts'
import { publishedTrustList } from '../../../issuer/register/publish.ts'
import { createStaffLink } from '../../../issuer/sign-in.ts'
import type { RunningIssuer } from '../../../issuer/start.ts'
import { entity } from '../../trust/list.ts'
import { runIssuer, Visitor } from '../service.ts'
import { adding, collegeDid, day, lastMoment, MODULES, REGISTER } from './parts.ts'

const HEADER = [
  'Name',
  'DID',
  'Type',
  'Framework',
  'Level from',
  'Level to',
  'Field',
  'Place',
  'Delivery',
  'From',
  'Until',
]
const GOOD = [
  'A College',
  'did:web:a.example',
  'Module',
  'RQF',
  '4',
  '5',
  '06',
  'GB',
  'CPD',
  '01/09/2026',
  '31/08/2030',
]

/** The good row with some cells changed, by the names of their columns. */
const row = (changes: Record<string, string> = {}) => GOOD.map((cell, at) => changes[HEADER[at] ?? ''] ?? cell)

const lintAll = (rows: string[][], onRegister: Parameters<typeof entryLinter>[2] = new Map()) => {
  const look = entryLinter(HEADER, guessEntryColumns(HEADER), onRegister)
  return rows.map((cells, at) => look({ row: at + 2, cells }))
}
const problemsOf = (rows: string[][], onRegister?: Parameters<typeof entryLinter>[2]) =>
  lintAll(rows, onRegister).flatMap(({ row: number, problems }) =>
    problems.map(({ column, reason }) => `${number} ${column}: ${reason}`),
  )

describe('a row', () => {
  test('that is good says whom it recognises, for what and when', () => {
    expect(lintAll([row()])[0]?.entry).toEqual({
      did: 'did:web:a.example',
      name: 'A College',
      award: {
        from: day('2026-09-01'),
        until: lastMoment('2030-08-31'),
        scope: {
          achievementTypes: ['ext:Module'],
          levels: ['4', '5'].map((code) => ({ framework: 'RQF', code })),
          fields: [{ scheme: 'ISCED-F', code: '06', name: 'Information and communication technologies' }],
          jurisdictions: ['GB'],
          deliveries: ['CPD'],
        },
        assurance: null,
      },
    })
  })

  test.each([
    [
      'several values, our words for them, and a zero that a spreadsheet took',
      { Type: 'units; Diploma', Field: '6|HECoS 100366' },
    ],
    ['no limit but a level', { Type: '', Field: '', Place: '', Delivery: '', 'Level to': '' }],
    ['levels as people write them', { 'Level from': 'Level 4', 'Level to': 'RQF Level 5' }],
    ['no last day', { Until: '' }],
  ])('is taken with %s', (_what, changes) => {
    expect(problemsOf([row(changes)])).toEqual([])
  })

  test.each([
    ['Name', '', 'The name is missing'],
    ['DID', '', 'The DID is missing'],
    ['DID', '10099999', '“10099999” is not a DID'],
    ['Type', 'Modul', 'The achievement type “Modul” is not known'],
    ['Framework', '', 'The framework of the level is missing'],
    ['Framework', 'NQF', 'The framework “NQF” is not known'],
    ['Level from', '', 'The lowest level is missing'],
    ['Level from', '9', 'RQF has no level “9”'],
    ['Level to', '3', 'Level 3 is below level 4'],
    ['Field', '6789', 'The field “6789” is not known'],
    ['Place', 'Wales', '“Wales” is no code of a place'],
    ['Delivery', 'Online', 'The kind of learning “Online” is not known'],
    ['From', '', 'The first day is missing'],
    ['From', '31/02/2026', 'There is no day 31/02/2026'],
    ['Until', '31/08/2026', 'The last day is before the first'],
  ])('is named with its column %s where that is “%s”', (column, cell, reason) => {
    expect(problemsOf([row({ [column]: cell })])).toEqual([`2 ${column}: ${reason}`])
  })

  test('names all that is wrong with it at once, and one without a limit says what is missing', () => {
    expect(problemsOf([row({ Name: '', DID: 'x', From: 'soon' })])).toHaveLength(3)
    const nothing = { Type: '', Framework: '', 'Level from': '', 'Level to': '', Field: '' }
    expect(problemsOf([row(nothing)])).toEqual(['2 Type: Nothing says what may be awarded'])
  })

  test('of somebody with several is good for another thing or time, and not twice for one', () => {
    const next = { From: '01/09/2030', Until: '' }
    expect(problemsOf([row(), row({ Type: 'Unit' }), row(next)])).toEqual([])
    expect(problemsOf([row(), row({ From: '01/01/2030', Until: '' })])).toEqual([
      '3 DID: The same as row 2, for a part of that time',
    ])
    expect(problemsOf([row(), row({ Name: 'B College', Type: 'Unit' })])).toEqual([
      '3 Name: Row 2 gives another name for this DID',
    ])
  })

  test.each([
    [
      'for a time that overlaps',
      {},
      {},
      ['2 DID: It is on the register already, recognised from 1 September 2024, with no last day'],
    ],
    ['for a time before', {}, { until: lastMoment('2026-08-31') }, []],
    [
      'under another name',
      { name: 'Old' },
      { until: lastMoment('2026-08-31') },
      ['2 Name: It is on the register as “Old”'],
    ],
    [
      'as closed',
      { closure: { on: day('2026-01-01'), custodian: null, successor: null } },
      {},
      ['2 DID: It is on the register as closed'],
    ],
  ])('of somebody who is listed %s', (_what, changes, period, expected) => {
    const did = 'did:web:a.example'
    const action = { ...MODULES, ...period, action: 'issue' as const, suspensions: [], withdrawal: null, depth: 0 }
    const listed = entity(did, { name: 'A College', actions: [action], ...changes })
    expect(problemsOf([row()], new Map([[did, listed]]))).toEqual(expected)
  })
})

describe('a file in the console', () => {
  let running: RunningIssuer
  let [anna, ben, viewer]: Visitor[] = []
  let dids: string[]
  const PLACE = '/console/register/import'

  beforeAll(async () => {
    running = await runIssuer()
    const { parts } = running
    const made = await createIssuer({ name: 'Register of Providers', slug: REGISTER, suite: 'eddsa-rdfc-2022' }, parts)
    const links = [made.staffSignInUrl]
    for (const [name, role] of [
      ['Ben', 'issuer'],
      ['Vera', 'viewer'],
    ] as const) {
      const email = `${name.toLowerCase()}@register.example`
      const person = await insertStaff(parts.storage.db, { issuerId: REGISTER, name, role, email }, new Date())
      links.push(await createStaffLink(person, parts))
    }
    ;[anna, ben, viewer] = await Promise.all(
      links.map(async (link) => {
        const visitor = new Visitor(running.url)
        await visitor.signIn(link)
        return visitor
      }),
    )
    await setUp(REGISTER, adding(), parts)
    const colleges = ['One', 'Two'].map((name) => createIssuer({ name, slug: name.toLowerCase(), did: 'key' }, parts))
    dids = (await Promise.all(colleges)).map(({ did }) => did)
  }, 60_000)

  afterAll(() => running.stop())

  const csvOf = (rows: string[][]) => [HEADER, ...rows].map((cells) => cells.join(',')).join('\r\n')
  const upload = (who: Visitor | undefined, text: string) =>
    who?.upload(PLACE, { step: 'upload' }, { name: 'providers.csv', bytes: new TextEncoder().encode(text) })
  const hidden = (html: string, name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1]?.replaceAll('&quot;', '"') ?? ''
  const file = () => {
    const [one = '', two = ''] = dids
    return csvOf([
      row({ Name: 'One', DID: one }),
      row({ Name: 'One', DID: one, Type: 'Unit', 'Level from': '2', 'Level to': '3' }),
      row({ Name: 'Two', DID: two }),
      row({ Name: 'Nobody', DID: 'did:web:localhost%3A1:nobody' }),
      row({ Name: 'College 1', DID: collegeDid() }),
    ])
  }

  test('is proposed as one change of its good rows, which a second person confirms', async () => {
    const seen = (await upload(anna, file()))?.html ?? ''
    expect(seen).toContain('3 rows can be taken, 2 rows cannot')
    expect(seen).toContain('Its keys cannot be read')
    expect(seen).toContain('It is on the register already')
    const { sequence } = await publishedTrustList(REGISTER, running.parts)
    const form = {
      step: 'propose',
      csv: hidden(seen, 'csv'),
      fileName: 'providers.csv',
      digest: hidden(seen, 'digest'),
    }
    const columns = Object.entries(guessEntryColumns(HEADER)).map(([field, column]) => [`column-${field}`, column])
    const proposed = await anna?.post(PLACE, { ...form, ...Object.fromEntries(columns) })
    expect(proposed?.status).toBe(303)
    const change = proposed?.location ?? ''
    expect((await anna?.post(`${change}/confirm`))?.status).toBe(403)
    const shown = (await ben?.get(change))?.html ?? ''
    expect(shown).toContain('2 entries')
    for (const did of dids) expect(shown).toContain(did)
    expect((await ben?.post(`${change}/confirm`))?.status).toBe(303)
    const list = await publishedTrustList(REGISTER, running.parts)
    expect([list.sequence, list.entries]).toEqual([sequence + 1, 3])
    const entry = await findEntry(running.parts.storage.db, REGISTER, dids[0] ?? '')
    expect([entry?.entity.actions.length, entry?.entity.keys.length]).toEqual([2, 1])
    const page = await fetch(
      `${running.url}/issuers/${REGISTER}/register/entry?did=${encodeURIComponent(dids[1] ?? '')}`,
    )
    const { history } = await page.json()
    expect(history).toMatchObject([{ act: 'addSeveral', about: { id: dids[1], name: 'Two' } }])
    expect(history[0].says).toMatch(/^It may award modules at RQF level 4 and 5/)
  })

  test('that was changed since it was looked at is shown again, and nothing is proposed', async () => {
    const form = { step: 'propose', csv: file(), fileName: 'x.csv', digest: 'other' }
    const columns = Object.entries(guessEntryColumns(HEADER)).map(([field, column]) => [`column-${field}`, column])
    const answer = await anna?.post(PLACE, { ...form, ...Object.fromEntries(columns) })
    expect([answer?.status, answer?.html.includes('not what you looked at')]).toEqual([409, true])
  })

  test.each([
    ['no table', 'a"b\n"', 422],
    ['an empty file', '', 422],
    ['too many rows', csvOf(Array.from({ length: 1_001 }, () => row())), 413],
  ])('is refused with a sentence where it is %s', async (_what, text, status) => {
    const answer = await upload(anna, text)
    expect([answer?.status, answer?.html.includes('id="file-error"')]).toEqual([status, true])
  })

  test('cannot be brought in by who may only look', async () => {
    expect((await viewer?.get(PLACE))?.status).toBe(403)
    expect((await upload(viewer, file()))?.status).toBe(403)
  })
})
