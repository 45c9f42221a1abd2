import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'

const ROOT = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

interface Heading {
  part: string
  title: string
  /** The function that answers for it, and the module that has it. */
  name: string
  module: string
}

/** The headings of the profile, each with the module that it names in its first sentence. */
function headingsOf(page: string): Heading[] {
  return page.split(/^## /m).flatMap((section) => {
    const [part = '', ...headings] = section.split(/^### /m)
    return headings.map((text) => {
      const [, title = '', name = '', module = ''] = /^(.+)\n\n`(\w+)` in \[`([^`]+)`\]/.exec(text) ?? []
      return { part: part.split('\n')[0] ?? '', title, name, module }
    })
  })
}

/** The checks that a verdict is made of, by the names of their functions, as `verify` lists them. */
function checksOfVerify(): string[] {
  const source = read('credential/verify.ts')
  const itself = /const ITSELF[^=]*= \[([^\]]+)\]/.exec(source)?.[1] ?? ''
  const links = /const LINKS[^=]*= \[([\s\S]*?)\n\]/.exec(source)?.[1] ?? ''
  return [
    ...itself.split(',').map((name) => name.trim()),
    ...[...links.matchAll(/^ {2}\['(\w+)'/gm)].map(([, name = '']) => name),
  ]
}

const page = read('docs/profile.md')
const headings = headingsOf(page)

test('IHE-56: the profile has exactly three parts, and each of its headings is one module of the validator', async () => {
  expect([...page.matchAll(/^## (.+)$/gm)].map(([, title]) => title)).toEqual([
    'Description',
    'Verification',
    'Comparison',
  ])
  expect(headings).toHaveLength([...page.matchAll(/^### /gm)].length)
  for (const { module, name } of headings) {
    expect(existsSync(join(ROOT, module))).toBe(true)
    expect(await import(join(ROOT, module))).toHaveProperty(name, expect.any(Function))
  }
  expect(new Set(headings.map(({ module }) => module)).size).toBe(headings.length)
})

test('IHE-56: every check of a verdict has its heading in the profile, and no other does but the standard fields', () => {
  const checks = checksOfVerify()
  expect(checks.length).toBeGreaterThan(10)
  const judged = headings.filter(({ part }) => part !== 'Comparison').map(({ name }) => name)
  expect(judged.toSorted()).toEqual([...checks, 'standardFieldFaults'].toSorted())
})
