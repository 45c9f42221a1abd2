import { describe, expect, test } from '@jest/globals'
import { PassportError } from '#platform'
import { bundledPackages, catalogueOf, layered, loadPackage, type Package, selfAssess, statementsOf } from '#skills'
import { competences, overlay, ruleset } from './packages.ts'

const BUNDLED = catalogueOf(bundledPackages())
const base = loadPackage(competences()) as Package<'competences'>
const layer = (changes: object) => loadPackage(overlay(changes)) as Package<'overlay'>
const NEW = { id: 'M1', name: 'Platform 2026', specialises: 'HV2' }

describe('a layer', () => {
  test('adds terms of its own, and what comes out is known by another digest and by what was laid over it', () => {
    const maker = layer({ adds: { competences: [NEW] } })
    const both = layered(base, [maker])
    expect(both.content.competences.map(({ id }) => id)).toEqual(['HV1', 'HV2', 'M1'])
    expect(both.digest).not.toBe(base.digest)
    expect(both.overlays).toEqual([{ id: maker.id, version: maker.version, digest: maker.digest }])
    expect(base.content.competences).toHaveLength(2)
  })

  test.each([
    ['currency', 'HV1', { currency: 'P1Y' }],
    ['a period of grace', 'HV2', { grace: 'P7D' }],
    ['hours', 'HV1', { renewalHours: 3 }],
    ['what a lapse means', 'HV1', { onLapse: 'NotAuthorised' }],
    ['what a role needs', 'TECH', { requires: [{ c: 'HV2', mustBeCurrent: true }, { c: 'HV1' }] }],
    ['nothing, in other words', 'HV1', { name: 'Awareness', currency: 'P3Y' }],
  ])('makes %s stricter', (_, term, set) => {
    const terms = (found: Package<'competences'>) => [...found.content.competences, ...(found.content.roles ?? [])]
    const both = layered(base, [layer({ tightens: [{ term, set }] })])
    expect(terms(both).find(({ id }) => id === term)).toMatchObject(set)
  })

  test.each([
    [
      'IHE-37: gives a core term another meaning',
      'redefines',
      '/adds/competences/0',
      { adds: { competences: [{ ...NEW, id: 'HV1' }] } },
    ],
    ['renames a term', 'redefines', '/tightens/0/set/name', tighten('HV1', { name: 'Nothing' })],
    ['makes something last longer', 'redefines', '/tightens/0/set/currency', tighten('HV1', { currency: 'P9Y' })],
    ['makes something never lapse', 'redefines', '/tightens/0/set/currency', tighten('HV1', { currency: null })],
    ['lets a lapsed one work', 'redefines', '/tightens/0/set/onLapse', tighten('HV2', { onLapse: 'HistoricOnly' })],
    ['asks less of a role', 'redefines', '/tightens/0/set/requires', tighten('TECH', { requires: [{ c: 'HV1' }] })],
    ['is about what is not there', 'unknownTerm', '/tightens/0/term', tighten('HV9', { currency: 'P1Y' })],
    ['is over another package', 'unknownTerm', '/extends', { extends: 'other/one' }],
    ['calls itself the core', 'malformed', '/layer', { layer: 'core' }],
    ['adds to a list that is not there', 'malformed', '/adds/wishes', { adds: { wishes: [NEW] } }],
    ['adds what is no competence', 'malformed', '/competences/2', { adds: { competences: [{ id: 'M1' }] } }],
    ['rests on itself', 'cycle', '/competences/2', { adds: { competences: [{ ...NEW, requires: ['M1'] }] } }],
  ])('is refused where it %s', (_, fault, pointer, changes) => {
    let refusal: unknown
    try {
      layered(base, [layer(changes)])
    } catch (error) {
      refusal = error
    }
    expect(refusal).toBeInstanceOf(PassportError)
    expect(refusal).toMatchObject({ code: `package.${fault}`, details: { pointer } })
  })

  test('of a sector lies under a local one, in whichever order they come', () => {
    const sector = layer({ id: 'overlay/sector', layer: 'sector', ...tighten('HV1', { currency: 'P2Y' }) })
    const local = layer(tighten('HV1', { currency: 'P1Y' }))
    const [one, other] = [layered(base, [local, sector]), layered(base, [sector, local])]
    expect(one.digest).toBe(other.digest)
    expect(one.content.competences[0]?.currency).toBe('P1Y')
  })

  test('IHE-37: makes a rule of combination stricter, and not looser', () => {
    const rules = loadPackage(ruleset()) as Package<'ruleset'>
    const cap = (maxShare: number) =>
      layer({ extends: 'test/rules', ...tighten('Q', { recognition: { '*': { maxShare } } }) })
    expect(layered(rules, [cap(0.25)]).content.qualifications[0]?.recognition['*']?.maxShare).toBe(0.25)
    expect(() => layered(rules, [cap(0.7)])).toThrow(/or less/)
  })
})

test('ES-18: a sixteenth technique is added by a layer, without a change of code', () => {
  const eskills = BUNDLED.find('eskills/2006') as Package<'techniques'>
  const statements = { Foundation: ['Book goods in'], Intermediate: ['Count stock'], Advanced: ['Plan a move'] }
  const warehouse = { code: 'WHS', title: 'Warehouse system', sectorSpecific: true, statements }
  const own = layered(eskills, [layer({ extends: 'eskills/2006', adds: { techniques: [warehouse] } })])
  expect(own.content.techniques).toHaveLength(16)
  expect(own.content.techniques.at(-1)).toEqual(warehouse)
})

test('a statement is added to a technique behind those that were there, which keep their places', () => {
  const eskills = BUNDLED.find('eskills/2006') as Package<'techniques'>
  const [first = '', second = ''] = eskills.content.techniques[9]?.statements.Foundation ?? []
  const own = (Foundation: string[]) =>
    layer({ extends: 'eskills/2006', ...tighten('SS', { statements: { Foundation } }) })
  const both = layered(eskills, [own([first, second, 'Print a sheet'])])
  expect(statementsOf(both, 'SS').map(({ id }) => id)).toContain('SS/Foundation/3')
  expect(() => layered(eskills, [own([second, first, 'Print a sheet'])])).toThrow(/something else/)
  const answer = selfAssess(both, [{ statement: 'SS/Foundation/3', answer: true, on: null }], '2026-11-01')
  expect(answer.rules).toEqual([
    { id: 'eskills/2006', version: '2006.1.0', digest: both.digest, layers: both.overlays },
  ])
})

test('IHE-67: the manufacturer’s own competence is a special case of the sector’s', () => {
  const sector = BUNDLED.find('sector/auto-motorsport') as Package<'competences'>
  const maker = BUNDLED.find('overlay/example-motors') as Package<'overlay'>
  const added = layered(sector, [maker]).content.competences.at(-1)
  expect(added).toMatchObject({ id: 'EM-HV2-2026', specialises: 'AM-HV2' })
})

function tighten(term: string, set: object) {
  return { tightens: [{ term, set }] }
}
