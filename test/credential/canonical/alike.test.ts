import { expect, test } from '@jest/globals'
import { loadContexts } from '#contexts'
import { isObject, type Json, type JsonObject } from '#platform'
import { AlikeDocuments, CanonicalError, canonicalise } from '../../../credential/canonical/canonicalise.ts'
import { Template } from '../../../credential/canonical/template.ts'
import { Chance } from './chance.ts'
import { documentOf } from './compare.ts'

const contexts = loadContexts()
const DOCUMENTS = 100

/** An award of one achievement, of which five texts vary. */
function award(
  id: string,
  { subject = 'did:key:z6Mk1', date = '2026-06-01', name = 'Ada', grade = '68' } = {},
): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: 'did:web:college.example', type: ['Profile'], name: 'College' },
    validFrom: `${date}T00:00:00Z`,
    credentialSubject: {
      id: subject,
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', hashed: false, identityHash: name, identityType: 'name' }],
      result: [{ type: ['Result'], resultDescription: 'https://college.example/m#grade', value: grade }],
      achievement: {
        id: 'https://college.example/m',
        type: ['Achievement'],
        name: 'Networks',
        description: 'A module.',
        criteria: { narrative: 'Pass.' },
        alignment: ['A', 'B', 'C'].map((code) => ({
          type: ['Alignment'],
          targetName: code,
          targetUrl: `https://college.example/skills/${code}`,
        })),
      },
    },
  }
}

test('awards that are alike get the form that each gets by itself, byte for byte', () => {
  const alike = new AlikeDocuments(contexts)
  for (let at = 0; at < 50; at++) {
    const one = award(`urn:uuid:${at}`, {
      subject: `did:key:z6Mk${at * 7}`,
      date: `2026-06-${10 + (at % 20)}`,
      name: at % 9 === 0 ? `A "B"\n\\${at}` : `Person ${at}é`,
      grade: String(at % 5),
    })
    expect(alike.canonicalise(one)).toBe(canonicalise(one, contexts))
  }
})

test('a template vouches for ordinary awards, and for none whose form depends on more', () => {
  const sample = award('urn:uuid:0')
  // By how many texts stand before them: the id, the subject and the name.
  const [id, subject, name] = [2, 9, 12]
  const template = new Template(sample, new Set([id, subject, name]), contexts)
  const filled = (texts: [number, string][]) => template.fill(new Map(texts))
  expect(filled([])).toBe(canonicalise(sample, contexts))
  expect(filled([[id, 'urn:uuid:9']])).toBe(canonicalise(award('urn:uuid:9'), contexts))
  const other = award('urn:uuid:9', { subject: 'did:key:z6Mk2', name: 'Bo' })
  expect(
    filled([
      [id, 'urn:uuid:9'],
      [subject, 'did:key:z6Mk2'],
      [name, 'Bo'],
    ]),
  ).toBe(canonicalise(other, contexts))
  expect(filled([[id, 'https://college.example/m']])).toBeUndefined()
  expect(filled([[subject, '_:b0']])).toBeUndefined()
  expect(filled([[subject, 'not absolute']])).toBeUndefined()
  expect(filled([[name, 'Ada 🎓']])).toBeUndefined()
  expect(filled([])).toBe(canonicalise(sample, contexts))
})

test('one that no template can be of keeps the others from none', () => {
  const filling = Object.getOwnPropertyDescriptor(Template.prototype, 'fill') ?? {}
  let filled = 0
  Object.defineProperty(Template.prototype, 'fill', {
    ...filling,
    value(this: Template, ...words: unknown[]): unknown {
      filled++
      return Reflect.apply(filling.value, this, words)
    },
  })
  try {
    const alike = new AlikeDocuments(contexts)
    for (const [at, name] of ['A', 'B', 'C \u{1F600}', 'D', 'E'].entries()) {
      const one = award(`urn:uuid:${at}`, { name })
      expect(alike.canonicalise(one)).toBe(canonicalise(one, contexts))
    }
    filled = 0
    alike.canonicalise(award('urn:uuid:9', { name: 'F' }))
    expect(filled).toBe(1)
  } finally {
    Object.defineProperty(Template.prototype, 'fill', filling)
  }
})

test('the subject may be who awards, as if no award had been alike before', () => {
  const alike = new AlikeDocuments(contexts)
  for (const subject of ['did:web:a.example', 'did:web:b.example', 'did:web:college.example', 'did:web:c.example']) {
    const one = award('urn:uuid:1', { subject })
    expect(alike.canonicalise(one)).toBe(canonicalise(one, contexts))
  }
})

test('what is kept of the first document is a copy, which nobody can change', () => {
  const alike = new AlikeDocuments(contexts)
  const first = award('urn:uuid:1')
  alike.canonicalise(first)
  first.name = 'changed'
  expect(alike.canonicalise(first)).toBe(canonicalise(first, contexts))
  expect(alike.canonicalise(award('urn:uuid:2'))).toBe(canonicalise(award('urn:uuid:2'), contexts))
})

test('documents of all kinds with any of their texts exchanged have the form or the fault that they have by themselves', () => {
  const counts = { forms: 0, faults: 0 }
  for (let seed = 1; seed <= DOCUMENTS; seed++) {
    const chance = new Chance(seed)
    const alike = new AlikeDocuments(contexts)
    const document = documentOf(seed)
    const few = [chance.below(1_000), chance.below(1_000), chance.below(1_000)]
    for (let turn = 0; turn < 8; turn++) {
      const changed = turn === 0 ? document : exchanged(document, few, chance)
      const here = outcomeOf(() => alike.canonicalise(changed))
      expect(here).toEqual(outcomeOf(() => canonicalise(changed, contexts)))
      counts['form' in here ? 'forms' : 'faults']++
    }
  }
  expect(counts.forms).toBeGreaterThan(DOCUMENTS * 2)
  expect(counts.faults).toBeGreaterThan(DOCUMENTS / 2)
})

function outcomeOf(act: () => string): { form: string } | { fault: string } {
  try {
    return { form: act() }
  } catch (error) {
    if (error instanceof CanonicalError) return { fault: error.kind }
    return { fault: String(error) }
  }
}

const TEXTS = [
  '',
  'x',
  'a "b"\n\\',
  '🎓',
  'ﾡ',
  'did:key:zOther',
  'https://other.example/a',
  '_:b0',
  'id',
  'Profile',
  '@id',
]

/** A copy in which one to three of a few texts are others, some of them texts that stand elsewhere in it. */
function exchanged(document: JsonObject, few: readonly number[], chance: Chance): JsonObject {
  const copy = structuredClone(document)
  const places: { value: string; set: (text: string) => void }[] = []
  const look = (value: Json | undefined): void => {
    if (Array.isArray(value)) {
      for (const [at, item] of value.entries()) {
        if (typeof item === 'string')
          places.push({
            value: item,
            set: (text) => {
              value[at] = text
            },
          })
        else look(item)
      }
    } else if (isObject(value)) {
      for (const [key, item] of Object.entries(value)) {
        if (typeof item === 'string')
          places.push({
            value: item,
            set: (text) => {
              value[key] = text
            },
          })
        else if (key !== '@context') look(item)
      }
    }
  }
  look(copy)
  if (places.length === 0) return copy
  for (let times = chance.below(3); times >= 0; times--) {
    const { value, set } = places[chance.pick(few) % places.length] ?? chance.pick(places)
    set(
      chance.below(3) === 0
        ? chance.pick(places).value
        : chance.below(2) === 0
          ? `${value}${times}`
          : chance.pick(TEXTS),
    )
  }
  return copy
}
