import { describe, expect, test } from '@jest/globals'
import {
  derive,
  partsToChoose,
  receiveJson,
  type SecuringSuite,
  sharedCopy,
  sign,
  signForAll,
  summarise,
  verify,
} from '#credential'
import { asText, base64url, base64urlDecode, isObject, type Json, type JsonObject } from '#platform'
import { toRdf } from '../../credential/canonical/canonicalise.ts'
import { kindsOf, pointersOfKinds } from '../../credential/part-kinds.ts'
import { ecdsaSdScheme } from '../../credential/proof/ecdsa-sd-2023.ts'
import { createLabelMapFunction } from '../../credential/proof/selective/label-maps.ts'
import { readProofValue, writeLabelMap, writeProofValue } from '../../credential/proof/selective/proof-value.ts'
import type { DerivedProof } from '../../credential/proof/selective/selective-suite.ts'
import { labelReplacementCanonicalizeJsonLd, type Transformed } from '../../credential/proof/selective/transform.ts'
import { findSuite } from '../../credential/proof/suites.ts'
import { expectQuick } from '../time.ts'
import { makeSignerFor } from './keys.ts'
import { sampleCredential } from './sample.ts'
import { contexts, makeWorld, NOW } from './world.ts'

const ACHIEVEMENT = '/credentialSubject/achievement'

/** A badge with grades in an order, which neither reference library can divide. */
function badge(issuer: string): JsonObject {
  const credential = sampleCredential(issuer, {
    evidence: [{ id: 'https://college.example/evidence/1', type: ['Evidence'], name: 'Portfolio' }],
  }) as JsonObject & { credentialSubject: { achievement: JsonObject } & JsonObject }
  const grade = { type: ['ResultDescription'], name: 'Grade', resultType: 'LetterGrade' }
  credential.credentialSubject.achievement.resultDescription = [
    { ...grade, id: 'urn:uuid:00000000-0000-4000-8000-000000000001', allowedValue: ['Distinction', 'Merit', 'Pass'] },
    { ...grade, id: 'urn:uuid:00000000-0000-4000-8000-000000000002', allowedValue: ['Distinction', 'Merit', 'Pass'] },
  ]
  credential.credentialSubject.result = [
    { type: ['Result'], value: 'Merit', resultDescription: 'urn:uuid:00000000-0000-4000-8000-000000000001' },
  ]
  return credential
}

const INVALID = /^proof\.(?:invalid|notCanonical)$/

const verdictOf = async (credential: JsonObject) => (await verify(receiveJson(credential), makeWorld())).verdict
const proofCodeOf = async (credential: JsonObject, asHolder = false) => {
  const { checks } = await verify(receiveJson(credential), makeWorld({}, { asHolder }))
  return checks.find(({ check }) => check === 'proof')?.code
}

const once = new Map<SecuringSuite, ReturnType<typeof award>>()

/** The same badge for every test that changes nothing in it: a BBS signature takes its time. */
function awarded(suite: SecuringSuite): ReturnType<typeof award> {
  const made = once.get(suite) ?? award(suite)
  once.set(suite, made)
  return made
}

async function award(suite: SecuringSuite, mandatoryPointers?: readonly string[]) {
  const { did, signer } = await makeSignerFor(suite === 'bbs-2023' ? 'BBS' : 'ES256')
  const how = { suite, signer, now: NOW, contexts, ...(mandatoryPointers ? { mandatoryPointers } : {}) }
  return { did, how, credential: await sign(badge(did), how) }
}

