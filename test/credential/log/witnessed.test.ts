import { beforeAll, expect, test } from '@jest/globals'
import {
  commitmentOf,
  derive,
  envelopeOf,
  inclusionPath,
  type LogKey,
  leafHash,
  parseCheckpoint,
  parseLogEvidence,
  receiveJson,
  type SecuringSuite,
  sign,
  signCheckpoint,
  type Witnessed,
  witnessed,
  writeLogEvidence,
} from '#credential'
import { isObject, type JsonObject, randomToken, sha256 } from '#platform'
import { type MadeSigner, makeSigner, makeSignerFor } from '../keys.ts'
import { sampleCredential } from '../sample.ts'
import { contexts, NOW } from '../world.ts'
import { headOf, readerOf } from './leaves.ts'

const LOG = 'https://college.example/issuers/college/log'
const ORIGIN = 'college.example/issuers/college/log'
const AT = new Date('2026-11-25T11:00:00Z')
const INDEX = 6

let log: MadeSigner
let key: LogKey

beforeAll(() => {
  log = makeSigner()
  key = { log: LOG, publicKey: log.publicKey }
})

/** Evidence for a credential as its issuer keeps it, among other leaves, as it is handed out. */
async function evidenceFor(credential: JsonObject, by: MadeSigner = log): Promise<JsonObject> {
  const salt = randomToken()
  const own = leafHash(commitmentOf(receiveJson(credential), salt))
  const leaves = Array.from({ length: 11 }, (_, index) => (index === INDEX ? own : sha256(`other ${index}`)))
  const checkpoint = await signCheckpoint({ origin: ORIGIN, ...headOf(leaves), at: AT }, by.publicKey, by.signer)
  const path = await inclusionPath(INDEX, leaves.length, readerOf(leaves))
  return writeLogEvidence({ log: LOG, index: INDEX, salt, checkpoint, path })
}

async function issued(suite: SecuringSuite = 'eddsa-rdfc-2022', changes: JsonObject = {}): Promise<JsonObject> {
  const algorithms = { 'bbs-2023': 'BBS', 'ecdsa-sd-2023': 'ES256', 'sd-jwt-vc': 'ES256' } as const
  const by = await makeSignerFor(suite in algorithms ? algorithms[suite as keyof typeof algorithms] : 'EdDSA')
  return sign(sampleCredential(by.did, changes), { suite, signer: by.signer, now: NOW, contexts })
}

