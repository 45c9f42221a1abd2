import { expect, test } from '@jest/globals'
import { contentDigest } from '#credential'
import { frameworks, ledgerOf } from '#skills'
import type { LastCheck } from '../../../wallet/records/credentials.ts'
import { type DecisionFault, decidedHoldings, decisionsOf, transfersOf } from '../../../wallet/skills/decisions.ts'
import { factsOf } from '../../../wallet/skills/held-fact.ts'
import { decisionsPage } from '../../../wallet/web/skills/decisions.tsx'
import { held } from './held.ts'

const TODAY = '2026-11-30'
const DECIDER = 'did:web:board.example'
const LEARNER = 'did:example:learner'
const SOURCE = 'urn:example:source'
const known = frameworks()
const [ruleset] = known.rulesets.filter(({ id }) => id === 'itq/2003')

const source = held({ id: SOURCE, subject: { id: LEARNER } })
const decision = (changes: object = {}) => ({
  type: ['RecognitionDecision'],
  recognitionType: 'PriorLearning',
  satisfies: ['urn:skills-passport:term:itq/2003#WP/1'],
  basedOn: [SOURCE],
  basedOnDigest: [contentDigest(source.received)],
  decidedBy: DECIDER,
  decidedOn: '2026-02-01',
  ...changes,
})

/** A credential of decisions as it was found at its last check. `held` builds what is awarded, which a decision is not. */
function decided(subjects: readonly object[], found: Parameters<typeof held>[1] = {}, more: object = {}) {
  const made = held({}, found)
  const { id, type } = made.shown.credential
  const credential = {
    id: id ?? '',
    type: type ?? [],
    issuer: { id: DECIDER, name: 'City & Guilds' },
    credentialSubject: JSON.parse(JSON.stringify(subjects)),
    ...more,
  }
  return { ...made, shown: { ...made.shown, credential } }
}

/** As one that was checked before the wallet noted how credentials stand. */
function unnoted(made: ReturnType<typeof decided>): ReturnType<typeof decided> {
  const { stands: _, ...checked } = made.checked
  return { ...made, checked }
}

function read(...credentials: Parameters<typeof factsOf>[0][number][]) {
  return readAll(source, ...credentials)
}

function readAll(...all: Parameters<typeof factsOf>[0][number][]) {
  const decisions = decisionsOf(all, factsOf(all, known), TODAY, known)
  if (ruleset === undefined) throw new Error('The rules of 2003 are bundled.')
  return { decisions, units: decidedHoldings(decisions, ruleset, known).map(({ unit }) => unit) }
}

const stands = (changes: Partial<NonNullable<LastCheck['stands']>>): Partial<LastCheck> => ({
  stands: { status: 'active', recognition: 'recognised', allowed: null, ...changes },
})

test('a decision of a recognised issuer about what is held counts', () => {
  expect(read(decided([decision()])).units).toEqual(['WP/1'])
  expect(read(decided([decision({ id: LEARNER })])).units).toEqual(['WP/1'])
  const transfer = decided([decision({ recognitionType: 'CreditTransfer', satisfies: ['https://college.example/it'] })])
  expect(transfersOf(read(transfer).decisions)).toMatchObject([{ items: [source.id] }])
})

test.each<[string, DecisionFault, ReturnType<typeof decided>]>([
  ['of an issuer on no list', 'notListed', decided([decision()], stands({ recognition: 'notListed' }))],
  [
    'of an issuer that a list knows for other things',
    'notForThis',
    decided([decision()], stands({ recognition: 'outOfScope' })),
  ],
  [
    'whose list could not be read',
    'listUnavailable',
    decided([decision()], stands({ recognition: 'listUnavailable' })),
  ],
  ['from before anybody noted who is recognised', 'notListed', unnoted(decided([decision()]))],
  ['that was revoked', 'takenBack', decided([decision()], stands({ status: 'revoked' }))],
  ['that could not be checked', 'notChecked', decided([decision()], stands({ status: 'unknown' }))],
  ['that had expired when it was checked', 'expired', decided([decision()], { face: 'noLongerValid' })],
  ['that expired since', 'expired', decided([decision()], {}, { validUntil: '2026-11-20T00:00:00Z' })],
  ['of a day to come', 'notYet', decided([decision({ decidedOn: '2999-01-01' })])],
  ['about nothing', 'sourceNotHeld', decided([decision({ basedOn: [] })])],
  ['about more than is held', 'sourceNotHeld', decided([decision({ basedOn: [SOURCE, 'urn:example:other'] })])],
  ['that names what it is about by its id alone', 'sourceNotTied', decided([decision({ basedOnDigest: [] })])],
  ['about another with that id', 'sourceDiffers', decided([decision({ basedOnDigest: ['zOther'] })])],
  ['about somebody else', 'aboutAnother', decided([decision({ id: 'did:example:bob' })])],
])('a decision %s is shown and counts for nothing', (_, fault, credential) => {
  const { decisions, units } = read(credential)
  expect([decisions.map((one) => one.fault), units]).toEqual([[fault], []])
  expect(transfersOf(decisions.map((one) => ({ ...one, recognitionType: 'CreditTransfer' as const })))).toEqual([])
})