describe.each(['ecdsa-sd-2023', 'bbs-2023'] as const)('a badge secured with %s', (suite) => {
  test("is its holder's own copy: good for them, and not to be judged by others", async () => {
    const { credential } = await awarded(suite)
    expect(await proofCodeOf(credential, true)).toBe('proof.ok')
    expect(await proofCodeOf(credential)).toBe('proof.base')
    expect(await proofCodeOf({ ...credential, name: 'Other' })).toBe('proof.invalid')
    expect(await proofCodeOf({ ...credential, name: 'Other' }, true)).toBe('proof.invalid')
    const { evidence: _, ...without } = credential
    expect(await proofCodeOf(without, true)).toBe('proof.invalid')
  }, 60_000)

  test('shows the parts that are named, what is mandatory, and nothing else', async () => {
    const { credential } = await awarded(suite)
    const part = await derive(credential, [`${ACHIEVEMENT}/resultDescription/1`], contexts)
    expect(await verdictOf(part)).toBe('accepted')
    expect(summarise(receiveJson(part)).mayLackParts).toBe(true)
    expect(summarise(receiveJson(credential)).mayLackParts).toBe(false)
    const subject = part.credentialSubject as JsonObject & { achievement: JsonObject }
    expect(new Set(Object.keys(part))).toEqual(
      new Set(['@context', 'credentialSubject', 'id', 'issuer', 'name', 'proof', 'type', 'validFrom']),
    )
    expect(new Set(Object.keys(subject))).toEqual(new Set(['achievement', 'currentUntil', 'type']))
    expect(subject.achievement.resultDescription).toEqual([
      (badge('') as { credentialSubject: { achievement: { resultDescription: Json[] } } }).credentialSubject.achievement
        .resultDescription[1],
    ])
    const { proof: _, ...shown } = part
    expect(JSON.stringify(shown)).not.toMatch(/Ola|Merit","id|evidence|Portfolio|identifier/)
  }, 60_000)

  test('shows everything, in its order, where everything is named', async () => {
    const { credential } = await awarded(suite)
    const all = await derive(credential, [''], contexts)
    expect(JSON.stringify({ ...all, proof: null })).toBe(JSON.stringify({ ...credential, proof: null }))
    expect(await verdictOf(all)).toBe('accepted')
  }, 60_000)

  test('is not accepted with a mandatory part left out, a part added or a value changed', async () => {
    const { credential } = await awarded(suite)
    const part = await derive(credential, ['/evidence', '/credentialSubject/identifier'], contexts)
    const { validFrom: _, ...without } = part
    const subject = part.credentialSubject as JsonObject
    const { currentUntil: __, ...notLapsing } = subject
    const changes: JsonObject[] = [
      { ...part, validFrom: '2020-01-01T00:00:00Z' },
      { ...part, awardedDate: credential.awardedDate },
      { ...part, credentialSubject: notLapsing },
      { ...part, credentialSubject: { ...subject, currentUntil: '2099-01-01' } },
      { ...part, evidence: [] },
      { ...part, credentialSubject: [subject, { ...subject, achievement: undefined }] as Json },
    ]
    for (const changed of [...changes, without]) expect(await proofCodeOf(changed)).toMatch(INVALID)
    // Twice the same is once the same to a signature over statements; its form gives it away.
    const twice = { ...part, evidence: [...(part.evidence as Json[]), ...(part.evidence as Json[])] }
    expect(await verdictOf(twice)).toBe('rejected')
  }, 60_000)

  test('has no part at a pointer that leads nowhere, or into what has none', async () => {
    const { credential } = await awarded(suite)
    for (const pointer of ['/nothing', '/evidence/1', '/evidence/-', 'evidence', '/a~2', '/type/toString']) {
      await expect(derive(credential, [pointer], contexts)).rejects.toMatchObject({ code: 'pointer.unknown' })
    }
    const cut = `${ACHIEVEMENT}/resultDescription/0/allowedValue/1`
    await expect(derive(credential, [cut], contexts)).rejects.toMatchObject({ code: 'pointer.unknown' })
    await expect(derive(credential, Array(101).fill('/name'), contexts)).rejects.toMatchObject({
      code: 'pointer.unknown',
    })
  }, 60_000)

  test('cannot be divided once it was', async () => {
    const { credential } = await awarded(suite)
    const part = await derive(credential, [], contexts)
    await expect(derive(part, ['/name'], contexts)).rejects.toMatchObject({ code: 'proof.unsupported' })
    expect(partsToChoose(receiveJson(part))).toEqual([])
  }, 60_000)

  test('keeps what its issuer says is mandatory, widened to what can be signed by itself', async () => {
    const { credential } = await award(suite, ['/issuer', `${ACHIEVEMENT}/resultDescription/0/allowedValue/1`])
    const part = await derive(credential, ['/evidence'], contexts)
    expect(await proofCodeOf(part)).toBe('proof.ok')
    const { achievement } = part.credentialSubject as { achievement: { resultDescription: JsonObject[] } }
    expect(achievement.resultDescription).toHaveLength(1)
    expect(achievement.resultDescription[0]?.allowedValue).toEqual(['Distinction', 'Merit', 'Pass'])
    await expect(award(suite, ['/nothing'])).rejects.toMatchObject({ code: 'pointer.unknown' })
  }, 60_000)

  test('is shared without the kinds of parts that its holder names', async () => {
    const received = receiveJson((await awarded(suite)).credential)
    const parts = partsToChoose(received)
    expect(kindsOf(parts)).toEqual([
      'Recipient',
      'Skill',
      'Level',
      'AssessmentMethod',
      'AwardingBody',
      'DateAchieved',
      'Result',
      'Evidence',
      'Credit',
      'Assurance',
      'Other',
    ])
    const copy = await sharedCopy(received, pointersOfKinds(parts, ['Recipient', 'Result', 'Level']), contexts)
    expect(await verdictOf(copy)).toBe('accepted')
    // Of what it says: three letters in a row come up by chance in thousands of base64url characters of a proof.
    const { proof: _, ...shown } = copy
    expect(JSON.stringify(shown)).not.toMatch(/Ola|Merit|Distinction|RQF/)
    expect(JSON.stringify(copy)).toMatch(/Secure a small network.*Portfolio|Portfolio.*Secure a small network/)
    await expect(sharedCopy(received, ['/validFrom'], contexts)).rejects.toMatchObject({ code: 'pointer.unknown' })
  }, 60_000)

  test('is what an issuer serves to everyone as a whole', async () => {
    const { how, did } = await awarded(suite)
    const list = await signForAll(badge(did), how)
    expect(await verdictOf(list)).toBe('accepted')
    expect(await verdictOf({ ...list, name: 'Other' })).toBe('rejected')
  }, 60_000)
})

