import { describe, expect, test } from '@jest/globals'
import { isObject, type JsonObject, PassportError, parseJsonObject } from '#platform'
import { bundledPackages, CASE_LIMITS, isCaseKind, readCase, writeCase } from '#skills'
import { bundled } from './packages.ts'

const WHERE = { baseUrl: 'https://wallet.example', at: new Date('2026-12-01T09:00:00Z') }
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** As it arrives elsewhere: text, with nothing of ours kept beside it. */
const sent = (framework: JsonObject) => parseJsonObject(JSON.stringify(framework), CASE_LIMITS)

describe('a package that goes out as CASE', () => {
  const all = bundledPackages().filter(isCaseKind)

  test.each(
    all.map((one) => [one.id, one] as const),
  )('IHE-95 (partly): %s comes back as the same package, with nothing dropped', (_, one) => {
    const { package: again, dropped } = readCase(sent(writeCase(one, WHERE)))
    expect(dropped).toEqual([])
    expect([again.id, again.version, again.digest]).toEqual([one.id, one.version, one.digest])
  })

  test.each(
    all.map((one) => [one.id, one] as const),
  )('%s names everything by a UUID, once, and links only what is there', (_, one) => {
    const { CFDocument, CFItems, CFAssociations } = writeCase(one, WHERE)
    const names = [CFDocument, ...CFItems, ...CFAssociations].map(({ identifier }) => identifier)
    expect(names.filter((name) => !UUID.test(name))).toEqual([])
    expect(new Set(names).size).toBe(names.length)
    const known = new Set(names)
    const elsewhere = CFAssociations.flatMap(({ originNodeURI, destinationNodeURI }) =>
      [originNodeURI, destinationNodeURI].filter(({ identifier }) => !known.has(identifier)),
    )
    expect(elsewhere.every(({ title }) => title.startsWith('itq/2003 '))).toBe(true)
    const children = CFAssociations.filter(({ associationType }) => associationType === 'isChildOf')
    expect(children.map(({ originNodeURI }) => originNodeURI.identifier).toSorted()).toEqual(
      CFItems.map(({ identifier }) => identifier).toSorted(),
    )
  })

  test('ES-17 (partly): the level of a technique goes out with the unit of the standards that it goes with', () => {
    const { CFItems, CFAssociations } = writeCase(bundled('techniques', 'eskills/2006'), WHERE)
    const level = CFItems.find(({ humanCodingScheme }) => humanCodingScheme === 'SS/Intermediate')
    const unit = writeCase(bundled('ruleset', 'itq/2003'), WHERE).CFItems.find(
      ({ humanCodingScheme }) => humanCodingScheme === 'SS/2',
    )
    const related = CFAssociations.filter(({ originNodeURI }) => originNodeURI.identifier === level?.identifier)
    expect(related.map(({ associationType, destinationNodeURI }) => [associationType, destinationNodeURI.uri])).toEqual(
      [
        ['isChildOf', expect.stringContaining('/CFItems/')],
        ['isRelatedTo', unit?.uri],
      ],
    )
  })

  test('ES-20 (partly): the five levels go out in their order', () => {
    const { CFRubrics } = writeCase(bundled('techniques', 'eskills/2006'), WHERE)
    const [rubric] = Array.isArray(CFRubrics) ? CFRubrics.filter(isObject) : []
    const [criterion] = Array.isArray(rubric?.CFRubricCriteria) ? rubric.CFRubricCriteria.filter(isObject) : []
    const levels = Array.isArray(criterion?.CFRubricCriterionLevels) ? criterion.CFRubricCriterionLevels : []
    expect(levels.filter(isObject).map(({ quality, position }) => [position, quality])).toEqual([
      [1, 'Inexperienced'],
      [2, 'Foundation'],
      [3, 'Intermediate'],
      [4, 'Advanced'],
      [5, 'Super-user'],
    ])
  })

  test('what somebody changed on the way, or put in another order, is as it came back', () => {
    const framework = writeCase(bundled('competences', 'sector/auto-motorsport'), WHERE)
    const items = framework.CFItems.toReversed().map((item) =>
      item.humanCodingScheme === 'AM-HV1' ? { ...item, fullStatement: 'Awareness of high voltage' } : item,
    )
    const { value } = readCase({ ...framework, CFItems: items })
    const [first] = Array.isArray(value.competences) ? value.competences.filter(isObject) : []
    expect([first?.id, first?.name]).toEqual(['AM-HV1', 'Awareness of high voltage'])
  })
})

