import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { PassportError } from '#platform'
import { PROBLEMS, problemOf } from '#server'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

test('the code, the table and the documentation name the same errors', () => {
  const [union = ''] = /export type ErrorCode =[^/]*/.exec(read('platform/errors.ts')) ?? []
  const codes = [...union.matchAll(/\| '([\w.]+)'/g)].map(([, code]) => code)
  expect(codes.length).toBeGreaterThan(40)
  expect(new Set(Object.keys(PROBLEMS))).toEqual(new Set(codes))

  const rows = [...read('docs/errors.md').matchAll(/^\| `([\w.]+)` \| (\d+) \| ([^|]+) \| [^|]+ \|$/gm)]
  const documented = rows.map(([, code, status, title]) => [code, [Number(status), title]])
  expect(Object.fromEntries(documented)).toEqual(PROBLEMS)
})

test('a known error keeps its words and its details', () => {
  const error = new PassportError('json.tooDeep', 'Nested more than 32 levels deep.', { details: { pointer: '/a' } })
  expect(problemOf(error)).toEqual({
    type: 'urn:skills-passport:problem:json.tooDeep',
    title: 'JSON nested too deeply',
    status: 400,
    detail: 'Nested more than 32 levels deep.',
    code: 'json.tooDeep',
    pointer: '/a',
  })
})

test('an error that nobody foresaw says nothing of our insides', () => {
  const problem = problemOf(new TypeError('SELECT * FROM person WHERE email = ann@example.org'))
  expect(problem.code).toBe('internal')
  expect(problem.status).toBe(500)
  expect(JSON.stringify(problem)).not.toMatch(/SELECT|ann@|TypeError|\.ts/)
})

test('wrong settings that show late are not told to the asker', () => {
  const details = { errors: [{ message: 'SMTP_URL must be an address' }] }
  const problem = problemOf(new PassportError('settings.invalid', 'SMTP_URL is wrong.', { details }))
  expect(JSON.stringify(problem)).not.toContain('SMTP_URL')
})

test('what a library says of a malformed address is the sender’s fault', () => {
  expect(problemOf(new URIError('URI malformed')).code).toBe('request.malformed')
  expect(problemOf(Object.assign(new Error('too large'), { status: 413 })).code).toBe('request.tooLarge')
})
