import { describe, expect, test } from '@jest/globals'
import type { PinnedKey, PinnedLog, RecognisedEntity } from '#trust'
import type { Act } from '../../../issuer/register/act.ts'
import { applyAct } from '../../../issuer/register/apply-act.ts'
import { actInWords } from '../../../issuer/register/words.ts'
import { actionFor, entity } from '../../trust/list.ts'
import { day, lastMoment } from './parts.ts'

const DID = 'did:web:college.example'
const conflict = expect.objectContaining({ code: 'request.conflict' })
const changedBy = (act: Act, ...entities: RecognisedEntity[]) =>
  applyAct(new Map(entities.map((one) => [one.did, one])), act)
const changedByAll = (acts: readonly Act[], one: RecognisedEntity) =>
  acts.reduce((changed, act) => changedBy(act, changed)[0] ?? changed, one)
const key = (name: string, changes: Partial<PinnedKey> = {}): PinnedKey => ({
  key: name,
  from: null,
  until: null,
  reason: null,
  ...changes,
})

describe('another issue log', () => {
  const log = (name: string, on: string, size = 9) => ({
    url: `https://college.example/${name}`,
    key: `z${name}`,
    since: day(on),
    seen: { size, root: name, at: day(on) },
  })
  const [first, second] = [log('first', '2026-01-01'), log('second', '2026-05-01', 0)]
  const pinning = (one: ReturnType<typeof log>, replaces?: string) =>
    ({ act: 'pinLog', did: DID, log: one, replaces }) as const
  const logged = (issueLog: PinnedLog) => entity(DID, { issueLog })

  test('takes the place of the one before only where that is said, and what was seen of that one stays', () => {
    for (const other of [second, { ...second, url: first.url }, { ...second, key: first.key }]) {
      expect(() => changedBy(pinning(other), logged(first))).toThrow(conflict)
      expect(() => changedBy(pinning(other, other.key), logged(first))).toThrow(conflict)
      const [changed] = changedBy(pinning(other, first.url), logged(first))
      expect(changed?.issueLog).toEqual({ ...other, earlier: [first] })
    }
  })

  test('that was there before goes on from what was seen of it', () => {
    const moved = logged({ ...second, earlier: [first] })
    const again = { ...log('first', '2026-06-01', 12), root: 'twelve' }
    expect(() => changedBy(pinning(log('first', '2026-06-01', 3), second.url), moved)).toThrow(conflict)
    const [changed] = changedBy(pinning(again, second.url), moved)
    expect(changed?.issueLog).toMatchObject({ ...again, since: first.since, earlier: [second] })
    const [later] = changedBy(pinning(log('second', '2026-06-01', 4)), moved)
    expect(later?.issueLog).toMatchObject({ seen: { size: 4 }, since: second.since, earlier: [first] })
  })

  test('is told as another', () => {
    expect(actInWords(pinning(first), undefined)).not.toContain('takes the place')
    expect(actInWords(pinning(second, first.url), undefined)).toBe(
      'Another log takes the place of the one at https://college.example/first: what it issues from 1 May 2026 on is in its log at https://college.example/second, where the register saw 0 entries on 1 May 2026. What the register saw of the log before stays, to show what was awarded until then.',
    )
    expect(actInWords(pinning(second, second.url), undefined)).toContain('which was there with another key')
  })
})

test('handing over hands over what lies ahead, and not what is past', () => {
  const [on, from] = [lastMoment('2026-11-30'), day('2026-12-01')]
  const withdrawal = { on: day('2026-12-10'), isRetroactive: true, reason: 'No assessors.' }
  const past = { from: day('2025-01-01'), until: day('2025-02-01') }
  const ahead = { from: day('2026-12-05'), until: null }
  const leaving = entity(DID, { actions: [actionFor({ withdrawal, suspensions: [past, ahead] })] })
  const successor = { did: 'did:web:next.example', name: 'Next College' }
  const handOver: Act = { act: 'handOver', did: DID, on, from, custodian: null, successor, keys: [key('z1')] }
  const [, next] = changedBy(handOver, leaving)
  expect(next?.actions).toMatchObject([{ from, withdrawal, suspensions: [ahead] }])
})

test('another list of those whom one recognises takes the place of the one before only where that is said', () => {
  const delegating = (name: string, replaces?: string) => {
    const list = `https://college.example/${name}`
    const rights = { from: day('2026-01-01'), until: null, scope: { schemes: [`https://${name}.example`] }, depth: 0 }
    return { act: 'delegate', did: DID, ...rights, list, replaces } as const
  }
  const one = changedByAll([delegating('one'), { ...delegating('more'), list: delegating('one').list }], entity(DID))
  expect([one.recognisedIn, one.actions.length]).toEqual(['https://college.example/one', 3])
  expect(() => changedBy(delegating('two'), one)).toThrow(conflict)
  expect(() => changedBy(delegating('two', 'https://college.example/other'), one)).toThrow(conflict)
  const moving = delegating('two', delegating('one').list)
  expect(changedBy(moving, one)[0]?.recognisedIn).toBe('https://college.example/two')
  expect(actInWords(moving, one)).toContain(
    'That list takes the place of https://college.example/one, for all that it was let recognise before too.',
  )
})

describe('keys that were read anew', () => {
  const stolen = { until: day('2026-02-01'), reason: 'compromised' } as const
  const replaced = { until: day('2026-03-01'), reason: 'superseded' } as const
  const known = [key('z1'), key('z2', replaced), key('z3', stolen)]
  const read = [key('z1', stolen), key('z2', stolen), key('z3', replaced), key('z4')]
  const pinned = [key('z1', stolen), key('z2', stolen), key('z3', stolen), key('z4')]
  const award = { from: day('2027-01-01'), until: null, scope: { achievementTypes: ['Badge'] }, assurance: null }

  test.each<[string, Act]>([
    ['by themselves', { act: 'pinKeys', did: DID, keys: read }],
    ['with others', { act: 'addSeveral', did: DID, entries: [{ did: DID, name: 'x', awards: [award], keys: read }] }],
  ])('end those that have ended since, and take no end back (%s)', (_, act) => {
    expect(changedBy(act, entity(DID, { keys: known }))[0]?.keys).toEqual(pinned)
  })

  test('say which have ended, and nothing where all is known', () => {
    expect(actInWords({ act: 'pinKeys', did: DID, keys: [key('z1', stolen), key('z4')] }, undefined)).toBe(
      'It is known by one more key. Its key z1 is in the wrong hands from 1 February 2026: what it signs from then on is not good.',
    )
    const nothing: Act = { act: 'pinKeys', did: DID, keys: [key('z1'), key('z2'), key('z3', replaced)] }
    expect(() => changedBy(nothing, entity(DID, { keys: known }))).toThrow(conflict)
  })
})