/** The source as it is found at another check. */
const sourceFound = (checked: Partial<LastCheck>) => ({ ...source, checked: { ...source.checked, ...checked } })

test('of transferred credit so much is recognised as was decided, nought is nothing, and twice is once', () => {
  const transfer = (creditValue: string, changes: object = {}) =>
    decision({
      recognitionType: 'CreditTransfer',
      satisfies: ['https://college.example/it'],
      creditCounted: { creditValue, creditScheme: 'CATS' },
      ...changes,
    })
  const recognised = (...subjects: object[]) => {
    const transfers = transfersOf(read(decided(subjects)).decisions)
    const credit = { value: '15', scheme: 'CATS', level: null }
    const entry = {
      item: source.id,
      achievement: 'a',
      credit,
      awardedOn: '2026-01-15',
      as: 'Earned',
      stands: true,
    } as const
    return ledgerOf(known.schemes, [entry], TODAY, transfers).value.recognised.map(({ value }) => value)
  }
  expect(recognised(transfer('15'))).toEqual(['15'])
  expect(recognised(transfer('10'))).toEqual(['10'])
  expect(recognised(transfer('40'))).toEqual(['15'])
  expect(recognised(transfer('0'))).toEqual([])
  expect(recognised(transfer('10'), transfer('10'))).toEqual(['10'])
  expect(recognised(transfer('10', { creditCounted: undefined }))).toEqual(['15'])
})

test.each<[string, DecisionFault, Partial<LastCheck>]>([
  ['revoked', 'sourceTakenBack', { face: 'noLongerValid', ...stands({ status: 'revoked' }) }],
  ['suspended', 'sourceTakenBack', { face: 'noLongerValid', ...stands({ status: 'suspended' }) }],
  ['not to be checked', 'sourceNotChecked', { face: 'unchecked', ...stands({ status: 'unknown' }) }],
  ['expired', 'sourceNotCurrent', { face: 'noLongerValid' }],
])('a decision stops counting where what it is about is %s since', (_, fault, found) => {
  const { decisions, units } = readAll(sourceFound(found), decided([decision()]))
  expect([decisions.map((one) => one.fault), units]).toEqual([[fault], []])
})

test('what has lapsed since by its own last day carries no decision, and what takes the place of an id is no source', () => {
  const until = (currentUntil: string) => held({ id: SOURCE, subject: { id: LEARNER, currentUntil } })
  const about = (one: typeof source) => decided([decision({ basedOnDigest: [contentDigest(one.received)] })])
  const faultOf = (...all: Parameters<typeof readAll>) => readAll(...all).decisions.map(({ fault }) => fault)
  const [lapsed, current] = [until('2026-11-01'), until('2027-11-01')]
  expect(faultOf(lapsed, about(lapsed))).toEqual(['sourceNotCurrent'])
  expect(faultOf(current, about(current))).toEqual([null])
  expect(faultOf(current, about(lapsed))).toEqual(['sourceDiffers'])
  // Beside the one that was looked at another of its id changes nothing.
  expect(faultOf(lapsed, current, about(current))).toEqual([null])
})

test('who is a subject of what they sign decides nothing, whichever of the subjects they are', () => {
  expect(read(decided([decision({ id: DECIDER })])).decisions).toEqual([])
  expect(read(decided([decision(), { ...decision(), id: DECIDER }])).decisions).toEqual([])
})

test('the page names an issuer on no list by what it calls itself, and follows no address but on the web', () => {
  const person = { id: 'one', name: 'Ola', email: 'ola@example.org', unreadable: new Set<string>() } as Parameters<
    typeof decisionsPage
  >[0]['person']
  const satisfies = ['javascript:alert(1)', 'http://plain.example/', 'https://college.example/it']
  const { decisions } = read(decided([decision({ satisfies })], stands({ recognition: 'notListed' })))
  const html = decisionsPage({ person, decisions, known })
  expect(html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')).toMatch(
    /0: decided by an issuer on no list that is known here An issuer that calls itself City &amp; Guilds/,
  )
  expect([...html.matchAll(/<a href="([^"]+)"[^>]*><bdi>A course of theirs/g)].map(([, href]) => href)).toEqual([
    'https://college.example/it',
  ])
})
