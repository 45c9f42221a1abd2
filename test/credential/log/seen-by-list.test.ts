import { expect, test } from '@jest/globals'
import {
  commitmentOf,
  consistencyPath,
  findInLog,
  inclusionPath,
  leafHash,
  receiveJson,
  sign,
  signCheckpoint,
  writeLogEvidence,
} from '#credential'
import { base64, type JsonObject, randomToken } from '#platform'
import { entity } from '../../trust/list.ts'
import { REGISTER } from '../../trust/register.ts'
import { makeSigner } from '../keys.ts'
import { sampleCredential } from '../sample.ts'
import { contexts, makeWorld, NOW } from '../world.ts'
import { headOf, readerOf } from './leaves.ts'

/** A list that saw the log later than the evidence: its word on the time counts, where the one tree begins the other. */

const LOG = 'https://college.example/log'
const SEEN_AT = new Date('2026-09-01T00:00:00Z')
/** The log's own word: signed with a time of its choice. */
const LONG_AGO = new Date('2020-01-01T00:00:00Z')
const withdrawal = { on: new Date('2026-10-01T00:00:00Z'), isRetroactive: false, reason: 'Insolvent.' }
const college = makeSigner()
const log = makeSigner()

async function found({
  shown = 5,
  seen = 9,
  isSameLog = true,
  answers = true,
  isNamedTwice = false,
  isWithdrawn = true,
  isReplaced = false,
  signedAt: at = LONG_AGO,
} = {}) {
  const credential: JsonObject = await sign(sampleCredential(college.did), {
    suite: 'eddsa-rdfc-2022',
    signer: college.signer,
    now: NOW,
    contexts,
  })
  const salt = randomToken()
  const leaves = Array.from({ length: Math.max(shown, seen) }, (_, at) =>
    at === 2 ? leafHash(commitmentOf(receiveJson(credential), salt)) : leafHash(Uint8Array.of(at)),
  )
  const others = leaves.map((_, at) => leafHash(Uint8Array.of(at, at)))
  const head = headOf(leaves.slice(0, shown))
  const checkpoint = await signCheckpoint({ origin: 'college.example/log', ...head, at }, log.publicKey, log.signer)
  const path = await inclusionPath(2, shown, readerOf(leaves.slice(0, shown)))
  const seenHead = headOf((isSameLog ? leaves : others).slice(0, seen))
  const consistency = seen > shown ? await consistencyPath(shown, seen, readerOf(leaves.slice(0, seen))) : []
  const pages = answers ? { [`${LOG}/consistency?from=${shown}&to=${seen}`]: { path: consistency.map(base64) } } : {}
  const pinned = {
    url: LOG,
    key: log.multibase,
    since: at,
    seen: { size: seen, root: base64(seenHead.root), at: SEEN_AT },
  }
  const { seen: _, ...unseen } = pinned
  const newer = { url: `${LOG}/2`, key: college.multibase, since: NOW, earlier: [pinned] }
  const pins = isReplaced ? [newer] : isNamedTwice ? [unseen, pinned] : [pinned]
  const world = makeWorld(pages, {
    trustLists: pins.map((issueLog) => ({
      ...REGISTER,
      entities: new Map([[college.did, entity(college.did, { issueLog, action: isWithdrawn ? { withdrawal } : {} })]]),
    })),
    issueLogEvidence: writeLogEvidence({ log: LOG, index: 2, salt, checkpoint, path }),
  })
  return findInLog(receiveJson(credential), college.did, world)
}

test.each<[string, Parameters<typeof found>[0], Date | null]>([
  ['a tree that begins the one that was seen stood there when it was seen', {}, SEEN_AT],
  ['the very tree that was seen, with a time that the log wrote itself', { shown: 9 }, SEEN_AT],
  ['a later tree than was seen is the log’s word alone', { shown: 9, seen: 5 }, null],
  ['another tree of the same log, as one who rewrites it has', { isSameLog: false }, null],
  ['a log that does not answer any more', { answers: false }, null],
  ['a log whose keeper is recognised is not asked, since it may know who is checked', { isWithdrawn: false }, null],
])('%s', async (_, how, seenAt) => {
  // The log's word on the time stays what it is: that a list saw it later takes nothing away from it.
  expect(await found(how)).toMatchObject({ at: LONG_AGO, seenAt })
})

test('a tree that was seen before the log signed it was there when it was seen', async () => {
  expect(await found({ shown: 9, signedAt: NOW })).toMatchObject({ at: SEEN_AT, seenAt: SEEN_AT })
})

test.each<[string, Parameters<typeof found>[0], object | string]>([
  ['what a list saw there', { isWithdrawn: false }, { at: SEEN_AT, seenAt: SEEN_AT }],
  ['the very tree that a list saw', { shown: 9, answers: false }, { at: SEEN_AT, seenAt: SEEN_AT }],
  ['not its own word, which whoever has its key could write', { answers: false }, 'otherLog'],
  ['nor a later tree', { shown: 9, seen: 5 }, 'otherLog'],
])('of a log whose place another took there counts %s', async (_, how, shows) => {
  const finding = await found({ isReplaced: true, ...how })
  if (typeof shows === 'string') expect(finding).toBe(shows)
  else expect(finding).toMatchObject(shows)
})

test('of two lists that name the log, the one that saw it counts', async () => {
  expect(await found({ isNamedTwice: true })).toMatchObject({ seenAt: SEEN_AT })
})
