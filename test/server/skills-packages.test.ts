import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Log, readFrameworks } from '#server'
import { bundledPackages } from '#skills'
import { competences, overlay, ruleset } from '../skills/packages.ts'

const folder = mkdtempSync(join(tmpdir(), 'passport-packages-'))
const put = (name: string, value: unknown) =>
  writeFileSync(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value))

beforeAll(() => {
  // By its name the layer comes first, and what it is over last.
  put('a-layer.json', overlay({ adds: { competences: [{ id: 'HV9', name: 'A maker’s own' }] } }))
  put('broken.json', '{"id": ')
  put('bad-layer.json', overlay({ id: 'overlay/bad', tightens: [{ term: 'HV1', set: { currency: 'P9Y' } }] }))
  put('redefines.json', overlay({ id: 'overlay/other', adds: { competences: [{ id: 'HV1', name: 'Anything' }] } }))
  put(
    'circle.json',
    competences({ id: 'test/circle', roles: [], competences: [{ id: 'A', name: 'A', requires: ['A'] }] }),
  )
  put('conflict.json', { ...ruleset(), id: 'itq/2003', version: '2003.1.0' })
  put('notes.txt', 'not a package')
  put('techniques.json', { ...techniques, id: 'other/techniques' })
  put('z-competences.json', competences())
})
afterAll(() => rmSync(folder, { recursive: true }))

const [found] = bundledPackages().filter(({ kind }) => kind === 'techniques')
const techniques = { ...found?.content, version: '1.0.0', kind: 'techniques', layer: 'core' }

test('IHE-37: further packages of a folder are loaded; each that is refused is named with its code and place, and stops no other', () => {
  const lines: string[] = []
  const keep = (event: string, fields: object = {}) => void lines.push([event, ...Object.values(fields)].join(' '))
  const log: Log = { info: keep, warn: keep, error: () => undefined }
  const known = readFrameworks(folder, log)
  expect(known.termOf('test/competences', 'HV1')).toBe('HV1')
  expect(known.termOf('overlay/maker', 'HV9')).toBe('HV9')
  expect(known.termOf('itq/2003', 'MSU/1')).toBe('itq/2003#MSU/1')
  expect(lines.toSorted()).toEqual([
    'package.loaded other/techniques 1.0.0 techniques',
    'package.loaded overlay/maker 1.0.0 overlay',
    'package.loaded test/competences 1.0.0 competences',
    'package.notUsed other/techniques techniques',
    'package.refused bad-layer.json package.redefines /tightens/0/set/currency',
    'package.refused broken.json json.malformed ',
    'package.refused circle.json package.cycle /competences/0',
    'package.refused conflict.json package.conflict /version',
    'package.refused redefines.json package.redefines /adds/competences/0',
  ])
})

test('without a folder there is what comes with the software, and a folder that is not there stops the start', () => {
  const log: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  expect(readFrameworks(undefined, log).termOf('test/competences', 'HV1')).toBeUndefined()
  expect(() => readFrameworks(join(folder, 'none'), log)).toThrow('SKILLS_PACKAGES')
})
