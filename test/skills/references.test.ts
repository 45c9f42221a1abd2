import { expect, test } from '@jest/globals'
import { frameworks, loadPackage, referencesOf } from '#skills'
import alignments from '../../skills/packages/alignments-references.json' with { type: 'json' }

const known = frameworks()

/** The skills of the sample packages: of the occupational standards, the sector and the suite, and the techniques. */
const SKILLS = [
  ...known.standards.flatMap(({ content }) =>
    content.standards.flatMap(({ skills }) => skills.flatMap(({ id, kind }) => (kind === 'skill' ? [id] : []))),
  ),
  ...known.catalogue.ofKind('competences').flatMap(({ content }) => content.competences.map(({ id }) => id)),
  ...known.techniques.content.techniques.map(({ code }) => `${known.techniques.id}#${code}`),
]

test('IHE-97: each sample skill has at least two references to other frameworks, each with the licence of its target', () => {
  expect(SKILLS.length).toBeGreaterThan(60)
  for (const term of SKILLS) {
    const references = referencesOf(term, known)
    const targets = new Set(references.map(({ target }) => target.id))
    expect([term, targets.size >= 2]).toEqual([term, true])
    for (const { target } of references) expect(target.licence.name).not.toBe('')
  }
})

test('IHE-97: every framework that is asked for is a target, and what was not looked up says so', () => {
  expect(alignments.targets.map(({ id }) => id).toSorted()).toEqual([
    'digcomp',
    'esco',
    'nos',
    'occupational-standards',
    'sfia',
    'uk-ssc',
  ])
  const terms = new Set(SKILLS)
  for (const { code, confidence, terms: of, target } of alignments.alignments) {
    expect([code, code.startsWith('EXAMPLE')]).toEqual([code, confidence === 'illustrative'])
    expect(of.filter((term) => !terms.has(term))).toEqual([])
    // Its texts are under a licence: only codes are here.
    if (target === 'sfia') expect(code).toMatch(/^[A-Z]{4}$/)
  }
  expect(alignments.alignments.some((one) => one.target === 'sfia' && 'name' in one)).toBe(false)
})

test('an alignment with a target that is not there is refused', () => {
  const [first, ...rest] = alignments.alignments
  const broken = { ...alignments, alignments: [...rest, { ...first, target: 'nowhere' }] }
  expect(() => loadPackage(broken)).toThrow(
    expect.objectContaining({
      code: 'package.unknownTerm',
      details: expect.objectContaining({ pointer: `/alignments/${rest.length}/target` }),
    }),
  )
})
