import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { en } from '#web'

const root = join(import.meta.dirname, '../..')
const CODE =
  /['`]((?:shape|schema|parts|contexts|dates|currency|proof|issuer|status|recognition|endorsements|holder|recipient|evidence|did|log)\.[a-zA-Z]+)['`]/g

/** Codes that are put together from parts, so that no text in the sources shows them whole. */
const PUT_TOGETHER = [
  ...['status', 'recognition', 'endorsements', 'holder', 'evidence'].map((check) => `${check}.notRun`),
  ...['recognised', 'notListed', 'notAtThatDate', 'withdrawn', 'outOfScope', 'listUnavailable'].map(
    (outcome) => `recognition.${outcome}`,
  ),
  ...['missing', 'unsupported', 'malformed'].map((fault) => `proof.${fault}`),
]

/** Every code that a report may carry, as the sources of `credential/` write them. */
function codesInSources(): string[] {
  const files = readdirSync(join(root, 'credential'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  )
  const found = files.flatMap((file) =>
    [...readFileSync(join(root, 'credential', file), 'utf8').matchAll(CODE)].map(([, code]) => code ?? ''),
  )
  return [...new Set([...found, ...PUT_TOGETHER])].sort()
}

/** These name the property of a document and not what was found of it. */
const rows = [...readFileSync(join(root, 'docs/verdicts.md'), 'utf8').matchAll(/^\| `([a-z]+\.[a-zA-Z]+)` \|/gm)].map(
  ([, code]) => code ?? '',
)

/** Why a link could not be opened is told by the code of that error. */
const codesOfLinks = [
  ...readFileSync(join(root, 'platform/errors.ts'), 'utf8').matchAll(/\| '((?:fetch|share)\.[a-zA-Z]+)'/g),
].map(([, code]) => code ?? '')

test('every code of a report has a row in docs/verdicts.md, and every row is a code', () => {
  expect([...rows].sort()).toEqual([...codesInSources(), ...codesOfLinks].sort())
})

test('every code of a report has a sentence', () => {
  expect(rows.filter((code) => !Object.hasOwn(en.codes, code))).toEqual([])
})
