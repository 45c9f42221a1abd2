import { expect, test } from '@jest/globals'
import { renderToString } from 'preact-render-to-string'
import type { Mark } from '#credential'
import { NOT_LISTED, type Recognition } from '#trust'
import { CredentialCard } from '../../web/components/CredentialCard.tsx'
import { Marks } from '../../web/components/Marks.tsx'
import { Verdict } from '../../web/components/Verdict.tsx'
import { en } from '../../web/sentences/en.ts'
import { sentenceFor } from '../../web/sentences/sentences.ts'
import { full, report } from './summary.ts'

const { outcome: _outcome, ...silent } = NOT_LISTED
const list = { url: 'https://register.example/list', name: 'Register of Schemes', operator: 'did:web:register.example' }

const mark: Mark = {
  kind: 'QualityMark',
  scheme: 'https://frameworks.example/schemes/htq',
  subject: 'https://college.example/modules/NSO4/v2',
  outcome: 'ApprovedWithConditions',
  comment: 'Well matched.',
  approvedAgainst: ['https://frameworks.example/os/ST0127/1.2'],
  coverage: {
    counts: { Full: 1, Partial: 0, WorkplaceOnly: 1, NotCovered: 0 },
    items: [
      { competency: 'https://frameworks.example/os/ST0127/1.2/s01', degree: 'Full' },
      { competency: 'https://frameworks.example/os/ST0127/1.2/b01', degree: 'WorkplaceOnly' },
    ],
  },
  cycle: 'Cycle 3',
  firstTeachingOn: '2025-09-01',
  reviewDueOn: '2030-08-31',
  conditions: 'Report each year.',
  mayIssue: [],
  state: 'shown',
  reason: null,
  name: 'HTQ approval',
  by: { id: 'did:web:office.example', name: 'Office for Marks', isListed: true },
  schemeOwner: null,
  about: 'achievement',
  validFrom: '2025-02-15T00:00:00Z',
  validUntil: null,
  withdrawnOn: null,
  isReviewOverdue: false,
  isBeforeTeaching: false,
  recognition: { ...silent, outcome: 'recognised', list, asOf: '2027-11-20T10:00:00Z' },
}
const html = (changes: Partial<Mark> = {}) =>
  renderToString(<Marks marks={[{ ...mark, ...changes }]} id="verdict-marks" headingLevel={2} />)
const words = (changes?: Partial<Mark>) =>
  html(changes)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')

test('one click leads from a mark to what was approved, against what, how far, by whom and on which list', () => {
  expect(html()).toContain('<details><summary>What was approved, and by whom</summary>')
  for (const said of [
    'HTQ approval',
    'Approved with conditions',
    'https://frameworks.example/os/ST0127/1.2',
    'Covered in full: 1',
    'Learnt in a workplace only: 1',
    '2 statements one by one',
    'Cycle 3',
    '1 September 2025',
    '31 August 2030',
    'Report each year.',
    'Office for Marks',
    'Register of Schemes , as of 20 November 2027 at 10:00 UTC',
  ]) {
    expect(words()).toContain(said)
  }
})

test('a mark that is not its scheme owner’s says so, and repeats nothing of what it claims', () => {
  const schemeOwner = { did: 'did:web:office.example', name: 'Office for Marks' }
  const forged = words({
    state: 'notSchemeOwner',
    by: { id: 'did:web:x.example', name: 'X', isListed: false },
    schemeOwner,
  })
  expect(forged).toContain('was not issued by the scheme owner')
  expect(forged).toContain('name “Office for Marks” as the owner')
  const unknown = words({ state: 'notSchemeOwner', reason: 'recognition.notListed' })
  expect(unknown).toContain('As far as the lists that we use say, a quality mark that it carries was not issued by')
  expect(words({ state: 'notSchemeOwner', kind: 'IssuerAuthority', schemeOwner })).toContain(
    ' An authority to award that',
  )
  expect(unknown).toContain('No list that we use says that the scheme belongs to “Office for Marks”')
  expect(forged).not.toContain('ST0127')
  expect(forged).not.toContain('HTQ approval')
  expect(html({ state: 'notSchemeOwner' })).not.toContain('check-passed')
  expect(html()).toContain('check-passed')
})

