import { beforeAll, expect, test } from '@jest/globals'
import {
  commitmentOf,
  derive,
  issueLogService,
  issuerDidDocument,
  type LogKey,
  leafHash,
  presentationOf,
  receiveJson,
  type SecuringSuite,
  sign,
  signCheckpoint,
  verifyPresentation,
  writeLogEvidence,
} from '#credential'
import type { JsonObject } from '#platform'
import { randomToken } from '#platform'
import { type MadeSigner, makeSigner } from '../keys.ts'
import { sampleCredential } from '../sample.ts'
import { contexts, makeWorld, NOW } from '../world.ts'
import { headOf } from './leaves.ts'

const DID = 'did:web:college.example'
const DOCUMENT = 'https://college.example/.well-known/did.json'
const LOG = 'https://college.example/log'
const BEFORE = new Date('2026-06-30T00:00:00Z')
const STOLEN = '2026-07-31T00:00:00Z'
const AFTER = new Date('2026-08-31T00:00:00Z')

let college: MadeSigner
let log: MadeSigner

beforeAll(() => {
  college = makeSigner()
  log = makeSigner()
})

async function issued(suite: SecuringSuite = 'eddsa-rdfc-2022', by: MadeSigner = college): Promise<JsonObject> {
  const signer = { ...by.signer, id: `${DID}#key-1` }
  const credential = sampleCredential(DID, { validFrom: '2026-01-31T00:00:00Z' })
  return sign(credential, { suite, signer, now: new Date('2026-05-31T00:00:00Z'), contexts })
}

async function evidenceFor(credential: JsonObject, at: Date, changes: JsonObject = {}): Promise<JsonObject> {
  const salt = randomToken()
  const head = headOf([leafHash(commitmentOf(receiveJson(credential), salt))])
  const checkpoint = await signCheckpoint({ origin: 'college.example/log', ...head, at }, log.publicKey, log.signer)
  return { ...writeLogEvidence({ log: LOG, index: 0, salt, checkpoint, path: [] }), ...changes }
}

/** What is said of proof, issuer and log where the college's document is as it is told. */
async function said(
  shown: readonly [JsonObject, JsonObject | null][],
  { end = {}, key = { log: LOG, publicKey: log.publicKey }, signer = college }: Told = {},
) {
  const document = issuerDidDocument(DID, [{ id: `${DID}#key-1`, publicKey: signer.publicKey }])
  const [method] = document.verificationMethod as JsonObject[]
  const service = key === null ? [] : [issueLogService(DID, key)]
  const documents = { [DOCUMENT]: { ...document, verificationMethod: [{ ...method, ...end }], service } }
  const presentation = presentationOf(
    shown.map(([credential]) => credential),
    shown.map(([, evidence]) => evidence),
  )
  const { reports } = await verifyPresentation(presentation, makeWorld(documents))
  return reports.map(({ checks, verdict }) => [
    verdict,
    ...checks.flatMap(({ code }) => (/^(?:log|issuer)\./.test(code) ? [code] : [])),
  ])
}

interface Told {
  end?: JsonObject
  key?: LogKey | null
  signer?: MadeSigner
}

test('a presentation carries the evidence of each credential, by its place', async () => {
  const [one, two, three] = [await issued(), await issued('vc-jwt'), await issued('eddsa-jcs-2022')]
  const shown = [
    [one, await evidenceFor(one, BEFORE)],
    [two, null],
    [three, await evidenceFor(three, BEFORE)],
  ] satisfies [JsonObject, JsonObject | null][]
  expect(presentationOf([one], [null])).toEqual(presentationOf([one]))
  expect(await said(shown)).toEqual([
    ['accepted', 'issuer.ok', 'log.included'],
    ['accepted', 'issuer.ok'],
    ['accepted', 'issuer.ok', 'log.included'],
  ])
})

const stolen = { end: { revoked: STOLEN } }

test('after a key was stolen, only what its log had before is good', async () => {
  const credential = await issued()
  const before = await evidenceFor(credential, BEFORE)
  expect(await said([[credential, before]], stolen)).toEqual([['accepted', 'issuer.ok', 'log.witnessed']])
  const after = await evidenceFor(credential, AFTER)
  expect(await said([[credential, after]], stolen)).toEqual([['rejected', 'log.notWitnessed', 'log.included']])
  expect(await said([[credential, null]], stolen)).toEqual([['rejected', 'log.notWitnessed']])
})

test('a thief of the key cannot put what is forged into the past, with no evidence of another credential', async () => {
  const genuine = await issued()
  const evidence = await evidenceFor(genuine, BEFORE)
  const signer = { ...college.signer, id: `${DID}#key-1` }
  const forged = await sign(sampleCredential(DID, { name: 'Forged', validFrom: '2026-01-31T00:00:00Z' }), {
    suite: 'eddsa-rdfc-2022',
    signer,
    now: new Date('2026-05-31T00:00:00Z'),
    contexts,
  })
  expect(await said([[forged, evidence]], stolen)).toEqual([['rejected', 'log.notWitnessed', 'log.invalid']])
  // Nor with a log of their own: its key is not the one that the college names.
  const own = { log: LOG, publicKey: makeSigner().publicKey }
  const forgedEvidence = await evidenceFor(forged, BEFORE)
  expect(await said([[forged, forgedEvidence]], { ...stolen, key: own })).toEqual([
    ['rejected', 'log.notWitnessed', 'log.invalid'],
  ])
})

test('evidence decides nothing where no key was stolen, and what it shows is said', async () => {
  const credential = await issued()
  const good = await evidenceFor(credential, BEFORE)
  const saying = async (evidence: JsonObject, told: Told = {}) => (await said([[credential, evidence]], told))[0]
  expect(await saying({ ...good, index: 1 })).toEqual(['accepted', 'issuer.ok', 'log.invalid'])
  expect(await saying({ nothing: 1 })).toEqual(['accepted', 'issuer.ok', 'log.invalid'])
  expect(await saying(await evidenceFor(credential, new Date(NOW.getTime() + 600_000)))).toContain('log.invalid')
  expect(await saying(good, { key: null })).toEqual(['accepted', 'issuer.ok', 'log.keyUnknown'])
})

test('a copy with parts left out is not called missing from the log', async () => {
  const signer = makeSigner('ES256')
  const whole = await issued('ecdsa-sd-2023', signer)
  const copy = await derive(whole, ['/credentialSubject/achievement/name'], contexts)
  const evidence = await evidenceFor(whole, BEFORE)
  expect(await said([[copy, evidence]], { signer })).toEqual([['accepted', 'issuer.ok', 'log.partsLeftOut']])
})

test('of a credential whose signature does not hold, nothing is said of a log', async () => {
  const credential = await issued()
  const evidence = await evidenceFor(credential, BEFORE)
  const [first = []] = await said([[{ ...credential, name: 'Changed' }, evidence]])
  expect(first.filter((code) => code.startsWith('log.'))).toEqual([])
})
