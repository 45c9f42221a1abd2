import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { renderToString } from 'preact-render-to-string'
import type { CheckResult, Report } from '#credential'
import { NOT_LISTED } from '#trust'
import { Verdict } from '../../web/components/Verdict.tsx'
import { en } from '../../web/sentences/en.ts'
import { remedyFor, sentenceFor } from '../../web/sentences/sentences.ts'
import { full, report } from './summary.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const shown = (changes: Partial<Report>, audience: 'employer' | 'holder' | 'issuer' = 'employer') =>
  renderToString(<Verdict report={{ ...report, ...changes }} summary={full} audience={audience} />)
const found = (code: string, outcome: CheckResult['outcome'], check: CheckResult['check']): CheckResult => ({
  check,
  outcome,
  code,
  detail: {},
})

const recognised: Report['recognition'] = {
  ...NOT_LISTED,
  outcome: 'recognised',
  list: { url: 'https://list.example', name: 'Register', operator: 'Example Office' },
  asOf: report.checkedAt,
  issuerName: 'Example College',
  since: null,
}

test('answers who, when and until when in one sentence', () => {
  expect(shown({ recognition: recognised })).toContain(
    'Example College awarded it to Siân Ó Briain on 25 June 2027. It is current until 30 June 2030.',
  )
})

test('says that a lapsed currency is still true as history', () => {
  const html = renderToString(
    <Verdict report={report} summary={{ ...full, currentUntil: '2027-01-01' }} audience="employer" />,
  )
  expect(html).toContain('lapsed on 1 January 2027; it is still true as history')
})

test('an issuer on no list is neither praised nor blamed', () => {
  const html = shown({})
  expect(html).toContain('recognition-neutral')
  expect(html).toContain('That is no fault')
  expect(html).toContain('verdict-genuineNotListed')
  expect(html).toContain('An issuer that calls itself')
  expect(html).not.toContain('verdict-genuine"')
  expect(html).not.toContain('recognition-recognised')
})

test('a recognised issuer is shown as such only while its signature holds', () => {
  expect(shown({ recognition: recognised })).toContain('recognition-recognised')
  expect(shown({ recognition: recognised, standing: 'notGenuine' })).not.toContain('recognition-recognised')
})

test('a body that the issuer names as awarding is never said to have awarded it', () => {
  const summary = { ...full, awardedBy: ['University of Renown'] }
  const html = renderToString(<Verdict report={report} summary={summary} audience="employer" />)
  expect(html).not.toContain('University of Renown awarded it')
})

test('an issuer that names another awarding body is said to have issued it, and that body by its name or website', () => {
  const said = (awardedBy: string[], knownNames = {}) =>
    renderToString(
      <Verdict report={report} summary={{ ...full, awardedBy, knownNames }} audience="employer" />,
    ).replaceAll(/<[^>]+>/g, '')
  const issued = 'calls itself Example College (college.example) issued it to Siân Ó Briain, dated 25 June 2027'
  expect(said(['https://university.example/'])).toContain(`${issued}, and names as awarding body: university.example.`)
  expect(said(['did:web:u.example'], { 'did:web:u.example': 'U' })).toContain(
    `${issued}, and names as awarding body: U.`,
  )
  expect(said(['did:web:college.example', 'did:web:u.example'])).toContain('as awarding body: itself, u.example.')
  expect(said([])).toContain(`${issued}. `)
})

test('the DID of whoever keeps a list is short to read, and whole on demand', () => {
  const operator = 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK'
  const html = shown({ recognition: { ...recognised, list: { url: 'https://l.example', name: 'Register', operator } } })
  expect(html).toContain('kept by <details class="shortened"><summary><code>did:key:z6MkhaXgBZ…')
  expect(html).toContain(`<code>${operator}</code>`)
})

test('an issuer that a list knows, but not for this, is not green', () => {
  expect(shown({ recognition: { ...recognised, outcome: 'notAtThatDate' } })).toContain('verdict-genuineNotRecognised')
})