test('a withdrawn mark is shown as withdrawn with its date, and takes nothing from the award', () => {
  const said = words({ state: 'withdrawn', withdrawnOn: '2027-03-01T00:00:00Z' })
  expect(said).toContain('has withdrawn this quality mark on 1 March 2027. That takes nothing from the award itself.')
  expect(said).toContain('Withdrawn 1 March 2027')
  expect(words({ state: 'withdrawn' })).toContain('The day is not known')
  expect(html({ state: 'withdrawn' })).not.toContain('check-passed')
})

test('what somebody confirms is never called a quality mark', () => {
  const unlisted = { id: 'did:web:x.example', name: 'X', isListed: false }
  const said = words({ kind: 'ManagerConfirmation', by: unlisted })
  expect(said).toContain('is on no list that we use for that')
  expect(said).toContain('It is no quality mark')
  expect(html({ kind: 'ManagerConfirmation', by: unlisted })).not.toContain('check-passed')
})

test('a verdict shows the marks of its report, and a card only those it is given, apart from the level', () => {
  const shown = renderToString(<Verdict report={{ ...report, marks: [mark] }} summary={full} audience="employer" />)
  expect(shown).toContain('id="verdict-marks"')
  expect(renderToString(<Verdict report={report} summary={full} audience="employer" />)).not.toContain('verdict-marks')
  const given = [{ kind: 'QualityMark' as const, name: 'HTQ approval', by: 'Office for Marks' }]
  const card = renderToString(<CredentialCard summary={full} marks={{ given, href: '#verdict-marks' }} />)
  expect(card).toContain('<a href="#verdict-marks"><bdi>HTQ approval</bdi></a>')
  expect(/<dt>Level<\/dt>.*?<\/dd>/.exec(card)?.[0]).not.toContain('HTQ')
  expect(renderToString(<CredentialCard summary={full} marks={{ given: [], href: '#' }} />)).not.toContain('Marks')
})

test('assurance is said as what is claimed, what the list allows, and which of them counts', () => {
  const allowing = (allowed: Recognition['assurance']['allowed']): Recognition => ({
    ...NOT_LISTED,
    outcome: 'recognised',
    list,
    assurance: { claimed: null, allowed, effective: null },
  })
  expect(en.assurance(NOT_LISTED, 'RegulatedAward')).toBe(
    'Claimed by the issuer: a regulated award. This is its own word; no list that we use says so.',
  )
  expect(en.assurance(allowing('ProviderAssessed'), 'RegulatedAward')).toBe(
    'Take it as assessed by the provider: the issuer claims more (a regulated award), and the list “Register of Schemes” lets it claim no more than that.',
  )
  expect(en.assurance(allowing('RegulatedAward'), 'ProviderAssessed')).toBe(
    'Take it as assessed by the provider: the issuer claims that, and the list “Register of Schemes” lets it claim up to: a regulated award.',
  )
  expect(en.assurance(allowing('ProviderAssessed'), 'ProviderAssessed')).toContain('lets it claim that.')
  expect(en.assurance(allowing(null), 'ProviderAssessed')).toContain('does not say what it may claim')
  expect(en.assurance(allowing('ProviderAssessed'), null)).toContain('does not claim any')
  expect(en.assurance(NOT_LISTED, null)).toBeNull()
})

test('a scheme owner that keeps the list itself is not said to own by another’s', () => {
  const detail = (list: string) => ({ kind: 'QualityMark', name: 'Office for Marks', list })
  const says = (list: string) =>
    sentenceFor(en, { check: 'endorsements', outcome: 'passed', code: 'endorsements.mark', detail: detail(list) })
  expect(says('Register of Schemes')).toBe(
    '“Office for Marks” gave this quality mark, and owns its scheme by the list “Register of Schemes”.',
  )
  expect(says('Office for Marks')).toBe(
    '“Office for Marks” gave this quality mark, and owns its scheme by its own list, which we use.',
  )
})
