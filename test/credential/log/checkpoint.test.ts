import { expect, test } from '@jest/globals'
import { openCheckpoint, parseCheckpoint, signCheckpoint } from '#credential'
import { base64Decode, sha256 } from '#platform'
import { makeSigner } from '../keys.ts'

const AT = new Date('2026-11-25T11:00:00Z')
const HEAD = { origin: 'college.example/log', size: 20_852_163, root: sha256('root'), at: AT }

/** An example of C2SP's own, with the key that it names; its time is added by no one. */
const PUBLISHED = [
  'example.com/behind-the-sofa',
  '20852163',
  'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=',
  '',
  '\u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=',
  '',
].join('\n')

test('a checkpoint is written line by line, and opened with the key of its log', async () => {
  const { publicKey, signer } = makeSigner()
  const text = await signCheckpoint(HEAD, publicKey, signer)
  const [origin, size, root, time, empty, line = '', end] = text.split('\n')
  expect([origin, size, time, empty, end]).toEqual([HEAD.origin, '20852163', 'time 2026-11-25T11:00:00Z', '', ''])
  expect(base64Decode(root ?? '')).toEqual(HEAD.root)
  expect(line).toMatch(/^\u2014 college\.example\/log [A-Za-z0-9+/]{91}=$/)
  expect(openCheckpoint(text, { name: HEAD.origin, publicKey })).toMatchObject(HEAD)
  expect(openCheckpoint(text, { name: HEAD.origin, publicKey: makeSigner().publicKey })).toBeNull()
  expect(openCheckpoint(text, { name: 'college.example/other', publicKey })).toBeNull()
})

test('of two lines by the key of the log, both must be good', async () => {
  const { publicKey, signer } = makeSigner()
  const text = await signCheckpoint(HEAD, publicKey, signer)
  const other = await signCheckpoint({ ...HEAD, size: 1 }, publicKey, signer)
  const line = other.split('\n').at(-2) ?? ''
  expect(openCheckpoint(`${text}${line}\n`, { name: HEAD.origin, publicKey })).toBeNull()
})

test('a checkpoint without a time says nothing of when, and is not read', () => {
  expect(parseCheckpoint(PUBLISHED)).toBeNull()
  const timed = PUBLISHED.replace('q2I=\n', 'q2I=\ntime 2026-11-25T11:00:00Z\n')
  expect(parseCheckpoint(timed)).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163, at: AT })
})

const GOOD = PUBLISHED.replace('q2I=\n', 'q2I=\ntime 2026-11-25T11:00:00Z\nanother line\n')

test('other lines of a checkpoint are let be', () => {
  expect(parseCheckpoint(GOOD)).toMatchObject({ at: AT })
})

test.each([
  ['a size with a nought before it', GOOD.replace('20852163', '020852163')],
  ['a size beyond all counting', GOOD.replace('20852163', '9007199254740993')],
  ['a size below nought', GOOD.replace('20852163', '-1')],
  ['a root of another length', GOOD.replace('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=', 'CsUYapGGPo4=')],
  ['base64 that another would write otherwise', GOOD.replace('q2I=', 'q2J=')],
  ['an empty origin', GOOD.replace('example.com/behind-the-sofa\n', '\n')],
  ['a space in the origin', GOOD.replace('example.com/behind-the-sofa\n', 'example.com/ sofa\n')],
  ['two times', GOOD.replace('another line', 'time 2026-11-25T10:00:00Z')],
  ['a time without a zone', GOOD.replace('11:00:00Z', '11:00:00')],
  ['an empty line in it', GOOD.replace('another line', '\nanother line')],
  ['carriage returns', GOOD.replaceAll('\n', '\r\n')],
  ['a control character', GOOD.replace('another line', 'another\u0000line')],
  ['no end of line', GOOD.slice(0, -1)],
  ['no signature', GOOD.slice(0, GOOD.indexOf('\u2014'))],
  ['a hyphen for the dash', GOOD.replace('\u2014', '-')],
  ['a signature that is all name of key', GOOD.replace(/ Az3g.*\n$/, ' Az3grg==\n')],
  ['words after the signatures', `${GOOD}more\n`],
  ['too many signatures', GOOD + `${GOOD.split('\n').at(-2)}\n`.repeat(32)],
  ['too much of it', GOOD.replace('another line', 'x'.repeat(17_000))],
  ['nothing', ''],
])('a checkpoint with %s is not read', (_what, text) => {
  expect(text).not.toBe(GOOD)
  expect(parseCheckpoint(text)).toBeNull()
})
