import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { isValidElement, type VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { forReader, type Language, type Nation } from '#platform'
import { NOT_LISTED, type Recognition } from '#trust'
import { CredentialCard, formatDate, nextSays, page, problemPage, readinessSays, relationSays } from '#web'
import { demonstrationPage } from '../../wallet/web/demonstration.tsx'
import { type Catalogue, speaking, translated } from '../../web/language.tsx'
import { cy } from '../../web/sentences/cy.ts'
import { en } from '../../web/sentences/en.ts'
import type { Sentence } from '../../web/sentences/sentences.ts'
import { full } from './summary.ts'

const ROOT = join(import.meta.dirname, '..', '..')

/** The pages of which every word is in both languages. Whoever completes another adds it here. */
const COMPLETE = [
  'verifier/web/accepts-page.tsx acceptsPage',
  'verifier/web/check-page.tsx checkPage',
  'verifier/web/compare-page.tsx comparePage',
  'verifier/web/comparison-page.tsx comparisonPage',
  'verifier/web/find-page.tsx findPage',
  'verifier/web/find-result-page.tsx findResultPage',
  'verifier/web/kinds-page.tsx kindsPage',
  'verifier/web/many-page.tsx manyPage',
  'verifier/web/many-result-page.tsx blindManyResultPage',
  'verifier/web/many-result-page.tsx manyResultPage',
  'verifier/web/verdict-page.tsx verdictPage',
  'wallet/web/account.tsx accountPage',
  'wallet/web/account.tsx deletedPage',
  'wallet/web/add.tsx addPage',
  'wallet/web/credential.tsx credentialPage',
  'wallet/web/credential.tsx undecidedPage',
  'wallet/web/credential.tsx verdictPage',
  'wallet/web/demonstration.tsx demonstrationPage',
  'wallet/web/described.tsx describedListPage',
  'wallet/web/described.tsx describedPage',
  'wallet/web/export.tsx exportPage',
  'wallet/web/frameworks.tsx frameworksPage',
  'wallet/web/handover-form.tsx handoverFormPage',
  'wallet/web/handover-open.tsx acknowledgedPage',
  'wallet/web/handover-open.tsx handoverInvitationPage',
  'wallet/web/handover-open.tsx handoverOpenedPage',
  'wallet/web/helping.tsx helpedPage',
  'wallet/web/helping.tsx helpingPage',
  'wallet/web/helping.tsx invitationPage',
  'wallet/web/imported.tsx importedPage',
  'wallet/web/invite-helper.tsx helperPage',
  'wallet/web/invite-helper.tsx helpersPage',
  'wallet/web/offer.tsx offerPage',
  'wallet/web/passport.tsx passportPage',
  'wallet/web/problem.tsx problem',
  'wallet/web/public-share.tsx invitationPage',
  'wallet/web/public-share.tsx openedPage',
  'wallet/web/share-form.tsx shareFormPage',
  'wallet/web/shares.tsx sharePage',
  'wallet/web/shares.tsx sharesPage',
  'wallet/web/sign-in.tsx code',
  'wallet/web/sign-in.tsx link',
  'wallet/web/sign-in.tsx signIn',
  'wallet/web/skills/calendar-entry.tsx calendarEntryPage',
  'wallet/web/skills/calendar.tsx calendarPage',
  'wallet/web/skills/certificate-form.tsx certificateFormPage',
  'wallet/web/skills/certificates.tsx certificatePage',
  'wallet/web/skills/certificates.tsx certificatesPage',
  'wallet/web/skills/decisions.tsx decisionsPage',
  'wallet/web/skills/gap.tsx gapChoicePage',
  'wallet/web/skills/gap.tsx gapPage',
  'wallet/web/skills/home.tsx skillsHomePage',
  'wallet/web/skills/journey.tsx journeyFormPage',
  'wallet/web/skills/journey.tsx journeyPage',
  'wallet/web/skills/ledger.tsx ledgerPage',
  'wallet/web/skills/levels.tsx levelsPage',
  'wallet/web/skills/pack-form.tsx packFormPage',
  'wallet/web/skills/pack-target.tsx packTargetPage',
  'wallet/web/skills/pack-target.tsx vacancyPage',
  'wallet/web/skills/planner-plan.tsx planPage',
  'wallet/web/skills/planner.tsx plannerPage',
  'wallet/web/skills/portfolio-confirm.tsx confirmPage',
  'wallet/web/skills/portfolio-confirm.tsx confirmedPage',
  'wallet/web/skills/portfolio-form.tsx itemFormPage',
  'wallet/web/skills/portfolio-item.tsx portfolioItemPage',
  'wallet/web/skills/portfolio.tsx portfolioPage',
  'wallet/web/skills/prior-learning-claim.tsx claimPage',
  'wallet/web/skills/prior-learning-claim.tsx outcomePage',
  'wallet/web/skills/prior-learning.tsx claimFormPage',
  'wallet/web/skills/prior-learning.tsx claimsPage',
  'wallet/web/skills/progress.tsx progressPage',
  'wallet/web/skills/readiness.tsx readinessPage',
  'wallet/web/skills/relations.tsx relationsPage',
  'wallet/web/skills/search.tsx searchPage',
  'wallet/web/skills/self-question.tsx selfQuestionPage',
  'wallet/web/skills/self-readiness.tsx selfReadinessPage',
  'wallet/web/skills/self-result.tsx selfResultPage',
  'wallet/web/skills/self-start.tsx selfStartPage',
  'wallet/web/skills/self-targets.tsx targetFormPage',
  'wallet/web/skills/self-targets.tsx targetsPage',
  'wallet/web/skills/skill.tsx skillPage',
  'wallet/web/skills/skills-map.tsx skillsMapPage',
  'wallet/web/skills/timeline.tsx timelinePage',
  'wallet/web/skills/watching.tsx watchingPage',
  'wallet/web/start.tsx startPage',
  'wallet/web/transfer.tsx exportedPage',
  'wallet/web/transfer.tsx transferPage',
  'wallet/web/unreadable.tsx unreadablePage',
  'wallet/web/welcome.tsx welcomePage',
  'web/pages/problem.tsx problemPage',
]

/** Words that say nothing of their own in the one language: they are left out there on purpose. */
const EMPTY = new Set(['notYet', 'unread'])

/** What a word is given whose values are neither texts nor numbers. */
const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  added: [['⟨File⟩']],
  apply: [() => <a href="/there">⟨Words⟩</a>],
  assuranceStep: ['⟨Step⟩'],
  attention: [{ all: 71, out: 83, soon: 97, unknown: 89, day: null }],
  besides: [() => <a href="/there">⟨Words⟩</a>],
  cameTo: [{ described: 71, describedBefore: 83, duplicate: 97, undecided: 72, problem: 73 }],
  decisionsText: [() => <a href="/there">⟨Words⟩</a>],
  frameworks: [() => <a href="/there">⟨Words⟩</a>],
  genuineAnd: [71, [[83, 'x']]],
  gone: [['⟨File⟩']],
  handOver: [() => <a href="/there">⟨Words⟩</a>],
  heldTogether: [['⟨Relation⟩']],
  levelIn: ['WLS'],
  mayAccept: [() => <a href="/there">⟨Words⟩</a>],
  noBasis: ['EQF'],
  noneText: [() => <a href="/there">⟨Words⟩</a>],
  noneYet: [() => <a href="/there">⟨Words⟩</a>],
  nothingOf: [71, '⟨Names⟩'],
  onPaper: [() => <a href="/there">⟨Words⟩</a>],
  reveals: [['⟨Kind⟩']],
  texts: [['⟨Part⟩']],
}

