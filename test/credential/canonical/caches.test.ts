import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from '@jest/globals'
import { loadContexts } from '#contexts'
import type { JsonObject } from '#platform'
import { canonicalise } from '../../../credential/canonical/canonicalise.ts'
import { ContextTransitions } from '../../../credential/canonical/context-transitions.ts'
import { Expansion } from '../../../credential/canonical/expansion.ts'
import { sampleCredential } from '../sample.ts'

const ISSUER = 'did:web:college.example'

function ownContext(at: number): JsonObject {
  const terms = Object.fromEntries(Array.from({ length: 120 }, (_, term) => [`t${at}x${term}`, `urn:t:${term}`]))
  return { '@context': terms, '@id': 'urn:a', [`t${at}x1`]: 'a' }
}

test('a context is worked out once', () => {
  const transitions = new ContextTransitions(loadContexts())
  const { initial } = transitions
  new Expansion(transitions).document(sampleCredential(ISSUER))
  const [first] = initial.byContext.values()
  const steps = [first?.byType.size, first?.byTypes.size]
  new Expansion(transitions).document(sampleCredential(ISSUER))
  expect([...initial.byContext.values()]).toEqual([first])
  expect([first?.byType.size, first?.byTypes.size]).toEqual(steps)
})

test('what documents bring along is kept only up to a bound, and then all is begun anew', () => {
  const transitions = new ContextTransitions(loadContexts())
  let documents = 0
  while (!transitions.full && documents < 10_000) {
    new Expansion(transitions.begin()).document(ownContext(documents))
    documents++
  }
  expect(documents).toBeGreaterThan(10)
  expect(documents).toBeLessThan(1000)
})

/** What nothing holds any more is no memory that grows. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}

test('memory stays flat under documents that each bring a context and types of their own', async () => {
  const contexts = loadContexts()
  const heapAfter = async (first: number) => {
    for (let at = first; at < first + 250; at++) canonicalise(ownContext(at), contexts)
    collectGarbage()
    return process.memoryUsage().heapUsed
  }
  const before = await heapAfter(0)
  const after = await heapAfter(250)
  expect(after - before).toBeLessThan(50 * 1024 * 1024)
})

test('types are remembered by context only up to a bound', () => {
  const transitions = new ContextTransitions(loadContexts())
  const types = Array.from({ length: 2000 }, (_, at) => `urn:type:${at}`)
  new Expansion(transitions).document({ ...sampleCredential(ISSUER), evidence: { type: types } })
  const contextsSeen = [...transitions.initial.byContext.values()]
  expect(Math.max(...contextsSeen.map(({ typeTokens }) => typeTokens.size))).toBeLessThanOrEqual(256)
})

test('a name that joins the names of two types is none of them', () => {
  const joined = '["Achievement","Alignment"]'
  const { '@context': context = null } = sampleCredential(ISSUER)
  const contexts = loadContexts()
  canonicalise({ '@context': context, type: ['Achievement', 'Alignment'], id: 'urn:a' }, contexts)
  expect(() => canonicalise({ '@context': context, type: joined, id: 'urn:a' }, contexts)).toThrow(
    expect.objectContaining({ kind: 'notCanonical', term: joined }),
  )
})