function look(credential: JsonObject, evidence: JsonObject, by: LogKey = key): Witnessed | string {
  const read = parseLogEvidence(evidence)
  return read === null ? 'unreadable' : witnessed(receiveJson(credential), read, by)
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

test.each<SecuringSuite>([
  'eddsa-rdfc-2022',
  'eddsa-jcs-2022',
  'vc-jwt',
  'sd-jwt-vc',
  'ecdsa-sd-2023',
  'bbs-2023',
])('a credential secured with %s is found in its log as whoever received it holds it', async (suite) => {
  const credential = await issued(suite)
  expect(look(credential, await evidenceFor(credential))).toMatchObject({ at: AT, size: 11 })
})

test('the order of names and a further proof make no difference; a changed word does', async () => {
  const credential = await issued()
  const evidence = await evidenceFor(credential)
  const turned = Object.fromEntries(Object.entries(credential).reverse())
  const proofs = isObject(credential.proof) ? [credential.proof, { ...credential.proof }] : []
  expect(look({ ...turned, proof: proofs }, evidence)).toMatchObject({ at: AT })
  expect(look({ ...credential, name: 'Another' }, evidence)).toBe('notIncluded')
})

test.each<SecuringSuite>([
  'ecdsa-sd-2023',
  'bbs-2023',
])('a copy with parts left out, of %s, is said to be that, and not to be missing from the log', async (suite) => {
  const credential = await issued(suite)
  const evidence = await evidenceFor(credential)
  const copy = await derive(credential, ['/credentialSubject/achievement/name'], contexts)
  expect(look(copy, evidence)).toBe('partsLeftOut')
})

test('any copy of an SD-JWT is found in the log, whatever it shows', async () => {
  const credential = await issued('sd-jwt-vc')
  const compact = text(credential.id).replace(/^data:[^,]*,/, '')
  const [jwt = ''] = compact.split('~')
  expect(look(envelopeOf(`${jwt}~`), await evidenceFor(credential))).toMatchObject({ at: AT })
})

test('another log, another key and a changed checkpoint show nothing', async () => {
  const credential = await issued()
  const evidence = await evidenceFor(credential)
  const other = 'https://college.example/issuers/other/log'
  expect(look(credential, evidence, { ...key, log: other })).toBe('otherLog')
  expect(look(credential, { ...evidence, log: other }, { ...key, log: other })).toBe('otherLog')
  expect(look(credential, await evidenceFor(credential, makeSigner()))).toBe('wrongSignature')
  const earlier = { ...evidence, checkpoint: text(evidence.checkpoint).replace('11:00:00', '10:00:00') }
  expect(look(credential, earlier)).toBe('wrongSignature')
  expect(look(credential, { ...evidence, index: INDEX + 1 })).toBe('notIncluded')
  expect(look(credential, { ...evidence, salt: randomToken() })).toBe('notIncluded')
})

test('the evidence of one credential is none for another', async () => {
  const evidence = await evidenceFor(await issued())
  expect(look(await issued('eddsa-rdfc-2022', { name: 'Back-dated' }), evidence)).toBe('notIncluded')
})

test('what a register saw of a log counts where the key of the log is another by now', async () => {
  const credential = await issued()
  const evidence = await evidenceFor(credential)
  const { size = 0, root = sha256('') } = parseCheckpoint(text(evidence.checkpoint)) ?? {}
  const at = new Date('2026-11-25T11:30:00Z')
  const another = { log: LOG, publicKey: makeSigner().publicKey }
  expect(look(credential, evidence, { ...another, seen: { size, root, at } })).toMatchObject({ at, size })
  expect(look(credential, evidence, { ...another, seen: { size, root: sha256(''), at } })).toBe('wrongSignature')
})

test("a witness's line beside the log's own changes nothing", async () => {
  const credential = await issued()
  const evidence = await evidenceFor(credential)
  const line = `\u2014 witness.example/w1 ${Buffer.alloc(76, 9).toString('base64')}\n`
  const checkpoint = `${text(evidence.checkpoint)}${line}`
  expect(look(credential, { ...evidence, checkpoint })).toMatchObject({ at: AT })
  expect(parseCheckpoint(checkpoint)?.note.signatures.map(({ name }) => name)).toEqual([ORIGIN, 'witness.example/w1'])
})

test.each<[string, (evidence: JsonObject) => JsonObject]>([
  ['no index', ({ index: _, ...rest }) => rest],
  ['an index below nought', (evidence) => ({ ...evidence, index: -1 })],
  ['a broken index', (evidence) => ({ ...evidence, index: 1.5 })],
  ['a short salt', (evidence) => ({ ...evidence, salt: 'abc' })],
  ['a long path', (evidence) => ({ ...evidence, path: Array.from({ length: 54 }, () => sha256('').toString()) })],
  ['a hash of another length', (evidence) => ({ ...evidence, path: ['AAAA'] })],
  ['a path that is a text', (evidence) => ({ ...evidence, path: 'AAAA' })],
  ['an address that is none', (evidence) => ({ ...evidence, log: 'javascript:alert(1)' })],
  ['no checkpoint', (evidence) => ({ ...evidence, checkpoint: null })],
])('evidence with %s is not read', async (_what, change) => {
  const credential = await issued()
  expect(look(credential, change(await evidenceFor(credential)))).toBe('unreadable')
})