test('IHE-68: which pages are whole in Welsh is known, and each other page says that it is English', () => {
  const files = globSync('{web,wallet,verifier}/**/*.tsx', { cwd: ROOT })
  const found = files.flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(/(\w+)(?: =|:) translated\(/g)].map(
      ([, name]) => `${file} ${name}`,
    ),
  )
  expect(found.toSorted()).toEqual(COMPLETE)
  const inWelsh = <T,>(make: () => T) => forReader({ language: 'cy', nation: 'WLS', here: '/here?a=b' }, make)
  const make = () => page({ service: 'wallet', title: 'Hello', body: <p>{formatDate('2027-06-25')}</p> })
  const other = inWelsh(make)
  expect(other).toContain('<html lang="cy">')
  expect(other).toMatch(/<title lang="en-GB">.*<main id="main" tabindex="-1" lang="en-GB">.*25 June 2027/)
  expect(other).toContain('<a class="language" href="/here?a=b&amp;language=en" lang="en-GB" hreflang="en">English</a>')
  const whole = inWelsh(() => translated(make)())
  expect(whole).toMatch(/<title>.*<main id="main" tabindex="-1">.*25 Mehefin 2027/)
  expect(whole.match(/lang="en-GB"/g)).toHaveLength(1)
  expect(inWelsh(() => translated(make, () => 'en')())).toBe(other)
  expect(make()).not.toContain('class="language"')
})

