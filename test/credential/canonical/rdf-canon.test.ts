import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { canonicaliseDataset } from '../../../credential/canonical/canonicalise.ts'
import { parseNQuads } from './nquads.ts'

interface SuiteCase {
  id: string
  type: 'RDFC10EvalTest' | 'RDFC10MapTest' | 'RDFC10NegativeEvalTest'
  name: string
  hashAlgorithm?: 'SHA384'
  input: string
  result?: string | Record<string, string>
}

const FILE = join(import.meta.dirname, '../../vectors/rdf-canon/rdfc10.json')
const CASES = JSON.parse(readFileSync(FILE, 'utf8')) as SuiteCase[]

describe('W3C RDF Dataset Canonicalization suite', () => {
  test('is there as a whole', () => {
    expect(CASES).toHaveLength(86)
  })

  test.each(CASES.map((each) => [each.id, each.name, each] as const))('%s: %s', (_id, _name, each) => {
    const { type, input, result, hashAlgorithm } = each
    const run = () => canonicaliseDataset(parseNQuads(input), hashAlgorithm ? { hash: 'sha384' } : {})
    if (type === 'RDFC10NegativeEvalTest') {
      expect(run).toThrow(expect.objectContaining({ name: 'CanonicalError', kind: 'tooComplex' }))
    } else if (type === 'RDFC10MapTest') {
      const labels = [...run().labels].map(([from, to]) => [from.slice(2), to.slice(2)])
      expect(Object.fromEntries(labels)).toEqual(result)
    } else {
      expect(run().lines.join('')).toBe(result)
    }
  })
})
