import { expect, test } from '@jest/globals'
import { isWithinScope } from '../../../credential/open-badges-2/scope.ts'

const profile = { id: 'https://college.example/issuer' }
const allows = (verification: { allowedOrigins?: string | string[]; startsWith?: string | string[] }) => ({
  ...profile,
  verification,
})

test.each([
  ['https://college.example/a/1', true],
  ['https://COLLEGE.example/a/1', true],
  ['https://www.college.example/a/1', false],
  ['https://college.example.forger.example/a/1', false],
  ['https://college.example@forger.example/a/1', false],
  ['https://college.example:8443/a/1', false],
  ['urn:uuid:1', false],
])('%s is on the host of the profile itself: %s', (address, is) => {
  expect(isWithinScope(address, profile)).toBe(is)
})

test.each([
  ['https://badges.example/a/1', true],
  ['https://other.example/a/1', true],
  ['https://college.example/a/1', false],
])('%s is on one of the hosts that the profile names: %s', (address, is) => {
  expect(isWithinScope(address, allows({ allowedOrigins: ['badges.example', 'https://other.example'] }))).toBe(is)
})

test.each([
  ['https://college.example/badges/1', true],
  ['https://college.example/other/1', false],
  ['https://college.example/badges/../other/1', false],
  ['http://college.example/badges/1', false],
])('%s begins as the profile says: %s', (address, is) => {
  expect(isWithinScope(address, allows({ startsWith: 'https://college.example/badges/' }))).toBe(is)
})

test('a beginning without an end of its host opens no other host', () => {
  const lax = allows({
    allowedOrigins: ['college.example', 'college.example.forger.example'],
    startsWith: 'https://college.example',
  })
  expect(isWithinScope('https://college.example/a/1', lax)).toBe(true)
  expect(isWithinScope('https://college.example.forger.example/a/1', lax)).toBe(false)
})