test('IHE-68: catalogues are where their tests look for them', () => {
  const files = globSync('{web,issuer,wallet,verifier}/**/*.{ts,tsx}', { cwd: ROOT })
  const astray = files.filter(
    (file) => /= catalogue\(/.test(readFileSync(join(ROOT, file), 'utf8')) && !/-words\.tsx?$/.test(file),
  )
  expect(astray).toEqual([])
})

test('IHE-68: a level is shown beside as the nation of its reader knows it, and as no more than comparable', () => {
  const rqf = { ...full, level: { name: 'Level 4', framework: 'RQF', code: '4', url: null } }
  const card = (nation: Nation | null, summary = rqf, language: Language = 'en') =>
    forReader({ language, nation, here: '/' }, () =>
      speaking(language, () => renderToString(<CredentialCard summary={summary} />)),
    )
  expect(card('WLS')).toMatch(/Level in Wales<\/dt>.*c_3a511ca6.*CQFW 4.*broadly comparable, not the same/)
  expect(card('WLS', rqf, 'cy')).toMatch(
    /Lefel yng Nghymru<\/dt>.*FfCChC \(CQFW\) 4.*yn fras gymaradwy, nid yr un fath/,
  )
  expect(card('SCT')).toMatch(/Level in Scotland<\/dt>.*SCQF 7/)
  expect(card('NIR')).not.toContain('Level in')
  expect(card(null)).not.toContain('Level in')
  const other = { ...full, level: { name: 'Grade 5', framework: 'Music', code: '5', url: null } }
  expect(card('SCT', other)).toContain('No basis for saying what it is in SCQF')
  const bachelor = { ...full, level: { name: 'SCQF 9', framework: 'SCQF', code: '9', url: null } }
  expect(card('ENG', bachelor)).toMatch(/RQF 6/)
  expect(card('SCT', { ...rqf, level: { ...rqf.level, code: '6' } })).toMatch(/SCQF 9.* or .*SCQF 10/)
})

test('IHE-68: every catalogue has each word in both languages, with the same values in it', async () => {
  const catalogues = await allCatalogues()
  expect(catalogues.length).toBeGreaterThan(12)
  expect(catalogues.flatMap(([name, words]) => differences(name, words.en, words.cy))).toEqual([])
})

test('IHE-68: every sentence about a check is in Welsh, with the same facts and remedies', () => {
  expect(Object.keys(en.codes).filter((code) => !Object.hasOwn(cy.codes, code))).toEqual([])
  const unlike = Object.entries(en.codes).flatMap(([code, english]) => {
    const welsh = Object.entries(cy.codes).find(([one]) => one === code)?.[1]
    const todo = (sentences: typeof welsh) =>
      Object.keys(sentences?.todo ?? {})
        .toSorted()
        .join()
    const isAlike = factsIn(english?.says) === factsIn(welsh?.says) && todo(english) === todo(welsh)
    return isAlike && factsIn(english?.says, true) === factsIn(welsh?.says, true) ? [] : [code]
  })
  expect(unlike).toEqual([])
  for (const part of [
    'headlines',
    'standings',
    'checks',
    'outcomes',
    'associations',
    'parts',
    'recognitionLabels',
  ] as const) {
    expect(differences(part, en[part], cy[part])).toEqual([])
  }
  expect(differences('marks', en.marks, cy.marks)).toEqual([])
})

test('IHE-68: what is said of names that are handed in is in both languages, with the same values', () => {
  const inBoth = <T,>(say: (nameOf: (id: string) => string) => T) =>
    (['en', 'cy'] as const).map((one) => speaking(one, () => say((id) => id)))
  const unlike = [readinessSays, nextSays, relationSays].flatMap((say) => {
    const [english, welsh] = inBoth<unknown>(say)
    return differences(say.name, english, welsh)
  })
  expect(unlike).toEqual([])
})

test('IHE-68: a page that could not be had says why in Welsh, and a reason without Welsh is marked as English', () => {
  const problem = { service: 'wallet', title: 'A title', detail: 'A reason.', status: 410 } as const
  const inWelsh = (code: 'share.ended' | 'request.invalid') =>
    forReader({ language: 'cy', nation: 'WLS', here: '/' }, () => problemPage({ ...problem, code }))
  expect(inWelsh('share.ended')).toMatch(/<h1>Mae’r rhannu wedi dod i ben<.*Mynd i’r dudalen gyntaf/)
  expect(inWelsh('share.ended')).not.toContain('A reason.')
  expect(inWelsh('request.invalid')).toContain('<span lang="en-GB">A reason.</span>')
  expect(problemPage({ ...problem, code: 'share.ended' })).toMatch(/<h1>A title<.*A reason\./)
})

test('IHE-68: what the examples of the demonstration say of themselves is marked as English on a Welsh page', () => {
  const passport = () => Promise.resolve(new Uint8Array())
  const look = [{ href: '/skills', label: 'Her skills' }]
  const example = { id: 'a', name: 'Ada', email: 'a@example.org', who: 'She welds.', look, passport }
  const welsh = forReader({ language: 'cy', nation: 'WLS', here: '/' }, () => demonstrationPage([example]))
  for (const text of ['She welds.', 'Her skills']) expect(welsh).toContain(`<span lang="en-GB">${text}</span>`)
  expect(welsh).toContain('Pasbort<span class="unseen"> Ada</span>')
})

test('IHE-68: what could not be checked is said in Welsh to be neither good nor bad', () => {
  expect(cy.outcomes.unknown).toBe('Nid oedd modd gwirio')
  expect(new Set(Object.values(cy.outcomes)).size).toBe(4)
  expect(new Set(Object.values(cy.headlines)).size).toBe(Object.keys(en.headlines).length)
  expect(cy.headlines.unchecked).not.toContain('go iawn')
})

test('IHE-68: what lists say of an issuer names the same list, days and bodies in Welsh', () => {
  const recognition: Recognition = {
    ...NOT_LISTED,
    issuerName: '⟨issuer⟩',
    list: { url: 'https://list.example', name: 'The ⟨list⟩', operator: 'did:web:list.example' },
    asOf: '⟨asOf⟩',
    since: '⟨since⟩',
    until: '⟨until⟩',
    awardedOn: '⟨awarded⟩',
    latestOn: '⟨latest⟩',
  }
  const reasons = [
    'scope',
    'before',
    'after',
    'suspended',
    'closed',
    'withdrawn',
    'retroactive',
    'keyNotListed',
  ] as const
  for (const outcome of Object.keys(en.recognition) as (keyof typeof en.recognition)[]) {
    for (const reason of [null, ...reasons]) {
      const one = { ...recognition, outcome, reason }
      const said = [en, cy].map(({ recognition: says }) => marksIn(says[outcome](one)))
      expect({ outcome, reason, facts: said[1] }).toEqual({ outcome, reason, facts: said[0] })
    }
  }
})

async function allCatalogues(): Promise<[string, Catalogue<unknown>][]> {
  const files = globSync('{web,wallet,verifier}/**/*-words.{ts,tsx}', { cwd: ROOT })
  const modules = await Promise.all(files.map(async (file) => [file, await import(join(ROOT, file))] as const))
  return modules.flatMap(([file, exported]) =>
    Object.entries<unknown>(exported).flatMap(([name, value]) =>
      isCatalogue(value) ? [[`${file} ${name}`, value] satisfies [string, Catalogue<unknown>]] : [],
    ),
  )
}

function isCatalogue(value: unknown): value is Catalogue<unknown> {
  return typeof value === 'function' && 'en' in value && 'cy' in value
}

/** Where two languages are not alike: a word that is missing or empty, or another set of values in it. */
function differences(at: string, english: unknown, welsh: unknown): string[] {
  const name = at.split(' ').at(-1) ?? ''
  if (typeof english === 'string') return (typeof welsh === 'string' && welsh !== '') || EMPTY.has(name) ? [] : [at]
  if (typeof english === 'function') {
    if (typeof welsh !== 'function') return [at]
    const probes = VALUES[name] === undefined ? [[71, 83, 97], [facts]] : [VALUES[name]]
    const said = probes.map((values) => [english, welsh].map((one) => sayable(() => one(...values))))
    if (said.every(([one]) => one === null)) return [`${at} cannot be probed`]
    return said.every(([one, other]) => one === other) ? [] : [at]
  }
  if (typeof english !== 'object' || english === null || typeof welsh !== 'object' || welsh === null) return [at]
  const others = new Map(Object.entries(welsh))
  const keys = Object.keys(english)
  const strange = [...others.keys()].filter((key) => !keys.includes(key))
  return [
    ...strange.map((key) => `${at} ${key}`),
    ...Object.entries(english).flatMap(([key, value]) => differences(`${at} ${key}`, value, others.get(key))),
  ]
}

/** Every fact as its own name in brackets, so that what a sentence is made of can be read off it. */
const facts = new Proxy<Record<string, string>>({}, { get: (_, name) => `⟨${String(name)}⟩` })

/** The same, with numbers for those that may be. */
const counted = new Proxy<Record<string, string | number>>(
  {},
  { get: (_, name) => (/count|faulty|unchecked/.test(String(name)) ? 71 : `⟨${String(name)}⟩`) },
)

function factsIn(sentence: Sentence | undefined, withNumbers = false): string {
  if (sentence === undefined) return 'missing'
  return marksIn(typeof sentence === 'string' ? sentence : sentence(withNumbers ? counted : facts))
}

/** The values in a text; null where it cannot be made of those that it was given. */
function sayable(make: () => unknown): string | null {
  try {
    const made = make()
    const isMade = typeof made === 'string' || isValidElement(made)
    return isMade
      ? marksIn(typeof made === 'string' ? made : speaking('en', () => renderToString(made as VNode)))
      : null
  } catch {
    return null
  }
}

const marksIn = (text: string) => [...new Set(text.match(/⟨[^⟩]+⟩|\b(?:71|83|97)\b/g))].toSorted().join()