const link = (identifier: string) => ({ title: identifier, identifier, uri: `https://other.example/${identifier}` })
const stamp = { lastChangeDateTime: '2026-01-01T00:00:00Z' }
const item = (identifier: string, members: object) => ({
  ...link(identifier),
  fullStatement: identifier,
  ...members,
  ...stamp,
})
const association = (from: string, associationType: string, to: string) => ({
  ...link(`${from}-${to}`),
  associationType,
  originNodeURI: link(from),
  destinationNodeURI: link(to),
  ...stamp,
})

/** A framework as others write them. */
const foreign = {
  CFDocument: { ...link('d0'), title: 'Höhere Mathematik', creator: 'Example Board', version: '2.1', ...stamp },
  CFItems: [
    item('i1', { humanCodingScheme: 'M.1', fullStatement: 'Count to ten', notes: 'On fingers' }),
    item('i2', { humanCodingScheme: 'M.2', fullStatement: 'Add two numbers', educationLevel: ['01'] }),
    item('i3', { fullStatement: 'Numbers' }),
  ],
  CFAssociations: [
    association('i1', 'isChildOf', 'i3'),
    association('i2', 'isChildOf', 'i3'),
    association('i1', 'precedes', 'i2'),
    association('i2', 'exactMatchOf', 'elsewhere'),
  ],
  CFRubrics: [{ title: 'A rubric' }],
}

describe('a framework of others', () => {
  test('comes in as competences, and everything that has no place in them is named', () => {
    const { package: one, value, dropped } = readCase(foreign)
    expect([one.id, one.version, one.kind]).toEqual(['case/ho-here-mathematik', '2.1.0', 'competences'])
    expect(value.competences).toEqual([
      { id: 'M.1', name: 'Count to ten', caseIdentifier: 'i1' },
      { id: 'M.2', name: 'Add two numbers', caseIdentifier: 'i2', requires: ['M.1'] },
      { id: 'i3', name: 'Numbers', caseIdentifier: 'i3' },
    ])
    expect(dropped).toEqual([
      { what: 'association isChildOf', count: 2, names: ['M.1', 'M.2'] },
      { what: 'association exactMatchOf', count: 1, names: ['M.2'] },
      { what: 'field title', count: 3, names: ['M.1', 'M.2', 'i3'] },
      { what: 'field notes', count: 1, names: ['M.1'] },
      { what: 'field educationLevel', count: 1, names: ['M.2'] },
      { what: 'part of the framework', count: 1, names: ['CFRubrics'] },
    ])
  })

  test('goes out again under the identifiers that it came with', () => {
    const { package: one } = readCase(foreign)
    if (!isCaseKind(one)) throw new Error('It is of another kind.')
    const { CFDocument, CFItems } = writeCase(one, WHERE)
    expect([CFDocument.identifier, ...CFItems.map(({ identifier }) => identifier)]).toEqual(['d0', 'i1', 'i2', 'i3'])
    expect(readCase(sent(writeCase(one, WHERE))).package.digest).toBe(one.digest)
  })

  test.each([
    ['something else', {}, 'package.malformed', '/CFDocument'],
    ['one without items', { ...foreign, CFItems: [] }, 'package.malformed', '/CFItems'],
    [
      'an item that says nothing',
      { ...foreign, CFItems: [{ identifier: 'x' }] },
      'package.malformed',
      '/CFItems/0/fullStatement',
    ],
    [
      'items that precede one another in a circle',
      { ...foreign, CFAssociations: [association('i1', 'precedes', 'i2'), association('i2', 'precedes', 'i1')] },
      'package.cycle',
      '/competences/0',
    ],
    [
      'the same identifier twice',
      { ...foreign, CFItems: [item('i1', {}), item('i1', {})] },
      'package.duplicateId',
      '/competences/1',
    ],
  ])('%s is refused, with the place', (_, framework, code, pointer) => {
    const refusal = (() => {
      try {
        return readCase(framework)
      } catch (error) {
        return error
      }
    })()
    if (!(refusal instanceof PassportError)) throw new Error('It was not refused.')
    expect([refusal.code, refusal.details.pointer]).toEqual([code, pointer])
  })
})
