import { type Basis, bundledPackages, combine, type Holding, type Package } from '#skills'
import type { Measured } from './figures.ts'
import { processorTime } from './processor-time.ts'

const ROUNDS = 20

const BASES: Basis[] = [
  'Earned',
  'Earned',
  'Exemption',
  'Equivalence',
  'CreditTransfer',
  'ImportedUnit',
  'CustomisedUnit',
]

/** What it takes to say whether sixty units of all kinds make a qualification, and the cheapest ways to it: the slowest of each ruleset. */
export const combination: Measured = {
  name: 'combination',
  async measure() {
    return ['itq/2003', 'itq/2009'].map((id) => ({
      name: `combination.${id.replace('/', '-')}`,
      value: slowestOf(rulesetOf(id)),
      unit: 'ms',
      atMost: 50,
    }))
  },
}

function slowestOf(ruleset: Package<'ruleset'>): number {
  const held = sixtyHoldings(ruleset.content.units)
  const medians = ruleset.content.qualifications.map(({ id }) => {
    const times = Array.from({ length: ROUNDS }, () => {
      const start = processorTime()
      combine(ruleset, { qualification: id, held, registered: '2026-11-01', on: '2026-11-15' })
      return processorTime() - start
    })
    return times.sort((one, other) => one - other)[ROUNDS / 2] ?? Number.NaN
  })
  return Math.max(...medians)
}

function rulesetOf(id: string): Package<'ruleset'> {
  const found = bundledPackages().find((one) => one.id === id)
  if (found?.kind !== 'ruleset') throw new Error(`there is no ruleset ${id}`)
  return found
}

/** Sixty holdings of all kinds: of listed units, some of them twice, and of others. */
export function sixtyHoldings(units: readonly { id: string }[]): Holding[] {
  return Array.from({ length: 60 }, (_, at): Holding => {
    const as = BASES[(at * 5) % BASES.length]
    const isOutside = as === 'ImportedUnit' || as === 'CustomisedUnit'
    const unit = isOutside ? `outside/${at}` : (units[(at * 37) % units.length]?.id ?? '')
    return {
      unit,
      as,
      on: `202${4 + (at % 3)}-0${1 + (at % 9)}-15`,
      size: 1 + ((at * 7) % 20),
      level: 1 + (at % 3),
      item: `${at}`,
    }
  })
}