test('a revoked credential stays genuine in words, with the reason and what to do', () => {
  const html = shown({ standing: 'noLongerValid', checks: [found('status.revoked', 'failed', 'status')] }, 'holder')
  expect(html).toContain('verdict-noLongerValid')
  expect(html).toContain('Genuine, but no longer valid')
  expect(html).toContain('has since revoked it')
  expect(html).toContain('how to appeal')
})

test('a forged document is not said to have been awarded by anyone', () => {
  const html = shown({ standing: 'notGenuine', checks: [found('proof.invalid', 'failed', 'proof')] })
  expect(html).toContain('changed after it was signed')
  expect(html).not.toContain('awarded it')
})

test('a format that we do not know is never called false', () => {
  const html = shown({ standing: 'unchecked', checks: [found('proof.unsupported', 'unknown', 'proof')] })
  expect(html).toContain('That does not make it false')
  expect(html).not.toContain('verdict-notGenuine')
})

test('of a link that could not be opened it says that, and nothing of a credential', () => {
  const html = renderToString(
    <Verdict
      report={{
        ...report,
        standing: 'unchecked',
        verdict: 'undecided',
        checks: [found('fetch.failed', 'unknown', 'link')],
        credential: null,
        securing: 'none',
        digest: '',
      }}
      summary={null}
      audience="employer"
    />,
  )
  expect(html).toContain('The link could not be opened</h1>')
  expect(html).toContain('Link</strong> <span class="check-outcome">Could not check')
  expect(html).not.toMatch(/credential could not|That does not make it false|Secured by|Not stated/)
})

test('one of several on a page says in its heading of which credential it speaks', () => {
  const one = renderToString(<Verdict report={report} summary={full} audience="employer" headingLevel={2} id="1" />)
  expect(one).toContain('<h2 id="1-headline"><bdi>Manual handling</bdi>: genuine, issuer not listed</h2>')
  expect(one).not.toContain(en.headlines.genuineNotListed)
})

test('a name cannot turn the direction of what we say after it', () => {
  const issuer = { ...full.issuer, name: 'Acme \u202Eegelloc' }
  const recognition = { ...report.recognition, outcome: 'outOfScope' as const, issuerName: 'Acme \u2067College' }
  const html = renderToString(
    <Verdict report={{ ...report, recognition }} summary={{ ...full, issuer }} audience="employer" />,
  )
  const said = [...html.matchAll(/<p[^>]*>.*?<\/p>/gs)].join('').replaceAll(/<bdi>.*?<\/bdi>/gs, '')
  expect(said).toContain('Acme College')
  expect(said).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/)
})

test('shows each check with its outcome in words and its reason', () => {
  const html = shown({ checks: [found('proof.ok', 'passed', 'proof'), found('status.notRun', 'unknown', 'status')] })
  expect(html).toContain('Signature</strong> <span class="check-outcome">Passed')
  expect(html).toContain('Not looked at')
})

test('a code without a sentence falls to a plain one that names it', () => {
  expect(sentenceFor(en, found('proof.somethingNew', 'failed', 'proof'))).toBe(
    'This check failed. Its code is proof.somethingNew.',
  )
  expect(sentenceFor(en, found('constructor', 'unknown', 'proof'))).toContain('could not be checked')
  expect(remedyFor(en, found('proof.somethingNew', 'failed', 'proof'), 'employer')).toBeNull()
})

test('every code that a check can give has a sentence', () => {
  const sources = globSync('credential/**/*.ts', { cwd: ROOT }).map((path) => readFileSync(join(ROOT, path), 'utf8'))
  const codes = sources.flatMap((source) => [
    ...source.matchAll(
      /'((?:shape|contexts|dates|proof|issuer|did|status|endorsements|holder|evidence|currency)\.[a-zA-Z]+)'/g,
    ),
  ])
  expect(codes.length).toBeGreaterThan(30)
  const missing = codes.map(([, code = '']) => code).filter((code) => !Object.hasOwn(en.codes, code))
  expect([...new Set(missing)]).toEqual([])
})
