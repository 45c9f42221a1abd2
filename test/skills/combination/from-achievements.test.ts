import { expect, test } from '@jest/globals'
import { type Achieved, holdingsFrom } from '#skills'
import { bundled } from '../packages.ts'

const ITQ = bundled('ruleset', 'itq/2009')
const BASE = 'https://frameworks.example/itq/2009/unit/'
const aligned = (...codes: string[]) => ({
  alignments: codes.map((code) => ({ framework: 'itq/2009', code, url: null })),
})

test.each<[name: string, achieved: Partial<Achieved>, code: string, unit: string | undefined]>([
  ['by its Ofqual number', { identifiers: ['urn:x', 'L/502/4627'] }, 'identified', 'WP/1'],
  ['by its name in the ruleset', { identifiers: ['itq/2009#SS/2'] }, 'identified', 'SS/2'],
  ['by its address', { identifiers: [`${BASE}DB/2`] }, 'identified', 'DB/2'],
  ['by an alignment', aligned('WS/2'), 'aligned', 'WS/2'],
  [
    'by the address of an alignment',
    { alignments: [{ framework: null, code: null, url: `${BASE}WS/2` }] },
    'aligned',
    'WS/2',
  ],
  [
    'by its identifier, whatever else it goes with',
    { identifiers: ['itq/2009#SS/2'], ...aligned('WP/1') },
    'identified',
    'SS/2',
  ],
  ['by none of several', aligned('WS/2', 'WP/1'), 'severalUnits', undefined],
  ['by nothing of another ruleset', { identifiers: ['itq/2003#SS/2'] }, 'noUnit', undefined],
  ['by nothing that only begins like it', { identifiers: [`${BASE}DB/22`, 'L/502/46277'] }, 'noUnit', undefined],
  ['by nothing', {}, 'noUnit', undefined],
])('a credential is of a unit %s', (_, achieved, code, unit) => {
  const on = '2026-06-01'
  const { held, told } = holdingsFrom(
    ITQ,
    [{ item: 'urn:a', on, identifiers: [], alignments: [], ...achieved }],
    [BASE],
  )
  expect(told).toMatchObject([{ item: 'urn:a', code: `combination.${code}` }])
  expect(held).toEqual(unit === undefined ? [] : [{ unit, on, item: 'urn:a' }])
})
