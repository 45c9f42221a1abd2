import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { CASE_PATH, documentIdentifier, frameworks } from '#skills'
import { assessSelf, levelsOverTime } from '../../../wallet/assess-self.ts'
import { listPersonal, savePersonal } from '../../../wallet/records/personal.ts'
import { SELF_ANSWER } from '../../../wallet/records/personal-kinds.ts'
import type { Visitor } from '../visitor.ts'
import { startTestWallet, type TestWallet } from '../wallet.ts'

let wallet: TestWallet
let now = new Date('2026-11-30T10:00:00Z')
beforeAll(async () => {
  wallet = await startTestWallet({}, { now: () => now })
})
afterAll(() => wallet.stop())

const AT = '/skills/self-assessment'
const WORDS = { y: 'yes', n: 'no', '?': 'notSure' } as const

/** Answers a technique from its first question on, a letter each: `y`, `n`, `?`. Answers where that leads. */
async function answer(visitor: Visitor, technique: string, letters: string): Promise<string> {
  let at = ''
  for (const [index, letter] of letters.split('').entries()) {
    const said = WORDS[letter as keyof typeof WORDS]
    at = (await visitor.post(`${AT}/${technique}/${index + 1}`, { said })).headers.get('location') ?? ''
  }
  return at
}

const textOf = async (visitor: Visitor, path: string) =>
  (await (await visitor.get(path)).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

test('ES-18: fifteen techniques are there to choose from, and it says that this is no qualification', async () => {
  const { visitor } = await wallet.enter('start@example.org', 'Start')
  const page = await (await visitor.get(AT)).text()
  expect(page.match(/href="\/skills\/self-assessment\/[A-Z]+"/g)).toHaveLength(15)
  expect(page).toContain('not a qualification')
  expect(page).toContain('href="/skills/self-assessment/ready"')
})

test('ES-13: one technique is six questions, each answer is kept at once, and one goes on where one stopped', async () => {
  const { visitor } = await wallet.enter('six@example.org', 'Six')
  expect((await visitor.get(`${AT}/SS`)).headers.get('location')).toBe(`${AT}/SS/1`)
  expect(await answer(visitor, 'SS', 'yy')).toBe(`${AT}/SS/3`)
  expect((await visitor.get(`${AT}/SS`)).headers.get('location')).toBe(`${AT}/SS/3`)
  expect(await textOf(visitor, `${AT}/SS/2`)).toContain('Today you said “Yes”')
  expect(await answer(visitor, 'SS', 'yyyyyy')).toBe(`${AT}/SS/result`)
  expect((await visitor.get(`${AT}/SS`)).headers.get('location')).toBe(`${AT}/SS/result`)
})

test('pressing twice, and going back to answer again, leaves one answer a day, the last', async () => {
  const { person, visitor } = await wallet.enter('twice@example.org', 'Twice')
  await Promise.all(['yes', 'yes', 'yes'].map((said) => visitor.post(`${AT}/WP/1`, { said })))
  await visitor.post(`${AT}/WP/1`, { said: 'no' })
  const records = await listPersonal(wallet.parts, person, SELF_ANSWER)
  expect(records.map(({ content }) => [content.statement, content.said])).toEqual([['WP/Foundation/1', 'no']])
})

test.each([
  ['nnnnnn', 'Inexperienced', 'What holds Foundation back Enter data and add it up Make a simple chart'],
  ['yyynnn', 'Foundation', 'What holds Intermediate back Sort, filter and check data'],
  ['yyyynn', 'Intermediate', 'What holds Advanced back One of these is enough'],
  ['yyyyyn', 'Advanced', 'What holds Super-user back Automate and protect a workbook'],
  ['yyyyyy', 'Super-user', 'Who says so You say so yourself'],
])('ES-19, ES-20: the answers %s are the level %s, and the page names what holds it back', async (letters, level, names) => {
  const { visitor } = await wallet.enter(`${letters}@example.org`, 'Level')
  const page = await textOf(visitor, await answer(visitor, 'SS', letters))
  expect(page).toContain(`Spreadsheets: ${level}`)
  expect(page).toContain(names)
  expect(page).toContain('This is not a qualification')
  expect(page).toMatch(
    /statements\/1: .*eskills\/2006, version 2006\.1\.0|eskills\/2006, version 2006\.1\.0.*statements\/1: /,
  )
})

test('ES-17: the page of Spreadsheets, Intermediate links to the unit of the standards, and the framework goes out aligned to the same', async () => {
  const { visitor } = await wallet.enter('nos@example.org', 'Nos')
  const at = await answer(visitor, 'SS', 'yyyynn')
  const page = await textOf(visitor, at)
  expect(page).toContain('Unit SS, level 2, of the National Occupational Standards')
  expect(page).toContain('You were not awarded it')
  const [, link = ''] = /<a href="([^"]+)">Unit SS, level 2/.exec(await (await visitor.get(at)).text()) ?? []
  const unit = await (await visitor.get(link, { accept: 'application/json' })).json()
  expect(unit).toMatchObject({ humanCodingScheme: 'SS/2' })
  const framework = documentIdentifier(frameworks().techniques.id)
  const exported = `${CASE_PATH}/CFPackages/${framework}`
  const { CFAssociations, CFItems } = await (await visitor.get(exported, { accept: 'application/json' })).json()
  const level = CFItems.find((one: { humanCodingScheme?: string }) => one.humanCodingScheme === 'SS/Intermediate')
  expect(CFAssociations).toContainEqual(
    expect.objectContaining({
      associationType: 'isRelatedTo',
      originNodeURI: expect.objectContaining({ identifier: level.identifier }),
      destinationNodeURI: expect.objectContaining({ uri: `${wallet.url}${link}` }),
    }),
  )
})

