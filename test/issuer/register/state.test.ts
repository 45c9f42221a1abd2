import { expect, test } from '@jest/globals'
import { stateOf } from '../../../issuer/register/state.ts'
import { entity } from '../../trust/list.ts'

const day = (text: string) => new Date(`${text}T00:00:00Z`)
const NOW = day('2026-11-25')

test.each([
  ['is withdrawn from its day on', '2026-11-25', false, 'withdrawn', null],
  ['is withdrawn from its day on, retroactively', '2026-11-25', true, 'withdrawn', null],
  ['is recognised until a day that lies ahead', '2026-11-26', false, 'recognised', '2026-11-26'],
  [
    'is recognised until then too where the withdrawal is to be retroactive',
    '2026-11-26',
    true,
    'recognised',
    '2026-11-26',
  ],
])('whose recognition is withdrawn %s', (_, on, isRetroactive, state, until) => {
  const withdrawal = { on: day(on), isRetroactive, reason: 'Fraud.' }
  const entry = entity('did:web:college.example', { action: { withdrawal } })
  expect(stateOf(entry, NOW)).toEqual({ state, until: until && day(until) })
})
