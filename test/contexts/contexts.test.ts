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

test.each([
  ['https://w3id.org/security/multikey/v1', 'ba2c182de2d92f7e47184bcca8fcf0beaee6d3986c527bf664c195bbc7c58597'],
  ['https://w3id.org/security/data-integrity/v2', '67f21e6e33a6c14e5ccfd2fc7865f7474fb71a04af7e94136cb399dfac8ae8f4'],
  ['https://w3id.org/security/jwk/v1', '0f14b62f6071aafe00df265770ea0c7508e118247d79b7d861a406d2aa00bece'],
])('%s is the one whose digest the specification prints', (url, digest) => {
  expect(sha256Hex(loadContexts().bytes(url))).toBe(digest)
})

test('every pinned context is one, whichever is asked for', () => {
  const contexts = loadContexts()
  expect(contexts.urls().length).toBeGreaterThanOrEqual(19)
  for (const url of contexts.urls()) expect(contexts.get(url)).toHaveProperty('@context')
})

test.each([
  'https://www.w3.org/2018/credentials/v1',
  'https://purl.imsglobal.org/spec/ob/v3p0/context.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  'https://purl.imsglobal.org/spec/clr/v2p0/context.json',
  'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
  'https://w3id.org/security/suites/ed25519-2020/v1',
  'https://w3id.org/vc/status-list/2021/v1',
  'https://w3id.org/openbadges/v2',
])('knows %s, which is in the field', (url) => {
  expect(loadContexts().has(url)).toBe(true)
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