test('answers that contradict each other are told in words, and nothing is decided by them', async () => {
  const { person, visitor } = await wallet.enter('clash@example.org', 'Clash')
  const page = await textOf(visitor, await answer(visitor, 'DB', 'yyyny?'))
  expect(page).toContain('You said yes to something harder, and no to something easier')
  expect(page).toContain('Databases: Foundation')
  // Two answers of one day, as an import may bring.
  const clash = { framework: 'eskills/2006', statement: 'DB/Foundation/1', said: 'no', on: '2026-11-30' } as const
  await savePersonal(wallet.parts, person, SELF_ANSWER, { ...clash, withHelp: false }, 'brought in')
  const again = await textOf(visitor, `${AT}/DB/result`)
  expect(again).toContain('neither counts')
  expect(again).toContain('Find and edit a record: yes, 30 November 2026, and there is another answer of the same day')
  expect(again).toContain('Databases: Inexperienced')
})

test('ES-25: whoever is not ready is offered help, and may go on; help that was had is said', async () => {
  const { visitor } = await wallet.enter('help@example.org', 'Help')
  await visitor.post(`${AT}/ready/1`, { said: 'yes' })
  await visitor.post(`${AT}/ready/2`, { said: 'no' })
  const page = await (await visitor.get(`${AT}/ready`)).text()
  expect(page).toContain('It is easier with someone beside you')
  expect(page).toContain('Go on by myself')
  expect((await visitor.get(`${AT}/OPC?help=1`)).headers.get('location')).toBe(`${AT}/OPC/3?help=1`)
  const next = await visitor.post(`${AT}/OPC/3`, { said: 'yes', help: '1' })
  expect(next.headers.get('location')).toBe(`${AT}/OPC/4?help=1`)
  expect(await textOf(visitor, `${AT}/OPC/result`)).toContain('You say so yourself. Completed with help')
  await visitor.post(`${AT}/ready/2`, { said: 'yes' })
  expect(await (await visitor.get(`${AT}/ready`)).text()).toContain('You are ready')
})

test('answers of another day stay as history, and who is not sure any more takes a yes back', async () => {
  const { person, visitor } = await wallet.enter('days@example.org', 'Days')
  await answer(visitor, 'SS', 'yynnnn')
  now = new Date('2027-02-01T10:00:00Z')
  await answer(visitor, 'SS', 'yyyy')
  now = new Date('2027-03-01T10:00:00Z')
  await visitor.post(`${AT}/SS/1`, { said: 'notSure' })
  const self = await assessSelf(wallet.parts, person, frameworks().techniques)
  expect(levelsOverTime(self, 'SS').map(({ on, level }) => [on, level])).toEqual([
    ['2026-11-30', 'Foundation'],
    ['2027-02-01', 'Intermediate'],
    ['2027-03-01', 'Inexperienced'],
  ])
  now = new Date('2026-11-30T10:00:00Z')
})

test.each([
  ['GET', '/XX', {}, 404],
  ['GET', '/SS/7', {}, 404],
  ['GET', '/SS/0', {}, 404],
  ['GET', '/SS/abc', {}, 404],
  ['POST', '/SS/7', { said: 'yes' }, 404],
  ['POST', '/ready/3', { said: 'yes' }, 404],
  ['POST', '/SS/1', { said: 'perhaps' }, 422],
  ['POST', '/SS/1', {}, 422],
])('%s %s with %j is answered %s, and keeps nothing', async (method, path, fields, status) => {
  const { person, visitor } = await wallet.enter('bad@example.org', 'Bad')
  const response = method === 'GET' ? await visitor.get(AT + path) : await visitor.post(AT + path, fields)
  expect(response.status).toBe(status)
  expect(await listPersonal(wallet.parts, person, SELF_ANSWER)).toEqual([])
})
