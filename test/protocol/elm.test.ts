import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { loadContexts } from '#contexts'
import { asArray, asText, base64url, isObject, type JsonObject, parseJsonObject, sha256Hex } from '#platform'
import { type ElmAward, isElm, readElm, writeElm } from '#protocol'
import { canonicalise } from '../../credential/canonical/canonicalise.ts'
import { bundled } from '../skills/packages.ts'

const VECTORS = join(import.meta.dirname, '..', 'vectors', 'elm')
const levels = bundled('levels', 'levels/uk-eqf')

const AWARD: ElmAward = {
  id: 'https://college.example/awards/1',
  title: 'Network engineering',
  description: 'A course of a year.',
  awardedBy: [{ id: 'did:web:college.example', name: 'Example College', country: 'GB' }],
  awardedOn: '2026-07-15',
  level: { name: 'RQF 4', reference: { framework: 'RQF', code: '4' } },
  credits: [
    { value: '60', scheme: 'ECTS' },
    { value: '120', scheme: 'CATS' },
  ],
  skills: ['Build a small network'],
  notes: ['Genuine when it was last checked, on 1 December 2026.'],
}

const written = (...awards: ElmAward[]) => writeElm({ id: 'urn:uuid:1', name: 'Ola Adeyemi', awards, levels })

/** Every object of a document with its type. */
function objectsIn(value: unknown): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn)
  if (!isObject(value)) return []
  return [...(value.type === undefined ? [] : [value]), ...Object.values(value).flatMap(objectsIn)]
}

/** What the profile for European Digital Credentials (`edc-generic-no-cv` 1.1.0) wants at the least, by type; read on 30 November 2026. */
const AT_LEAST: Record<string, string[]> = {
  Person: ['hasClaim'],
  LearningAchievement: ['title', 'awardedBy'],
  AwardingProcess: ['awardingBody'],
  Organisation: ['legalName', 'location'],
  Address: ['countryCode'],
  Qualification: ['title'],
  LearningAchievementSpecification: ['title'],
  LearningOutcome: ['title'],
  CreditPoint: ['framework', 'point'],
  Note: ['noteLiteral'],
}

describe('what goes out', () => {
  test('IHE-95 (partly): every term of it is one of the European Learning Model', () => {
    const bytes = readFileSync(join(VECTORS, 'edc-ap-context.jsonld'))
    const url = 'http://data.europa.eu/snb/model/context/edc-ap'
    const contexts = loadContexts([{ url, bytes, sha256: sha256Hex(bytes) }])
    const said = JSON.stringify(canonicalise(written(AWARD), contexts))
    for (const term of ['elm/NQFLevel', 'elm/EQFLevel', 'elm/creditReceived', 'elm/awardingBody', 'regorg#legalName']) {
      expect(said).toContain(term)
    }
    expect(() => canonicalise({ ...written(AWARD), employs: 'x' }, contexts)).toThrow()
  })

  test('IHE-70 (partly): it holds what the profile for European credentials wants at the least, and no second European level', () => {
    const document = written(AWARD)
    const missing = objectsIn(document).flatMap((one) =>
      asArray(one.type).flatMap((type) => (AT_LEAST[asText(type)] ?? []).filter((name) => one[name] === undefined)),
    )
    expect(missing).toEqual([])
    const [level] = objectsIn(document).filter(({ type }) => type === 'Qualification')
    expect(level).toMatchObject({
      nqfLevel: { id: 'http://data.europa.eu/snb/qdr/c_308a1766' },
      eqfLevel: { id: 'http://data.europa.eu/snb/eqf/5' },
    })
    expect(JSON.stringify(document)).toContain('Broad comparison of demand only')
  })

  test('makes up no country, level or issuer, and is no credential', () => {
    const document = written({
      ...AWARD,
      awardedBy: [{ id: null, name: 'Example Motors', country: null }],
      level: { name: 'Grade 5', reference: null },
    })
    const types = objectsIn(document).map(({ type }) => type)
    expect(types).not.toContain('Location')
    expect(types).not.toContain('Qualification')
    expect(JSON.stringify(document)).toContain('Level: Grade 5.')
    expect([document.issuer, document.proof, document.type]).toEqual([undefined, undefined, 'Person'])
  })
})

describe('what comes in', () => {
  test('what we wrote is read as it was', () => {
    const record = readElm(written(AWARD), levels)
    expect(record).toMatchObject({ name: 'Ola Adeyemi', issuer: null, isSealed: false, leftOut: [] })
    const [award] = record.awards
    expect(award).toEqual({
      ...AWARD,
      awardedOn: '2026-07-15T00:00:00Z',
      notes: [...AWARD.notes, `Level: RQF 4. ${levels.content.caveat}`],
    })
  })

  const sample = parseJsonObject(readFileSync(join(VECTORS, 'credential-sample.jsonld')))

  test('IHE-84 (partly): the sample of the European Commission is read, with who says so', () => {
    expect(isElm(sample)).toBe(true)
    const { name, issuer, isSealed, awards, leftOut } = readElm(sample, levels)
    expect([name, issuer, isSealed, leftOut]).toEqual(['Max Power', 'some legal name', false, []])
    expect(awards).toEqual([
      {
        id: 'http://example.org/cl1',
        title: 'some kind of learning achievement',
        description: null,
        awardedBy: [{ id: 'http://example.org/org1', name: 'some legal name of the organistion', country: 'FR' }],
        awardedOn: null,
        level: null,
        credits: [],
        skills: [],
        notes: [],
      },
    ])
  })

  test('one under a seal is read as what it says, parts are awards too, and fields that are not read are told', () => {
    const part = { type: 'LearningAchievement', title: { de: 'Teil' }, provenBy: {} }
    const whole = {
      ...sample,
      credentialSubject: { type: 'Person', hasClaim: { type: 'LearningActivity', hasPart: [part] } },
    }
    const sealed = { payload: base64url(JSON.stringify(whole)), signatures: [{ protected: '', signature: '' }] }
    expect(isElm(sealed)).toBe(true)
    const { isSealed, awards, leftOut } = readElm(sealed, levels)
    expect([isSealed, awards.map(({ title }) => title)]).toEqual([true, ['Award without a title', 'Teil']])
    expect(leftOut).toEqual([{ field: 'provenBy', count: 1 }])
  })

  test.each([
    ['an Open Badge', { type: ['VerifiableCredential', 'OpenBadgeCredential'], credentialSubject: {} }],
    ['a person without claims', { type: 'Person' }],
    ['a seal over something else', { payload: base64url('x'), signature: '' }],
  ])('%s is not taken for one', (_, document) => {
    expect(isElm(document)).toBe(false)
  })

  test('one that holds nothing is refused', () => {
    expect(() => readElm({ type: 'Person', hasClaim: [] }, levels)).toThrow('nothing in this file')
  })
})
