import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { isObject, type Json, type JsonObject, PassportError } from '#platform'
import { CanonicalError, canonicalise, canonicaliseDataset } from '../../../credential/canonical/canonicalise.ts'
import { parseNQuads } from './nquads.ts'
import { byReference } from './reference.ts'

interface SuiteCase {
  id: string
  type: 'PositiveEvaluationTest' | 'PositiveSyntaxTest' | 'NegativeEvaluationTest'
  name: string
  url: string
  document: JsonObject
  expect?: string
}

const FILE = join(import.meta.dirname, '../../vectors/json-ld-api/to-rdf.json')
const SUITE = JSON.parse(readFileSync(FILE, 'utf8')) as { documents: Record<string, JsonObject>; cases: SuiteCase[] }

const DOCUMENTS = new Map(Object.entries(SUITE.documents).map(([url, document]) => [url, absolute(document, url)]))
const CONTEXTS = {
  has: (url: string) => DOCUMENTS.has(url),
  get: (url: string) => {
    const found = DOCUMENTS.get(url)
    if (!isObject(found)) throw new PassportError('contexts.unknown', 'There is no such context in the suite.')
    return structuredClone(found)
  },
  bytes: () => new Uint8Array(),
  urls: () => [...DOCUMENTS.keys()],
}

/** Where the answer is another one, and why. Each of them is what the reference libraries answer too. */
const OTHERWISE: Record<string, string> = {
  ...fromIds('tdi01 tdi02 tdi03 tdi04 tdi05 tdi06', 'a direction is kept, in the datatype'),
  ...fromIds('tdi11 tdi12', 'compound literals are not normative'),
  ...fromIds('te111 te112 tli12', 'an IRI with characters that no IRI has is kept, escaped'),
}

/** Cases of JSON-LD 1.0, which nothing here speaks. */
const ONLY_1_0 = new Set(['te115', 'te116', 'ter24', 'ter32', 'ter42', 'ttn01'])

describe('W3C JSON-LD 1.1 API suite, to RDF', () => {
  test('is there as a whole', () => {
    expect(SUITE.cases).toHaveLength(467)
  })

  test.each(SUITE.cases.map((each) => [each.id, each.name, each] as const))('%s: %s', async (id, _name, each) => {
    const document = absolute(each.document, each.url)
    const ours = await outcomeOf(document)
    if (each.type === 'NegativeEvaluationTest') {
      expect(ours.refused === undefined).toBe(ONLY_1_0.has(id))
      return
    }
    const reference = await byReference(document as JsonObject, CONTEXTS)
    if (ours.refused !== undefined) {
      // Safe mode: what the suite has ignored, such as a word that no context defines, is refused by both.
      expect(reference).toHaveProperty('refused')
    } else if (each.type === 'PositiveEvaluationTest') {
      const expected = canonical(each.expect ?? '')
      expect(ours.form === expected).toBe(OTHERWISE[id] === undefined)
      if (OTHERWISE[id] !== undefined && id !== 'tli12') expect(ours).toEqual(reference)
    }
  })
})

async function outcomeOf(document: Json): Promise<{ form?: string; refused?: string }> {
  try {
    return { form: canonicalise(document as JsonObject, CONTEXTS) }
  } catch (error) {
    if (error instanceof CanonicalError || error instanceof PassportError) return { refused: error.message }
    throw error
  }
}

function canonical(nquads: string): string {
  return canonicaliseDataset(parseNQuads(nquads)).lines.join('')
}

/** The suite names contexts by their place beside the document; here they are looked up by their whole URL. */
function absolute(value: Json, base: string): Json {
  if (Array.isArray(value)) return value.map((item) => absolute(item, base))
  if (!isObject(value)) return value
  const entries = Object.entries(value).map(([key, inner]) => {
    const isContext = key === '@context' || key === '@import'
    if (!isContext) return [key, absolute(inner ?? null, base)]
    const contexts = (Array.isArray(inner) ? inner : [inner ?? null]).map((each) => urlOf(each, base))
    return [key, Array.isArray(inner) ? contexts : contexts[0]]
  })
  return Object.fromEntries(entries)
}

function urlOf(context: Json, base: string): Json {
  if (typeof context !== 'string') return absolute(context, base)
  return URL.canParse(context, base) ? new URL(context, base).href : context
}

function fromIds(ids: string, reason: string): Record<string, string> {
  return Object.fromEntries(ids.split(' ').map((id) => [id, reason]))
}