describe('what goes with a part', () => {
  test('one thing cannot be shown as two under one label', async () => {
    const { credential } = await awarded('ecdsa-sd-2023')
    const { proof, ...part } = await derive(credential, [`${ACHIEVEMENT}/alignment/1`], contexts)
    const { labelMap, mandatoryIndexes } = ecdsaSdScheme.read(asText((proof as JsonObject).proofValue)) as DerivedProof
    const [baseSignature, key, signatures] = readProofValue(asText((proof as JsonObject).proofValue))?.components ?? []
    const shown = labelReplacementCanonicalizeJsonLd(part, contexts, createLabelMapFunction(labelMap)) as Transformed
    const mandatory = shown.lines.filter((_, index) => mandatoryIndexes.includes(index))
    const signed = shown.lines.filter((line) => !mandatory.includes(line))
    const signatureOf = new Map(signed.map((line, index) => [line, (signatures as Uint8Array[])[index]]))

    // The same statements, of two alignments in place of one: the skill of one, and the address of another.
    const [alignment = {}] = alignmentsOf(part)
    const { targetName, targetUrl, ...rest } = alignment
    const forged = structuredClone(part)
    alignmentsOf(forged).splice(0, 1, { ...rest, targetName } as JsonObject, { ...rest, targetUrl } as JsonObject)
    const canonical = new Map<string, string>()
    const claimed = labelReplacementCanonicalizeJsonLd(forged, contexts, (ids) => {
      const { nodes } = toRdf(forged, contexts)
      const labelAt = (document: JsonObject, found: ReadonlyMap<object, string>) =>
        blankNodesOf(document).map((node) => found.get(node)?.slice(2) ?? '')
      const [ours, theirs] = [labelAt(forged, nodes), labelAt(part, shown.nodes)]
      const labels = new Map(
        ours.map((label, index) => [label, shown.labels.get(theirs[index] ?? theirs.at(-1) ?? '') ?? '']),
      )
      for (const [input, id] of ids) canonical.set(id, labels.get(input) ?? '')
      return labels
    }) as Transformed
    const once = new Set(mandatory)
    const places = claimed.lines.flatMap((line, index) => (once.delete(line) ? [index] : []))
    const forgedSignatures = claimed.lines.flatMap((line, index) =>
      places.includes(index) ? [] : [signatureOf.get(line)],
    )
    expect(forgedSignatures).not.toContain(undefined)
    const compressed = writeLabelMap(canonical, (label) => base64urlDecode(label.slice(1)))
    const components = [baseSignature, key, forgedSignatures, compressed, places]
    const forgedProof = { ...(proof as JsonObject), proofValue: writeProofValue({ form: 1, components }) }
    expect(await proofCodeOf({ ...part, proof: proof as JsonObject })).toBe('proof.ok')
    expect(await proofCodeOf({ ...forged, proof: forgedProof })).toBe('proof.invalid')
  })

  test('two shows of a credential have no signature in common with BBS, and do with ECDSA', async () => {
    for (const [suite, common] of [
      ['bbs-2023', false],
      ['ecdsa-sd-2023', true],
    ] as const) {
      const { credential } = await awarded(suite)
      const shows = await Promise.all([1, 2].map(() => derive(credential, ['/evidence'], contexts)))
      const [one, other] = shows.map(
        ({ proof }) => readProofValue(asText((proof as JsonObject).proofValue))?.components,
      )
      expect(base64url(one?.[0] as Uint8Array) === base64url(other?.[0] as Uint8Array)).toBe(common)
    }
  }, 60_000)
})

