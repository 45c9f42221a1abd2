import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import type { z } from 'zod'
import { settings as verifyCommand } from '../cli/verify.ts'
import { settings as issuer } from '../issuer/config.ts'
import { startSettings } from '../scripts/services.ts'
import { settings as verifier } from '../verifier/config.ts'
import { settings as wallet } from '../wallet/config.ts'
import { brokenLinks, linksOf } from './links.ts'

const ROOT = join(import.meta.dirname, '..')
/** Who reads settings, as docs/settings.md calls them. */
const READERS: Readonly<Record<string, z.ZodObject>> = {
  issuer,
  wallet,
  verifier,
  verify: verifyCommand,
  'npm start': startSettings,
}

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

test('every relative link of the documentation leads to a file', () => {
  const pages = globSync(['README.md', 'docs/**/*.md', '*/README.md'], { cwd: ROOT, exclude: ['node_modules', 'data'] })
  expect(pages).toContain('README.md')
  const broken = brokenLinks(new Map(pages.map((page) => [page, read(page)])), (path) => existsSync(join(ROOT, path)))
  expect(broken).toEqual([])
})

test('every error code has a row with its remedy in docs/errors.md', () => {
  const union = /export type ErrorCode =([\s\S]*?)\n\n/.exec(read('platform/errors.ts'))?.[1] ?? ''
  const codes = [...union.matchAll(/'([^']+)'/g)].map((match) => match[1])
  expect(codes.length).toBeGreaterThan(20)
  const rows = [...read('docs/errors.md').matchAll(/^\|\s*`([^`]+)`\s*\|.*\S.*\|/gm)].map((match) => match[1])
  expect(codes.filter((code) => !rows.includes(code))).toEqual([])
})

test('docs/settings.md has each setting that is read, by whom and with which default, and no other', () => {
  const rows = [...read('docs/settings.md').matchAll(/^\| `([A-Z_]+)` \| ([^|]+) \| ([^|]+) \| [^|]+ \|$/gm)].map(
    ([, name = '', readers = '', stated = '']) => ({ name, readers: readers.split(', '), stated }),
  )
  const found = Object.entries(READERS).flatMap(([reader, schema]) => {
    const defaults: Record<string, unknown> = schema.parse({})
    return Object.keys(schema.shape).map((name) => ({ reader, name, value: defaults[name] }))
  })
  const pairs = rows.flatMap(({ name, readers }) => readers.map((reader) => `${reader} ${name}`))
  expect(pairs.sort()).toEqual(found.map(({ reader, name }) => `${reader} ${name}`).sort())
  const wrong = found.filter(({ name, value }) => {
    const { stated = '' } = rows.find((row) => row.name === name) ?? {}
    if (value === undefined || Array.isArray(value)) return stated.trim() === ''
    const given = typeof value === 'boolean' ? JSON.stringify(Number(value)) : JSON.stringify(value).replaceAll('"', '')
    return stated !== `\`${given}\``
  })
  expect(wrong).toEqual([])
})

test('finds links and pictures, and leaves code and other sites alone', () => {
  const page = [
    '[a](a.md#part) ![b](<b.png> "title") [c][c] <img alt="" src="d.svg" width="3"> [e](https://example.org/e.md)',
    '[c]: c.md',
    '[f](#here) [m](mailto:a@example.org) `[g](g.md)`',
    '```',
    '[h](h.md)',
    '```',
    '[i](/i.md)',
  ].join('\n')
  expect(linksOf(page).sort()).toEqual(['/i.md', 'a.md', 'b.png', 'c.md', 'd.svg'])
})

test('names the page and the link that leads nowhere', () => {
  const pages = new Map([['docs/a.md', '[b](b.md) [c](../c.md) [d](../../d.md) [e](/e.md)']])
  expect(brokenLinks(pages, (path) => path === 'c.md' || path === 'd.md')).toEqual([
    'docs/a.md → b.md',
    'docs/a.md → ../../d.md',
    'docs/a.md → /e.md',
  ])
})
