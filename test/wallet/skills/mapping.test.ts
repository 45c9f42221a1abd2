import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { bundledPackages, catalogueOf, type Frameworks, frameworks, frameworksOf, gapOf, loadPackage } from '#skills'
import eskills from '../../../skills/packages/eskills-2006.json' with { type: 'json' }
import { answerStatement, assessSelf } from '../../../wallet/assess-self.ts'
import type { Person } from '../../../wallet/records/person.ts'
import { savePersonal } from '../../../wallet/records/personal.ts'
import { OWN_TARGET } from '../../../wallet/records/personal-kinds.ts'
import { planOf } from '../../../wallet/skills/plan.ts'
import { readPassport } from '../../../wallet/skills/read-passport.ts'
import { standingOf } from '../../../wallet/skills/targets.ts'
import { startTestWallet, type TestWallet } from '../wallet.ts'
import { aligned, held, hold } from './held.ts'

let wallet: TestWallet
beforeAll(async () => {
  wallet = await startTestWallet({}, { now: () => new Date('2026-11-30T09:00:00Z') })
})
afterAll(() => wallet.stop())

/** The frameworks with another mapping of the levels of techniques to those of the units. */
function mappedTo(levels: Record<string, number>): Frameworks {
  const changed = loadPackage({ ...eskills, version: '9.0.0', standards: { ...eskills.standards, levels } })
  return frameworksOf(catalogueOf([...bundledPackages().filter(({ id }) => id !== changed.id), changed]))
}

/** What shows a goal in the gap view, and which units the planner suggests, by some frameworks. */
async function seen(person: Person, known: Frameworks) {
  const parts = { ...wallet.parts, frameworks: known }
  const passport = await readPassport(parts, person)
  const { goals, evidence, holder } = await standingOf(parts, person, passport)
  if (goals === null) throw new Error('there is a goal')
  const world = { on: passport.today, holder, currency: known.currency, levels: known.levels }
  const ruleset = known.rulesets.find(({ id }) => id === 'itq/2003')
  if (ruleset === undefined) throw new Error('there are rules of the ITQ')
  const wish = { want: [], avoid: [], ownLevel: '', ownSize: '', registered: passport.today }
  const plan = planOf(ruleset, 'ITQ-L1', wish, passport, await assessSelf(parts, person, known.techniques))
  return {
    gap: gapOf(goals, evidence, world).value.map(({ state }) => state),
    planner: plan.suggested.map(({ unit }) => unit),
  }
}

test('ES-27: changing the mapping of technique levels to unit levels changes the gap view and the planner, and no code', async () => {
  const { parts } = wallet
  const { person } = await wallet.enter('mapped@example.org', 'Mapped')
  const known = frameworks()
  const goal = { framework: known.techniques.id, technique: 'SS', by: '2027-01-01', setOn: '2026-11-01' }
  await savePersonal(parts, person, OWN_TARGET, { ...goal, level: 'Foundation' })
  await hold(parts, person, held({ achievement: { name: 'Spreadsheets', ...aligned('itq/2003', 'SS/1') } }))
  const statements = known.techniques.content.techniques.find(({ code }) => code === 'WP')?.statements.Foundation ?? []
  for (const [at, text] of statements.entries()) {
    const statement = { id: `WP/Foundation/${at + 1}`, technique: 'WP', level: 'Foundation' as const, text }
    await answerStatement(parts, person, { framework: known.techniques, statement }, { said: 'yes', withHelp: false })
  }
  expect(await seen(person, known)).toEqual({ gap: ['proven'], planner: ['WP/1'] })
  const other = mappedTo({ Foundation: 2, Intermediate: 3, Advanced: 3 })
  expect(await seen(person, other)).toEqual({ gap: ['missing'], planner: ['WP/2'] })
})
