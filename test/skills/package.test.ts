import { describe, expect, test } from '@jest/globals'
import { PassportError } from '#platform'
import { bundledPackages, catalogueOf, loadPackage, type Package } from '#skills'
import { competences, ruleset } from './packages.ts'

describe('a package is', () => {
  test('loaded with its id, version and digest, and cannot be changed any more', () => {
    const loaded = loadPackage(ruleset())
    expect(loaded).toMatchObject({ id: 'test/rules', version: '1.0.0', kind: 'ruleset', layer: 'core', overlays: [] })
    expect(loaded.digest).toMatch(/^zQm\w{44}$/)
    expect(() => Object.assign((loaded as Package<'ruleset'>).content.units[0] ?? {}, { credit: 99 })).toThrow(
      TypeError,
    )
  })

  test('of the same digest however its JSON is written, and of another for any other content', () => {
    const { version, ...rest } = ruleset()
    expect(loadPackage({ ...rest, version }).digest).toBe(loadPackage(ruleset()).digest)
    expect(loadPackage(ruleset({ title: 'Others' })).digest).not.toBe(loadPackage(ruleset()).digest)
  })

  const [unit] = ruleset().units
  const [qualification] = ruleset().qualifications
  const cyclic = [
    { id: 'A', name: 'A', requires: ['B'] },
    { id: 'B', name: 'B', requires: ['C'] },
    { id: 'C', name: 'C', requires: ['B'] },
  ]
  test.each([
    ['that is a list', 'malformed', '', []],
    ['without a version', 'malformed', '', { ...ruleset(), version: undefined }],
    ['whose version is a year', 'malformed', '/version', ruleset({ version: '2009' })],
    ['of a kind that nobody knows', 'malformed', '/kind', ruleset({ kind: 'wishes' })],
    ['with a size below nothing', 'malformed', '/units/0/credit', ruleset({ units: [{ ...unit, credit: -1 }] })],
    ['without sizes', 'malformed', '/units/0', ruleset({ units: [{ ...unit, credit: undefined }] })],
    ['with a rule nobody knows', 'unknownRule', '/qualifications/0/luck', changed({ luck: 1 })],
    [
      'with a cap nobody knows',
      'unknownRule',
      '/qualifications/0/recognition/Magic',
      changed({ recognition: { Magic: {} } }),
    ],
    [
      'with a limit nobody knows',
      'unknownRule',
      '/qualifications/0/recognition/*/minAge',
      changed({ recognition: { '*': { minAge: 1 } } }),
    ],
    [
      'that measures in something nobody knows',
      'unknownRule',
      '/qualifications/0/optionalShareAtLevel/measure',
      changed({ optionalShareAtLevel: { level: 1, minShare: 0.5, measure: 'hours' } }),
    ],
    ['with two units of one id', 'duplicateId', '/units/1', ruleset({ units: [unit, unit] })],
    ['whose mandatory unit is not there', 'unknownTerm', '/qualifications/0', changed({ mandatory: ['NO/1'] })],
    ['whose units need one another', 'cycle', '/units/0', ruleset({ units: [{ ...unit, requires: ['A/1'] }] })],
    ['with competences in a circle', 'cycle', '/competences/0', competences({ competences: cyclic, roles: [] })],
    [
      'with a role for what is not there',
      'unknownTerm',
      '/roles/0',
      competences({ competences: [{ id: 'Z', name: 'Z' }] }),
    ],
  ])('refused %s', (_, fault, pointer, value) => {
    expect(refusalOf(() => loadPackage(value))).toEqual([`package.${fault}`, pointer])
  })

  function changed(changes: object) {
    return ruleset({ qualifications: [{ ...qualification, ...changes }] })
  }
})

test('a long chain of competences is loaded in no time', () => {
  const chain = Array.from({ length: 4000 }, (_, at) => ({
    id: `C${at}`,
    name: 'C',
    requires: at < 3999 ? [`C${at + 1}`] : [],
  }))
  expect(loadPackage(competences({ competences: chain, roles: [] })).kind).toBe('competences')
})

describe('a catalogue', () => {
  test('gives the newest version, and any older one by its number', () => {
    const versions = ['1.9.0', '1.10.0', '1.2.3'].map((version) => loadPackage(ruleset({ version })))
    const catalogue = catalogueOf([...versions, ...versions])
    expect(catalogue.find('test/rules')?.version).toBe('1.10.0')
    expect(catalogue.find('test/rules', '1.2.3')?.version).toBe('1.2.3')
    expect(catalogue.find('test/rules', '9.9.9')).toBeUndefined()
    expect(catalogue.ofKind('ruleset')).toHaveLength(1)
  })

  test('refuses two packages of one version that differ', () => {
    const two = [loadPackage(ruleset()), loadPackage(ruleset({ title: 'Others' }))]
    expect(refusalOf(() => catalogueOf(two))).toEqual(['package.conflict', '/version'])
  })

  test('IHE-12, ES-16: takes in a new framework beside the old version, which stays as it was', () => {
    const before = catalogueOf(bundledPackages())
    const old = before.find('eskills/2006')
    const { id, kind, layer, content } = old as Package<'techniques'>
    const after = catalogueOf([...bundledPackages(), loadPackage({ id, kind, layer, ...content, version: '2027.1.0' })])
    expect(after.find('eskills/2006')?.version).toBe('2027.1.0')
    expect(after.find('eskills/2006', '2006.1.0')).toBe(old)
  })
})

describe('what comes with the software', () => {
  const bundled = catalogueOf(bundledPackages())

  test('ES-18: fifteen techniques in five levels, with ninety statements to say yes or no to', () => {
    const { levels, techniques } = (bundled.find('eskills/2006') as Package<'techniques'>).content
    expect(levels).toEqual(['Inexperienced', 'Foundation', 'Intermediate', 'Advanced', 'Super-user'])
    expect(techniques).toHaveLength(15)
    expect(techniques.flatMap(({ statements }) => Object.values(statements).flat())).toHaveLength(90)
  })

  test('HTQ-06: the three digital standards by their codes', () => {
    const { standards } = (bundled.find('occupational-standards/digital') as Package<'standards'>).content
    expect(standards.map(({ code, skills }) => [code, skills.length])).toEqual([
      ['ST0127', 18],
      ['ST1021', 16],
      ['ST0116', 18],
    ])
  })

  test('IHE-67: automotive and motorsport, with a manufacturer over it', () => {
    expect(bundled.find('sector/auto-motorsport')?.layer).toBe('sector')
    expect(bundled.find('overlay/example-motors')?.layer).toBe('local')
  })

  test('says of every size of unit how sure it is', () => {
    const marks = bundled.ofKind('ruleset').flatMap(({ content }) => content.units.map(({ confidence }) => confidence))
    expect(Object.entries(Object.groupBy(marks, (mark) => mark)).map(([mark, all]) => [mark, all.length])).toEqual([
      ['sourced', 30],
      ['illustrative', 37],
      ['recalled', 73],
    ])
  })
})

function refusalOf(act: () => unknown): [string, string | undefined] | undefined {
  try {
    act()
    return undefined
  } catch (error) {
    if (!(error instanceof PassportError)) throw error
    return [error.code, error.details.pointer]
  }
}
