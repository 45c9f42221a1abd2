import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { loadContexts, readExtraContexts } from '#contexts'
import { sha256Hex } from '#platform'

const folder = (url: string, text: string, hash = sha256Hex(text)) => {
  const path = mkdtempSync(join(tmpdir(), 'contexts-'))
  writeFileSync(join(path, 'one.json'), text)
  writeFileSync(join(path, 'index.json'), JSON.stringify([{ url, file: 'one.json', sha256: hash }]))
  return path
}

test('the VC 2.0 context is the one whose digest the specification prints', () => {
  const bytes = loadContexts().bytes('https://www.w3.org/ns/credentials/v2')
  expect(sha256Hex(bytes)).toBe('59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734')
})

test('gives what is pinned under its exact URL and nothing else', () => {
  const contexts = loadContexts()
  expect(contexts.get('https://w3id.org/skills-passport/v1')).toHaveProperty('@context')
  for (const url of [
    'https://w3id.org/skills-passport/v1/',
    'http://www.w3.org/ns/credentials/v2',
    '__proto__',
    'constructor',
  ]) {
    expect(() => contexts.get(url)).toThrow(expect.objectContaining({ code: 'contexts.unknown' }))
  }
})

test('takes further contexts that an operator vouches for', () => {
  const extra = readExtraContexts(folder('https://other.example/v1', '{"@context":{}}'))
  expect(loadContexts(extra).get('https://other.example/v1')).toEqual({ '@context': {} })
})

test('refuses a file that was changed, one that is missing, and other content under a known URL', () => {
  const refused = expect.objectContaining({ code: 'settings.invalid' })
  expect(() => readExtraContexts(folder('https://other.example/v1', '{}', 'x'.repeat(64)))).toThrow(refused)
  expect(() => readExtraContexts(join(tmpdir(), 'nowhere-at-all'))).toThrow(refused)
  const stolen = readExtraContexts(folder('https://www.w3.org/ns/credentials/v2', '{"@context":{}}'))
  expect(() => loadContexts(stolen)).toThrow(refused)
})
