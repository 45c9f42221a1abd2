import fc from 'fast-check'
import { type Basis, type Holding, type Package, type Planned, type Qualification, RECOGNITION_TYPES } from '#skills'
import { ruleset } from '../packages.ts'

/** A small ruleset with one qualification, what somebody holds, and what they wish for. */
export interface Case {
  rules: Package<'ruleset'>
  qualification: Qualification
  held: Holding[]
  wanted: Planned[]
  unwanted: string[]
}

export const DAYS = { registered: '2026-11-01', on: '2026-11-15' }

const AREAS = ['A', 'B', 'C', 'D']
const BASES: Basis[] = ['Earned', 'Earned', 'Earned', 'Earned', ...RECOGNITION_TYPES]
const ACHIEVED = ['2026-06-01', '2026-05-01', '2025-02-03', '2024-03-05', '2023-11-01', '2023-10-31', '2026-11-20']
const PLACES = [0, 1, 2, 3, 4]

const level = fc.constantFrom(1, 2, 2, 3)
const target = fc.integer({ min: 1, max: 2 })
const unit = fc.record({ area: fc.constantFrom(...AREAS), level, credit: fc.constantFrom(2, 2, 3) })
const cap = fc.record(
  {
    maxShare: fc.constantFrom(0.25, 0.3, 0.5, 0.7, 1),
    strict: fc.boolean(),
    maxAgeYears: fc.constantFrom(2, 3),
    maxUnits: fc.integer({ min: 0, max: 2 }),
    notFor: fc.subarray([...AREAS, 'B/1'], { maxLength: 1 }),
  },
  { requiredKeys: [] },
)
const caps = fc.record(
  { '*': cap, Equivalence: cap, Exemption: cap, ImportedUnit: cap, CustomisedUnit: cap },
  { requiredKeys: [] },
)
const holding = fc.record({
  place: fc.nat({ max: 12 }),
  on: fc.constantFrom(...ACHIEVED),
  as: fc.constantFrom(...BASES),
  size: fc.integer({ min: 0, max: 5 }),
  level,
})
const wishes = fc.record({
  areThere: fc.boolean(),
  wanted: fc.subarray(PLACES, { maxLength: 2 }),
  unwanted: fc.subarray(PLACES, { maxLength: 2 }),
  customised: fc.option(fc.record({ size: fc.integer({ min: 1, max: 4 }), level })),
})

/** Cases as small as a search of every set can bear, and odd enough that every rule decides some of them. */
export const cases: fc.Arbitrary<Case> = fc
  .record({
    units: fc.uniqueArray(unit, { minLength: 3, maxLength: 5, selector: idOf }),
    sectorLevel: fc.option(level),
    min: fc.constantFrom(2, 3, 4, 5, 6, 7, 9),
    minAtLevel: fc.option(fc.record({ level: target, min: fc.integer({ min: 1, max: 4 }) })),
    share: fc.option(fc.record({ level: target, minShare: fc.constantFrom(0.3, 0.5, 0.75) })),
    maxPerArea: fc.constantFrom(1, 1, 2, undefined),
    mandatory: fc.constantFrom(0, 1, 9, 9),
    excluded: fc.subarray(AREAS, { maxLength: 1 }),
    recognition: caps,
    held: fc.array(holding, { maxLength: 5, size: 'max' }),
    wishes,
  })
  .map(({ units, sectorLevel, mandatory, held, wishes, share, excluded, maxPerArea, ...rest }): Case => {
    const ids = units.map(idOf)
    const sector = sectorLevel === null ? [] : [{ area: 'SSU', level: sectorLevel, credit: null }]
    const places = [...ids, ...ids, ...sector.map(idOf), 'outside/x', 'outside/y']
    const wished = (at: readonly number[]) => (wishes.areThere ? at.flatMap((place) => ids[place] ?? []) : [])
    const customised = wishes.areThere && 'CustomisedUnit' in rest.recognition ? wishes.customised : null
    const rules = packageOf(
      [...units, ...sector].map((one) => ({ ...one, id: idOf(one), title: idOf(one), confidence: 'sourced' })),
      {
        id: 'Q',
        title: 'Q',
        level: 2,
        mandatory: ids.slice(mandatory, mandatory + 1),
        excludeFromAtLevel: ['SSU', ...excluded],
        ...rest,
        ...(maxPerArea && { maxPerArea }),
        ...(share && { optionalShareAtLevel: { ...share, measure: 'units' } }),
      },
    )
    return {
      rules,
      qualification: rules.content.qualifications[0] as Qualification,
      held: held.map(({ place, ...one }, at) => ({
        ...one,
        unit: places[place % places.length] ?? '',
        item: `item ${at}`,
      })),
      wanted: [
        ...wished(wishes.wanted).map((id) => ({ unit: id })),
        ...(customised ? [{ unit: 'custom', as: 'CustomisedUnit' as const, ...customised }] : []),
      ],
      unwanted: wished(wishes.unwanted),
    }
  })

function idOf({ area, level }: { area: string; level: number }): string {
  return `${area}/${level}`
}

/** As it is when it has been loaded: to load 10,000 would take longer than to search them. */
function packageOf(units: object[], qualification: object): Package<'ruleset'> {
  const { id, version, kind, layer, ...content } = ruleset({ units, qualifications: [qualification] })
  return { id, version, kind, layer, digest: 'z', overlays: [], content } as unknown as Package<'ruleset'>
}
