import { expect, test } from '@jest/globals'
import { compareCandidates, roleTarget } from '#skills'
import { evidence, target, WORLD } from './evidence.ts'
import { bundled } from './packages.ts'

const EV = target(roleTarget(bundled('competences', 'sector/auto-motorsport'), 'ROLE-EVTECH'))

test('IHE-72: two candidates are compared by evidence per skill, and by no score', () => {
  const [A, B] = ['did:key:zA', 'did:key:zB']
  const answer = compareCandidates(
    EV,
    [
      { name: 'A', holder: [A], evidence: [evidence('1', ['AM-HV2']), evidence('2', ['AM-DIAG'], { by: A })] },
      { name: 'B', holder: [B], evidence: [evidence('3', ['AM-DIAG'], { by: A })] },
    ],
    WORLD,
  )
  expect(answer.value.map(({ term, candidates }) => [term, ...candidates.map(({ state }) => state)])).toEqual([
    ['AM-HV2', 'proven', 'missing'],
    ['AM-DIAG', 'selfAssessed', 'proven'],
    ['AM-ADAS', 'missing', 'missing'],
  ])
  expect(answer.counted.map(({ item, values }) => [values.candidate, item])).toEqual([
    ['A', '1'],
    ['B', '3'],
  ])
  expect(JSON.stringify(answer)).not.toMatch(/score|rank|points|total/i)
})
