import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { parseHTML } from 'linkedom'
import { readingAge } from '../../reading-age.ts'
import { bundled } from '../../skills/packages.ts'
import type { Visitor } from '../visitor.ts'
import { startTestWallet, type TestWallet } from '../wallet.ts'
import { held, hold } from './held.ts'

const relations = bundled('relations', 'relations/uk-digital')
let wallet: TestWallet
let visitor: Visitor
beforeAll(async () => {
  wallet = await startTestWallet()
  const entered = await wallet.enter('levels@example.org', 'Ola')
  visitor = entered.visitor
  const level = { targetType: 'ext:QualificationLevel', targetFramework: 'RQF', targetCode: '4' }
  await hold(wallet.parts, entered.person, held({ achievement: { name: 'Network security', alignment: [level] } }))
})
afterAll(() => wallet.stop())

test.each([
  [
    'IHE-15, IHE-58: RQF 4 elsewhere, with its source, its caveat and what is held there',
    'level=RQF+4',
    [
      '<bdi>SCQF 7</bdi>',
      '<bdi>EQF 5</bdi>',
      '<bdi>CQFW 4</bdi>',
      'Qualifications can cross boundaries',
      'not equality of content',
      'broadly comparable',
      'Network security',
    ],
  ],
  [
    'IHE-58: entry 1 has no basis in EQF',
    'level=RQF+E1',
    ['No basis', 'There is no basis for saying what RQF E1 is in EQF.'],
  ],
  [
    'IHE-13: a Higher Technical Qualification is a mark',
    'one=HNC-EWNI&other=HTQ',
    ['is an approval mark, not a level'],
  ],
  [
    'IHE-13: an HNC of England is not one of Scotland',
    'one=HNC-EWNI&other=HNC-SCO',
    [
      'Both are called HNC.',
      '120 credits are counted by RQF, and 96 credits are counted by SCQF',
      'recalled, not looked up',
    ],
  ],
  ['a level that nobody has is not chosen', 'level=RQF+99', ['Choose one']],
  ['a kind that nobody knows', 'one=HNC-EWNI&other=XYZ', ['This kind of qualification is not known here: XYZ.']],
])('%s', async (_, query, sentences) => {
  const answer = await visitor.get(`/skills/levels?${query}`)
  expect(answer.status).toBe(200)
  const text = await answer.text()
  for (const sentence of sentences) expect(text).toContain(sentence)
})

