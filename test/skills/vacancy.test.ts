import { expect, test } from '@jest/globals'
import { frameworks, skillsNamedIn, targetsNamedIn } from '#skills'

const known = frameworks()
const NAMES = [
  { term: 'a', name: 'Network' },
  { term: 'b', name: 'Secure a small network' },
  { term: 'c', name: 'C#' },
  { term: 'd', name: 'Über-Wachung' },
  { term: 'e', name: ' ' },
]
const namesIn = (text: string) => skillsNamedIn(text, NAMES).map(({ term }) => term)

test('only whole names are found, whatever their case and the signs between their words', () => {
  expect(namesIn('You know C#, and über wachung.')).toEqual(['c', 'd'])
  expect(namesIn('Networking; CC#; networks')).toEqual([])
  expect(namesIn('')).toEqual([])
})

test('of names that overlap the longer counts, and each is told once, in the order of the text', () => {
  expect(namesIn('C# first. Then secure a small network, and again C#.')).toEqual(['c', 'b'])
})

test('jobs and standards are found by their titles', () => {
  const found = targetsNamedIn('We look for a network engineer (or a software developer).', known)
  expect(found.map(({ id }) => id)).toEqual(['ST0127', 'ST0116'])
})

test('a text of any length is read at once', () => {
  expect(skillsNamedIn(`${'word '.repeat(10_000)} spreadsheets`, known.names).map(({ name }) => name)).toContain(
    'Spreadsheets',
  )
})

test('a text that is eighteen times as long in compatible letters is not read to its end', () => {
  expect(skillsNamedIn(`spreadsheets ${'ﷺ '.repeat(10_000)} C#`, [...known.names, ...NAMES])).toMatchObject([
    { name: 'Spreadsheets' },
  ])
})
