import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { specifiersOf } from './architecture/imports.ts'
import { mask } from './architecture/mask.ts'
import { breaches, type Project } from './architecture/rules.ts'

const ROOT = join(import.meta.dirname, '..')
const DOORS = { '#platform': './platform/index.ts', '#credential': './credential/index.ts', '#web': './web/index.ts' }

function project(files: Record<string, string>): Project {
  return { files: new Map(Object.entries(files)), doors: DOORS }
}

test('every source file keeps the rules', () => {
  const paths = globSync('*/**/*.{ts,tsx}', { cwd: ROOT, exclude: ['node_modules', 'data', 'coverage'] })
  const files = new Map(paths.sort().map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]))
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  expect(files.size).toBeGreaterThan(20)
  expect(breaches({ files, doors: manifest.imports })).toEqual([])
})

test('what goes down through the door is no breach', () => {
  const files = {
    'platform/index.ts': `export * from './hash.ts'\nexport { type A, b } from './b.ts'`,
    'platform/hash.ts': `import { createHash } from 'node:crypto'\nexport const now = () => Date.now()`,
    'schemas/schemas.ts': `import { readFileSync } from 'node:fs'\nimport { b } from '#platform'`,
    'credential/verify.ts': `import { b } from '#platform'\nimport { a } from './a.ts'\nnew Date(a)`,
    'issuer/main.ts': `import '../server/tsx.ts'\nconst app = await import('./app.ts')\nprocess.env.PORT`,
    'cli/main.ts': `import { start } from '../issuer/main.ts'`,
    'scripts/start.ts': `import { verify } from '#credential'\nprocess.env.HOST`,
    'test/web/card.test.ts': `import { card } from '../../web/card.ts'\nMath.random()`,
  }
  expect(breaches(project(files))).toEqual([])
})

test.each([
  ['upward', { 'platform/a.ts': `import { verify } from '#credential'` }],
  ['upward', { 'credential/a.ts': `import type { Card } from '#web'` }],
  ['upward', { 'web/a.tsx': `export { app } from '../issuer/app.ts'` }],
  ['sideways', { 'server/a.ts': `import { card } from '#web'` }],
  ['sideways', { 'issuer/a.ts': `await import('../wallet/app.ts')` }],
  ['around the door', { 'issuer/a.ts': `import { card } from '../web/card.ts'` }],
  ['around the door', { 'scripts/a.ts': `import { card } from '../web/card.ts'` }],
  ['package.json does not name', { 'issuer/a.ts': `import { card } from '#web/card.ts'` }],
  ['nobody imports test', { 'web/a.ts': `import '../test/browser.ts'` }],
  ['outside the floors', { 'web/a.ts': `import jest from '../jest.config.js'` }],
  ['does more than re-export', { 'web/index.ts': `export * from './a.ts'\nexport const a = 1` }],
  ['is a circle', { 'web/a.ts': `import './b/c.ts'`, 'web/b/c.ts': `import type { A } from '../a.ts'` }],
  ['is a circle', { 'platform/index.ts': `export * from './a.ts'`, 'platform/a.ts': `import { b } from '#platform'` }],
  ['says nothing', { 'web/utils/a.ts': '' }],
  ['says nothing', { 'issuer/web/helpers.ts': '' }],
  ['says nothing', { 'test/common/a.ts': '' }],
  ['says nothing', { 'server/shared/a.ts': '' }],
  ['301 lines', { 'web/a.ts': '\n'.repeat(301) }],
  ['this floor is pure', { 'credential/a.ts': `import { createHash } from 'node:crypto'` }],
  ['this floor is pure', { 'schemas/a.ts': `import { request } from 'node:http'` }],
  ['reads the clock', { 'trust/a.ts': 'const now = Date.now()' }],
  ['reads the clock', { 'credential/a.ts': 'const now = new Date( )' }],
  ['reads the clock', { 'protocol/a.ts': 'const now = new Date' }],
  ['reads the environment', { 'server/a.ts': `const port = process.env['PORT']` }],
  ['holds safe: false', { 'credential/a.ts': 'canonize(a, { safe: false })' }],
  ['holds Math.random', { 'web/a.tsx': "<p>don’t, don't `{Math.random()}</p>" }],
  ['holds innerHTML', { 'web/a.ts': 'element.innerHTML = a' }],
  ['holds outerHTML +=', { 'web/a.ts': 'element.outerHTML += a' }],
])('finds what is wrong: %s (case %#)', (sentence, files) => {
  expect(breaches(project(files))).toEqual([expect.stringContaining(sentence)])
})

test('takes comments, text and regular expressions for what they are', () => {
  const source = [
    `// import './comment.ts'`,
    `/* import './block.ts' */ import './a.ts'`,
    `const text = \`import './template.ts' \${await import('./b.ts')} '\``,
    `const pattern = /['"\`/]/.test("from './string.ts'") / 2`,
    `export {`,
    `  type C,`,
    `} from "./c.ts"`,
    `const it's = \`\${nested(\`\${{ a: '}' }}\`)}\``,
    `import('./d.ts')`,
  ].join('\n')
  expect(specifiersOf(source)).toEqual(['./a.ts', './b.ts', './c.ts', './d.ts'])
  expect(mask(source)).toHaveLength(source.length)
  expect(mask(source).split('\n')).toHaveLength(source.split('\n').length)
})
