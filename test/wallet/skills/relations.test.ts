import { expect, test } from '@jest/globals'
import { bundledPackages, catalogueOf, frameworks, frameworksOf, loadPackage } from '#skills'
import { changesIn, relatedThings, relationsFor } from '../../../wallet/skills/relations.ts'

const own = (version: string, names: Record<string, string>) => {
  const competences = Object.entries(names).map(([id, name]) => ({ id, name }))
  return loadPackage({ id: 'sector/bakery', version, kind: 'competences', layer: 'sector', competences })
}

test('what a new version of a framework changes is told, term by term; of one with a single version nothing', () => {
  const before = own('1.0.0', { B1: 'Bake bread', B2: 'Bake rolls' })
  const after = own('1.10.0', { B1: 'Bake good bread', B3: 'Bake cakes' })
  const known = frameworksOf(catalogueOf([...bundledPackages(), before, own('1.9.0', { B1: 'Bake bread' }), after]))
  const [changes, ...others] = changesIn(known)
  expect(others).toEqual([])
  expect(changes?.answer.value).toEqual({ added: ['B3'], removed: [], changed: ['B1'] })
  expect(changesIn(frameworks())).toEqual([])
})

test('each thing is listed once, and what no package has is found in none', () => {
  const things = relatedThings(frameworks()).map(({ id }) => id)
  expect(new Set(things).size).toBe(things.length)
  expect(relationsFor(frameworks(), 'o-level')).toEqual([])
})
