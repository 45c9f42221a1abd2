import { expect, test } from '@jest/globals'
import { type RecognisedAction, type RecognisedEntity, recognise, schemeOwner, type TrustList } from '#trust'
import { actionFor, entity } from './list.ts'
import { award, list } from './register.ts'

const SCHEME = 'https://marks.example/scheme'
const OFFICE = 'did:web:office.example'
const BODY = 'did:web:body.example'
const day = (text: string) => new Date(`${text}T00:00:00Z`)
const scope = { schemes: [SCHEME], endorsementKinds: ['QualityMark'] }

const office = (changes: Partial<RecognisedAction> = {}) =>
  entity(OFFICE, { name: 'Office for Marks', actions: [actionFor({ scope, ...changes })] })
const register = (those: RecognisedEntity[], delegated: [string, TrustList][] = []): TrustList => ({
  ...list('https://register.example/list', 'Register', 'did:web:register.example', those),
  delegated: new Map(delegated),
})
/** A list on which a body may recognise others under the scheme, and that body's own, which names the office. */
const through = (body: Partial<RecognisedAction>, those = [office()], besides: RecognisedEntity[] = []) => {
  const speaker = entity(BODY, { actions: [actionFor({ action: 'recognise', scope, ...body })] })
  return register([speaker, ...besides], [[BODY, list('https://body.example/list', 'Body’s list', BODY, those)]])
}
const twice = (depth: number) => {
  const top = entity('did:web:top.example', { actions: [actionFor({ action: 'recognise', scope, depth })] })
  return register([top], [['did:web:top.example', through({})]])
}
const withdrawal = (isRetroactive: boolean) => ({ on: day('2026-01-01'), isRetroactive, reason: 'Closed.' })
const suspensions = [{ from: day('2025-01-01'), until: day('2025-12-31') }]

const ROWS: [string, TrustList, boolean][] = [
  ['on its day', register([office()]), true],
  ['of another scheme', register([office({ scope: { schemes: [`${SCHEME}2`] } })]), false],
  ['whose time began later', register([office({ from: day('2025-06-26') })]), false],
  ['whose time was over', register([office({ until: day('2025-06-24') })]), false],
  ['whose time had just begun', register([office({ from: day('2025-06-25') })]), true],
  ['who was suspended then', register([office({ suspensions })]), false],
  ['who lost it later', register([office({ withdrawal: withdrawal(false) })]), true],
  ['who lost it for all time', register([office({ withdrawal: withdrawal(true) })]), false],
  ['on the list of somebody who may say so', through({}), true],
  ['on the list of somebody who might later', through({ from: day('2025-06-26') }), false],
  ['on the list of somebody who may for another', through({ scope: { schemes: [`${SCHEME}2`] } }), false],
  ['on that list later', through({}, [office({ from: day('2025-06-26') })]), false],
  ['on that list, and suspended above', through({}, [office()], [office({ suspensions })]), false],
  ['two steps away, where one is let', twice(1), true],
  ['two steps away, where none is let', twice(0), false],
]

test.each(ROWS)('the owner of a scheme is one %s', (_, register_, isNamed) => {
  const question = { scheme: SCHEME, on: [day('2025-06-25')], at: day('2026-11-25') }
  const named = schemeOwner({ ...question, claimant: 'did:web:stranger.example' }, [register_])
  expect(named).toEqual(isNamed ? { did: OFFICE, name: 'Office for Marks' } : null)
  expect(schemeOwner({ ...question, claimant: OFFICE }, [register_])).toBeNull()
})

test.each(ROWS)('and whoever is named is recognised for a mark under it: one %s', (_, register_, isNamed) => {
  const mark = { kind: 'endorsement', schemes: [SCHEME], endorsementKinds: ['QualityMark'] } as const
  const facts = { ...award('x', null, ['-', '-', '-', '-'], '2025-06-25', mark), issuer: OFFICE }
  const at = day('2026-11-25')
  const { outcome } = recognise(facts, { lists: [register_], unavailable: [], policy: 'any', now: at, at })
  expect(outcome === 'recognised').toBe(isNamed)
})
