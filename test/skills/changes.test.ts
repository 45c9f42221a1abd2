import { expect, test } from '@jest/globals'
import { changesBetween, loadPackage, type Package } from '#skills'
import { bundled, competences, ruleset } from './packages.ts'

const STANDARDS = bundled('standards', 'occupational-standards/digital')

test('IHE-36: a version of a standard that adds a skill says which, and what else became other', () => {
  const { id, kind, layer, content } = STANDARDS
  const standards = content.standards.map((one) =>
    one.code === 'ST0127'
      ? {
          ...one,
          skills: [
            ...one.skills.slice(1).map((skill) => (skill.id === 'ST0127-s02' ? { ...skill, name: 'Other' } : skill)),
            { id: 'ST0127-s11', kind: 'skill', name: 'Automate a network' },
          ],
        }
      : one,
  )
  const next = loadPackage({ id, kind, layer, ...content, standards, version: '1.1.0' })
  const { value, steps, rules } = changesBetween(STANDARDS, next)
  expect(value).toEqual({ added: ['ST0127-s11'], removed: ['ST0127-s01'], changed: ['ST0127-s02'] })
  expect(steps.map(({ code, values }) => [code, values.name])).toEqual([
    ['change.added', 'Automate a network'],
    ['change.removed', 'Build and cable a small network from a plan'],
    ['change.changed', 'Other'],
  ])
  expect(rules.map(({ version }) => version)).toEqual(['1.1.0', '1.0.0'])
})

test('a version that says the same changes nothing, and another package is no version', () => {
  const [one, same, other] = [competences(), competences({ version: '1.0.1' }), ruleset()].map(loadPackage) as [
    Package,
    Package,
    Package,
  ]
  expect(changesBetween(one, same).value).toEqual({ added: [], removed: [], changed: [] })
  const none = changesBetween(one, other)
  expect([none.value, none.steps[0]?.code]).toEqual([null, 'change.otherPackage'])
})