test.each([
  [
    'IHE-40: the ways of a network engineer show what it takes, the credit that comes along and the jobs after it',
    'role-network-engineer',
    [
      'What it takes: The skills of ST0127, proven at work.',
      '(240 CATS come along)',
      'Network architect',
      'illustrative, from no source',
    ],
  ],
  [
    'IHE-65: a module is part of a certificate, which leads on, each by its type',
    'hnc-networks',
    ['Has this part', 'Can lead to', 'Can be reached from', 'Credit that comes along: 30 RQF.'],
  ],
  [
    'IHE-65, IHE-64 (partly): what two nations call alike is comparable, never equal, with source and caveat',
    'hnc-scotland',
    ['are broadly comparable. They are not the same.', 'Qualifications can cross boundaries', 'the sizes differ'],
  ],
  [
    'IHE-65: a certificate saves one from a unit, and is no credit',
    'ecdl-spreadsheets',
    ['Saves you from', 'Whoever has', 'it is not credit'],
  ],
  [
    'IHE-102: what is retired keeps its meaning, its definition and what came in its place',
    'nvq-it-users',
    ['It is not awarded any more.', 'In its place came:', 'ITQ on shared units', 'version 2003.1.0'],
  ],
  ['who says so is a rule with its version', 'rqf', ['Rule rqf-after-qcf of relations/uk-digital, version 1.0.0']],
  [
    'without a choice all that there is to choose is listed',
    '',
    ['N/SVQ for IT Users (2003 standards) A qualification, not awarded any more'],
  ],
  ['what nobody knows is worth no less', 'o-level', ['Nothing is known of this here']],
])('%s', async (_, of, sentences) => {
  const answer = await visitor.get(`/skills/relations?of=${of}`)
  expect(answer.status).toBe(200)
  const text = (await answer.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
  for (const sentence of sentences) expect(text).toContain(sentence)
  expect(text).not.toMatch(/\bequals?\b/)
})

test('IHE-42: each step of a pathway opens its rule and version, and a reader of eleven reads its sentences with ease', async () => {
  const { content, id, version } = relations
  const names = content.nodes.map(({ name }) => name).toSorted((one, other) => other.length - one.length)
  const sentences: string[] = []
  for (const { id: of } of content.nodes) {
    const { document } = parseHTML(await (await visitor.get(`/skills/relations?of=${of}`)).text())
    const found = document.querySelector(`section[aria-labelledby="${of}"]`)
    const edges = content.edges.filter(({ from, to }) => from === of || to === of)
    const opened = [...(found?.querySelectorAll('details') ?? [])].map(({ textContent }) => textContent ?? '')
    expect(opened).toHaveLength(edges.length)
    for (const edge of edges) {
      expect(opened.some((text) => text.includes(`Rule ${edge.id} of ${id}, version ${version}`))).toBe(true)
    }
    for (const apart of found?.querySelectorAll('details, .sureness') ?? []) apart.remove()
    const texts = [...(found?.querySelectorAll('p') ?? [])].map(({ textContent }) => textContent ?? '')
    sentences.push(
      ...texts.flatMap((text) => sentencesIn(names.reduce((rest, name) => rest.replaceAll(name, 'it'), text))),
    )
  }
  expect(sentences.length).toBeGreaterThan(40)
  expect(readingAge(sentences).age).toBeLessThanOrEqual(11)
  // It is no formula that says so of everything.
  const official = 'Recognition of prior experiential learning necessitates individualised institutional determination.'
  expect(readingAge([official]).age).toBeGreaterThan(18)
})

/** Whole sentences of three words and more: what is shorter reads easily in any case. Names of things are not ours to choose. */
const sentencesIn = (text: string) =>
  text
    .replaceAll(/\s+/g, ' ')
    .split(/(?<=[.!?])\s/)
    .filter((sentence) => sentence.trim().split(' ').length >= 3)

test('IHE-55: after six years away it shows which credits a provider may refuse, why, and what has run out', async () => {
  const entered = await wallet.enter('away@example.org', 'Away')
  const award = (day: string, name: string, currentUntil?: string) =>
    hold(
      wallet.parts,
      entered.person,
      held({
        ...{ awardedDate: `${day}T00:00:00Z`, achievement: { name } },
        subject: {
          creditAwarded: [{ type: ['Credit'], creditValue: '10', creditScheme: 'RQF' }],
          ...(currentUntil ? { currentUntil } : {}),
        },
      }),
    )
  const year = new Date().getUTCFullYear()
  await award(`${year - 6}-01-15`, 'Spreadsheets at college', `${year - 3}-01-15`)
  await award(`${year - 1}-01-15`, 'Databases at college')
  const text = (await (await entered.visitor.get('/skills/relations')).text())
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
  expect(text).toMatch(
    /Spreadsheets at college : Certa may refuse what is older than 3 years \(its rule: certa\.org\.uk, .*normally within three years\)/,
  )
  expect(text).not.toMatch(/Databases at college : Certa may refuse/)
  expect(text).toContain('1 credential has no limit of age that is known here.')
  expect(text).toContain('1 credential has run out since.')
})

test('what was learnt long ago may be refused for its age, and by whom', async () => {
  const entered = await wallet.enter('old@example.org', 'Old')
  const old = held({ awardedDate: '2001-05-01T00:00:00Z', achievement: { name: 'Old course' } })
  await hold(wallet.parts, entered.person, old)
  const text = (await (await entered.visitor.get('/skills/relations')).text()).replaceAll(/<[^>]+>/g, ' ')
  expect(text).toMatch(/Old course\s*:\s*Certa may refuse what is older than 3 years/)
})
