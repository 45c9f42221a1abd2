import { describe, expect, test } from '@jest/globals'
import { receiveJson, sign, verify } from '#credential'
import { asText, isObject, type Json, type JsonObject, PassportError, parseJsonObject } from '#platform'
import { makeSigner } from './keys.ts'
import { sampleCredential } from './sample.ts'
import { contexts, makeWorld, NOW } from './world.ts'

const issuer = makeSigner()
const how = { suite: 'eddsa-rdfc-2022', signer: issuer.signer, now: NOW, contexts } as const

/** Every text and number in a document, by path. */
function leaves(value: Json | undefined, path: (string | number)[] = []): (string | number)[][] {
  if (Array.isArray(value)) return value.flatMap((item, index) => leaves(item, [...path, index]))
  if (isObject(value)) return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]))
  return [path]
}

function change(document: JsonObject, path: (string | number)[], to: (value: Json) => Json): JsonObject {
  const copy = structuredClone(document)
  const last = path.at(-1) as string
  const parent = path.slice(0, -1).reduce<Json>((value, key) => (value as JsonObject)[key] as Json, copy) as JsonObject
  parent[last] = to(parent[last] as Json)
  return copy
}

/** Another character of the same kind, so that what changes is the content and not the form. */
function nextChar(char: string): string {
  if (/[0-8a-yA-Y]/.test(char)) return String.fromCharCode(char.charCodeAt(0) + 1)
  if (char === '9') return '0'
  if (char === 'z') return 'a'
  if (char === 'Z') return 'A'
  return char === '-' ? '_' : '-'
}

describe('a changed credential', () => {
  test('is never accepted, whichever character of whichever value was changed', async () => {
    const credential = await sign(sampleCredential(issuer.did), how)
    const world = makeWorld()
    const seen = new Map<string, number>()
    for (const path of leaves(credential)) {
      const value = path.reduce<Json>((inner, key) => (inner as JsonObject)[key] as Json, credential)
      const text = typeof value === 'string' ? value : JSON.stringify(value)
      // The first, a middle and the last character of each value; every character of the short ones.
      const places = text.length <= 12 ? Array.from(text, (_, index) => index) : [0, text.length >> 1, text.length - 1]
      for (const at of places) {
        const changed = change(credential, path, () =>
          typeof value === 'string' ? text.slice(0, at) + nextChar(text[at] as string) + text.slice(at + 1) : !value,
        )
        const report = await verify(receiveJson(changed), world)
        const proof = report.checks.find(({ check }) => check === 'proof')?.code ?? ''
        expect([path.join('.'), report.verdict]).not.toEqual([path.join('.'), 'accepted'])
        seen.set(proof, (seen.get(proof) ?? 0) + 1)
        const canonical = report.checks.every(
          ({ code }) =>
            !/^(?:contexts\.|proof\.(?:unsupported|notCanonical|notRun|malformed))/.test(code) ||
            code === 'contexts.ok',
        )
        if (canonical) expect([path.join('.'), proof]).toEqual([path.join('.'), 'proof.invalid'])
      }
    }
    expect(seen.get('proof.invalid')).toBeGreaterThan(80)
  }, 120_000)

  test('is not accepted when a part is taken out of it or put into it', async () => {
    const credential = await sign(sampleCredential(issuer.did), how)
    for (const key of Object.keys(credential)) {
      const { [key]: _, ...rest } = credential
      expect([key, (await verify(receiveJson(rest), makeWorld())).verdict]).not.toEqual([key, 'accepted'])
    }
    const more = { ...credential, description: 'with distinction' }
    expect((await verify(receiveJson(more), makeWorld())).checks).toContainEqual(
      expect.objectContaining({ check: 'proof', code: 'proof.invalid' }),
    )
  })
})

describe('a changed VC-JWT', () => {
  test('is never accepted, whichever character was changed', async () => {
    const envelope = await sign(sampleCredential(issuer.did), { ...how, suite: 'vc-jwt' })
    const id = asText(envelope.id)
    const start = id.indexOf(',') + 1
    const step = 7
    const places = Array.from({ length: Math.floor((id.length - start) / step) }, (_, index) => start + index * step)
    for (const at of [...places, id.length - 1]) {
      const changed = id.slice(0, at) + nextChar(id[at] as string) + id.slice(at + 1)
      let verdict: string
      try {
        verdict = (await verify(receiveJson({ ...envelope, id: changed }), makeWorld())).verdict
      } catch (error) {
        if (!(error instanceof PassportError)) throw error
        verdict = error.code
      }
      expect([at, verdict]).not.toEqual([at, 'accepted'])
    }
  })
})

test('a signed document survives being written and read', async () => {
  const credential = await sign(sampleCredential(issuer.did), how)
  const again = parseJsonObject(JSON.stringify(credential, null, 2))
  expect((await verify(receiveJson(again), makeWorld())).verdict).toBe('accepted')
})
