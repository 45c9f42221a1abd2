import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Visitor } from '../visitor.ts'
import { startTestWallet, type TestWallet } from '../wallet.ts'
import { held, hold } from './held.ts'

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
    'IHE-15: RQF 4 elsewhere, with what is held there',
    'level=RQF+4',
    [
      '<strong>SCQF 7</strong>',
      '<strong>EQF 5</strong>',
      '<strong>CQFW 4</strong>',
      'Qualifications can cross boundaries',
      'not equality of content',
      'broadly comparable',
      'Network security',
    ],
  ],
  [
    'IHE-58 (partly): entry 1 has no basis in EQF',
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