describe('a proof value from anyone', () => {
  /** A part with its proof value otherwise. */
  const withValue = (part: JsonObject, proofValue: string) => ({
    ...part,
    proof: { ...(part.proof as JsonObject), proofValue },
  })

  test.each(['ecdsa-sd-2023', 'bbs-2023'] as const)('of %s that is malformed is said to be that', async (suite) => {
    const { credential } = await awarded(suite)
    const part = await derive(credential, ['/evidence'], contexts)
    const form = suite === 'bbs-2023' ? 3 : 1
    const read = readProofValue(asText((part.proof as JsonObject).proofValue))
    const components = [...(read?.components ?? [])]
    const changed = (at: number, to: unknown) =>
      writeProofValue({ form, components: components.map((one, index) => (index === at ? to : one)) })
    const mandatoryAt = suite === 'bbs-2023' ? 2 : 4
    const mandatory = components[mandatoryAt] as number[]
    const deep = `u${base64url(Uint8Array.of(0xd9, 0x5d, form, ...Array<number>(100_000).fill(0x81)))}`
    const tags = `u${base64url(
      Uint8Array.of(
        0xd9,
        0x5d,
        form,
        ...Array<number>(50_000)
          .fill(0xd8)
          .flatMap((one) => [one, 64]),
      ),
    )}`
    const values = [
      '',
      'u',
      'u!',
      'uAAAA',
      'zAAAA',
      asText((part.proof as JsonObject).proofValue).slice(0, -4),
      `${asText((part.proof as JsonObject).proofValue)}AAAA`,
      deep,
      tags,
      changed(0, new Uint8Array(3)),
      changed(0, 'text'),
      changed(mandatoryAt, [...mandatory].reverse()),
      changed(mandatoryAt, [0, 0]),
      changed(mandatoryAt, [-1]),
      changed(mandatoryAt, [1.5]),
      changed(mandatoryAt, [1e9]),
      changed(mandatoryAt, Array(5_000).fill(0)),
      changed(mandatoryAt, 'all'),
      changed(suite === 'bbs-2023' ? 1 : 3, [1]),
      changed(suite === 'bbs-2023' ? 1 : 3, new Map([[-1, new Uint8Array(32)]])),
      writeProofValue({ form, components: components.slice(1) }),
      writeProofValue({ form, components: [...components, 1] }),
      writeProofValue({ form: 0x1f, components }),
    ]
    for (const value of values) {
      // Longer than we read is not damaged for that.
      const code = value.length > (findSuite(suite)?.maxProofValue ?? 0) ? 'proof.tooComplex' : 'proof.malformed'
      const start = value.slice(0, 40)
      await expectQuick(2_000, async () => {
        expect([start, await proofCodeOf(withValue(part, value))]).toEqual([start, code])
      })
    }
    const beyond = changed(mandatoryAt, [...mandatory.slice(0, -1), 3_000])
    expect(await proofCodeOf(withValue(part, beyond))).toBe('proof.invalid')
  }, 60_000)

  test('of any bytes throws nothing and takes no time', async () => {
    const { credential } = await awarded('ecdsa-sd-2023')
    const part = await derive(credential, ['/evidence'], contexts)
    const bytes = base64urlDecode(asText((part.proof as JsonObject).proofValue).slice(1))
    let seed = 1
    const random = (below: number) => {
      seed = (seed * 48_271) % 0x7fffffff
      return seed % below
    }
    const found = new Set<string | undefined>()
    for (let round = 0; round < 400; round++) {
      const changed = Uint8Array.from(bytes)
      for (let change = 0; change <= random(3); change++) changed[random(changed.length)] = random(256)
      if (Buffer.compare(changed, bytes) === 0) continue
      const cut = round % 5 === 0 ? changed.subarray(0, random(changed.length)) : changed
      found.add(await proofCodeOf(withValue(part, `u${base64url(cut)}`)))
      found.add(await proofCodeOf(withValue(credential, `u${base64url(cut)}`), true))
    }
    expect(found).toEqual(new Set(['proof.invalid', 'proof.malformed']))
  }, 60_000)

  test('a document that says too much for BBS is not signed, and not judged', async () => {
    const { did, how } = await awarded('bbs-2023')
    const evidence = Array.from({ length: 130 }, (_, index) => ({
      id: `https://college.example/evidence/${index}`,
      type: ['Evidence'],
      name: `Evidence ${index}`,
    }))
    await expect(sign({ ...badge(did), evidence }, how)).rejects.toMatchObject({ code: 'shape.invalid' })
  }, 60_000)

  test('a proof in a chain is not divided', async () => {
    const { credential } = await awarded('ecdsa-sd-2023')
    const proof = { ...(credential.proof as JsonObject), previousProof: 'urn:uuid:1' }
    await expect(derive({ ...credential, proof }, ['/name'], contexts)).rejects.toMatchObject({
      code: 'proof.unsupported',
    })
    expect(isObject(credential.proof)).toBe(true)
  })
})

function achievementOf({ credentialSubject }: JsonObject): JsonObject {
  return (credentialSubject as { achievement: JsonObject }).achievement
}

function alignmentsOf(credential: JsonObject): JsonObject[] {
  return achievementOf(credential).alignment as JsonObject[]
}

/** What of a part has no id, the alignments last. */
function blankNodesOf(credential: JsonObject): JsonObject[] {
  const { criteria } = achievementOf(credential) as { criteria: JsonObject }
  return [credential.credentialSubject as JsonObject, criteria, ...alignmentsOf(credential)]
}
