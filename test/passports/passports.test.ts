import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { renderToString } from 'preact-render-to-string'
import { summarise } from '#credential'
import {
  asArray,
  asText,
  canonicalJson,
  isObject,
  type Json,
  type JsonObject,
  parseJsonObject,
  sha256Hex,
} from '#platform'
import { combine, ledgerOf, returnToLearning } from '#skills'
import { QrCode } from '#web'
import { examplePassports } from '../../scripts/passports.ts'
import { packBlocks } from '../../wallet/formats/pack-pdf.ts'
import { readPack } from '../../wallet/pack.ts'
import { findEntry, saveItem, seenNow } from '../../wallet/portfolio.ts'
import { listCredentials } from '../../wallet/records/credentials.ts'
import { findPersonByEmail, type Person } from '../../wallet/records/person.ts'
import { savePersonal } from '../../wallet/records/personal.ts'
import { CONFIRMATION } from '../../wallet/records/portfolio-kinds.ts'
import { findShare } from '../../wallet/records/shares.ts'
import { creditEntries } from '../../wallet/skills/credit.ts'
import { calendarOf } from '../../wallet/skills/currency.ts'
import { readPassport } from '../../wallet/skills/read-passport.ts'
import { standingOf } from '../../wallet/skills/targets.ts'
import { unitsOf } from '../../wallet/skills/units.ts'
import { broughtIn, type Visitor, visitorOf } from '../wallet/visitor.ts'
import { startTestWallet, type TestWallet } from '../wallet/wallet.ts'
import { streamsIn } from '../web/pdf/streams.ts'
import { wordsIn } from '../web/pdf/words.ts'
import { fieldsOnPage, fieldsOnPaper, fieldsPresented } from './fields.ts'

const FOLDER = join(import.meta.dirname, '..', '..', 'examples', 'passports')
const AS_OF = '2026-12-01'

let wallet: TestWallet
const loaded = new Map<string, { person: Person; visitor: Visitor; report: string }>()

beforeAll(async () => {
  const { people } = examplePassports()
  wallet = await startTestWallet({}, { examples: people, now: () => new Date(`${AS_OF}T12:00:00Z`) })
  for (const { id, name } of people) {
    const { person, visitor } = await wallet.enter(`${id}@example.com`, name)
    const bytes = new Uint8Array(readFileSync(join(FOLDER, `${id}.zip`)))
    loaded.set(id, { person, visitor, report: await broughtIn(visitor, [{ name: `${id}.zip`, bytes }]) })
  }
}, 60_000)
afterAll(() => wallet.stop())

function of(id: string) {
  const one = loaded.get(id)
  if (one === undefined) throw new Error(`${id} is not among the examples.`)
  return one
}

const passportOf = (id: string) => readPassport(wallet.parts, of(id).person)
const wordsOf = (page: string) => page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const seen = async (id: string, path: string) => wordsOf(await (await of(id).visitor.get(path)).text())

/** What becomes of their units of the ITQ of 2009, for a qualification. */
async function askItq(id: string, qualification: string) {
  const { facts, known } = await passportOf(id)
  const ruleset = known.rulesets.find((one) => one.id === 'itq/2009')
  if (ruleset === undefined) throw new Error('There is no such ruleset.')
  const { holdings, certificates } = unitsOf(facts, ruleset, known)
  const { value, notCounted } = combine(ruleset, { qualification, held: holdings, registered: AS_OF, on: AS_OF })
  return {
    certificates,
    isMet: value.isMet,
    further: value.completions.further,
    left: notCounted.map(({ code }) => code),
  }
}

test.each([
  ['no-qualifications', 0],
  ['technician', 8],
  ['graduate', 10],
  ['itq-mixed-levels', 7],
  ['three-providers', 5],
  ['returning', 8],
])('the passport of %s comes in whole: %i credentials, all genuine', async (id, number) => {
  const { person, report } = of(id)
  const held = await listCredentials(wallet.parts, person)
  // No list speaks for their issuers here; the demonstration's does.
  expect(held.map(({ checked }) => checked.face)).toEqual(Array(number).fill('genuineNotListed'))
  expect(report).not.toMatch(/Not genuine|Not added|could not/)
  const about = held.flatMap(({ text }) => [...text.matchAll(/"identityType":"(\w+)"|"(email|dateOfBirth)"/g)])
  expect(about.filter(([, type]) => type !== 'name')).toEqual([])
})

test('all that there is to look at is there', async () => {
  for (const { id, look } of examplePassports().people) {
    for (const { href } of look) expect([id, href, (await of(id).visitor.get(href)).status]).toEqual([id, href, 200])
  }
})

/** The names of the fields on the page of a credential, by its title, and what each says. */
async function cardOf(id: string, title: string): Promise<Map<string, string>> {
  const held = await listCredentials(wallet.parts, of(id).person)
  const one = held.find(({ shown }) => summarise(shown).title === title)
  const page = await (await of(id).visitor.get(`/credentials/${one?.id}`)).text()
  const rows = page.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/gs)
  return new Map([...rows].map(([, label = '', value = '']) => [label, wordsOf(value).trim()]))
}

const DEGREE = 'BA (Hons) Early Childhood Education and Care'

test('IHE-04, IHE-91: a degree, a manufacturer’s certificate, a short course and a unit have the same fields in the same order, with credit or without', async () => {
  const cards = await Promise.all([
    cardOf('graduate', DEGREE),
    cardOf('graduate', 'Sewing and making'),
    cardOf('technician', 'High-voltage isolation'),
    cardOf('returning', 'Back to digital work'),
    cardOf('itq-mixed-levels', 'Spreadsheet software, level 2'),
  ])
  const [first, ...others] = cards.map((card) => [...card.keys()])
  expect(first).toEqual(expect.arrayContaining(['Skills', 'Level', 'How it was assessed', 'Awarded by', 'Awarded on']))
  for (const labels of others) expect(labels).toEqual(first)
  expect(cards.map((card) => card.get('Credits'))).toEqual([
    expect.stringContaining('360'),
    'No credit attached',
    'No credit attached',
    '12 CPD hours',
    expect.stringMatching(/^4 /),
  ])
})

test('IHE-28, IHE-44: practical skills are shared without the degree, and by issuers whom no list knows', async () => {
  const { person, visitor } = of('graduate')
  const wanted = ['Sewing and making', 'Safe driving with children']
  const held = await listCredentials(wallet.parts, person)
  const credential = held.filter(({ shown }) => wanted.includes(summarise(shown).title)).map(({ id }) => id)
  const verdict = wordsOf(await (await visitor.get(`/credentials/${credential[0]}/verdict`)).text())
  expect(verdict).toContain('Issuer is not on a list we use')
  const made = await visitor.post('/shares', { credential, audience: 'Example Nursery', lasts: '7' })
  const page = await (await visitor.get(made.headers.get('location') ?? '')).text()
  const link = /http:\/\/localhost:\d+\/s\/[\w-]+/.exec(page)?.[0] ?? ''
  const presentation = await (await fetch(link, { method: 'POST', headers: { accept: 'application/json' } })).text()
  for (const title of wanted) expect(presentation).toContain(title)
  expect(JSON.parse(presentation).verifiableCredential).toHaveLength(2)
  expect(presentation).not.toContain('BA (Hons)')
})

test('whoever has no qualifications sees what they can do and who says so, and how they came on towards their goal', async () => {
  const home = await seen('no-qualifications', '/skills')
  expect(home).toContain('5 things that you can do: 5 in your own words.')
  expect(home).toContain('Spreadsheets : Foundation')
  expect(home).toContain('Plan a rota for twelve people')
  expect(home).not.toContain('Certificates and qualifications')
  const { person } = of('no-qualifications')
  const { evidence, goals } = await standingOf(wallet.parts, person, await passportOf('no-qualifications'))
  expect(evidence).toHaveLength(4)
  expect(goals?.requirements.map(({ term }) => term)).toEqual(['eskills/2006#SS'])
})

test('IHE-07: a passport holds learning from four sources, each stated by its setting, and a filter for each finds it and no other', async () => {
  const { facts } = await passportOf('returning')
  const settings = new Set(facts.map(({ learningSetting }) => learningSetting))
  expect(settings).toEqual(new Set(['FormalCreditBearing', 'FormalNonCredit', 'EmployerTraining', 'CPD']))
  const sources = {
    education: 'IT security for users, level 1',
    professional: 'Customer care',
    workplace: 'Leading a shift',
    development: 'Back to digital work',
  }
  for (const source of Object.keys(sources)) {
    const text = await seen('returning', `/skills/search?source=${source}`)
    for (const [other, title] of Object.entries(sources)) {
      expect({ source, other, found: text.includes(`${title}`) }).toEqual({ source, other, found: source === other })
    }
  }
})

describe('how current things are', () => {
  test.each([
    [
      'technician',
      { lapsedHistory: 1, superseded: 1, lapsedNotAuthorised: 1, dueSoon: 1, current: 4 },
      'High-voltage isolation',
      'lapsedNotAuthorised',
    ],
    ['graduate', { dueSoon: 1, current: 8, unknown: 1 }, 'Personal and online safety', 'dueSoon'],
    ['returning', { lapsedNotAuthorised: 1, lapsedHistory: 1, current: 6 }, 'Customer care', 'lapsedHistory'],
  ])('for %s', async (id, states, title, state) => {
    const { facts, known } = await passportOf(id)
    const entries = calendarOf(facts, AS_OF, known)
    const found = Object.groupBy(entries, ({ answer }) => answer.value.state)
    expect(Object.fromEntries(Object.entries(found).map(([name, all]) => [name, all.length]))).toEqual(states)
    expect(entries.find(({ fact }) => fact.title === title)?.answer.value.state).toBe(state)
  })

  test('IHE-67: a technician is told what stands in the way, and what would renew it', async () => {
    const text = await seen('technician', `/skills/readiness/ROLE-EVTECH?on=${AS_OF}`)
    expect(text).toContain('EV technician: Not ready yet')
    expect(text).toContain('High-voltage isolation ran out on 12 October 2026')
    expect(text).toContain('High-voltage isolation reassessment, one day')
  })
})

test('IHE-61: the graduate has a record that ties each practical skill to the degree', async () => {
  const held = await listCredentials(wallet.parts, of('graduate').person)
  const record = held.flatMap(({ shown }) => summarise(shown).record ?? [])
  expect(record).toHaveLength(1)
  expect(JSON.stringify(held.map(({ text }) => text)).match(/isRelatedTo/g)).toHaveLength(8)
})

test('units at two levels make the Certificate at level 2, without the one whose area is taken; the next is 7 credits away', async () => {
  const certificate = await askItq('itq-mixed-levels', 'L2-CERT')
  expect(certificate).toMatchObject({ isMet: true, left: ['combination.areaTaken'] })
  const extended = await askItq('itq-mixed-levels', 'L2-XCERT')
  expect(extended).toMatchObject({ isMet: false, further: { size: 7, units: 2 } })
})

test('IHE-90 (partly): credit of three providers stays apart by scheme and level, and what was certified twice counts once', async () => {
  const { facts, known } = await passportOf('three-providers')
  expect(new Set(facts.map(({ by }) => by)).size).toBe(3)
  const { value, notCounted } = ledgerOf(known.schemes, creditEntries(facts), AS_OF)
  expect(value.totals.map(({ scheme, level, value: total }) => `${scheme} ${level}: ${total}`)).toEqual([
    'CATS FHEQ 5: 20',
    'CATS RQF 4: 45',
    'SCQF SCQF 7: 8',
    'ECTS FHEQ 5: 10',
    'ECTS RQF 4: 22.5',
  ])
  expect(notCounted.map(({ code }) => code)).toEqual(['credit.duplicate', 'credit.duplicate'])
})

test('IHE-55: whoever comes back after ten years has units and old certificates that a body may refuse for their age', async () => {
  const certificate = await askItq('returning', 'L1-CERT')
  expect(certificate).toMatchObject({ isMet: false, further: { size: 9 } })
  expect(certificate.certificates.map(({ scheme, standing }) => `${scheme} ${standing}`)).toEqual(
    Array(2).fill('New CLAiT 2006 verified'),
  )
  const { facts, known } = await passportOf('returning')
  const { value } = returnToLearning(known.library, facts, AS_OF)
  expect(value.filter(({ mayBeRefusedBy }) => mayBeRefusedBy.length > 0)).toHaveLength(7)
})

describe('the page of the demonstration', () => {
  test('names everybody, and a button leads in once and to what is to be seen', async () => {
    const visitor = visitorOf(wallet.url)
    const page = await (await visitor.get('/demonstration')).text()
    for (const { name, who } of examplePassports().people)
      expect(page).toContain(`<bdi>${name}</bdi></h2><p>${who}</p>`)
    const look = '/skills/gap/ROLE-EVTECH'
    const link = (await visitor.post('/demonstration/technician', { look })).headers.get('location') ?? ''
    expect(link).toMatch(/^\/sign-in\/link\//)
    expect((await visitor.post(link)).headers.get('location')).toBe(look)
    expect(wordsOf(await (await visitor.get('/passport')).text())).toContain('8 credentials')
    expect((await visitorOf(wallet.url).post(link)).status).toBe(410)
  })

  test('what somebody took out stays out, and an emptied passport is filled again', async () => {
    const enter = async () => {
      const visitor = visitorOf(wallet.url)
      const link = (await visitor.post('/demonstration/three-providers')).headers.get('location') ?? ''
      expect((await visitor.post(link)).headers.get('location')).toBe('/passport')
      return visitor
    }
    const visitor = await enter()
    const person = await findPersonByEmail(wallet.parts, 'jo@example.org')
    if (person === undefined) throw new Error('There is nobody.')
    const [first, ...rest] = await listCredentials(wallet.parts, person)
    await visitor.post(`/credentials/${first?.id}/delete`)
    await enter()
    expect(await listCredentials(wallet.parts, person)).toHaveLength(4)
    for (const { id } of rest) await visitor.post(`/credentials/${id}/delete`)
    await enter()
    expect(await listCredentials(wallet.parts, person)).toHaveLength(5)
  })

  test('leads nowhere else, and knows nobody else', async () => {
    const visitor = visitorOf(wallet.url)
    const link = (await visitor.post('/demonstration/technician', { look: '/account' })).headers.get('location') ?? ''
    expect((await visitor.post(link)).headers.get('location')).toBe('/passport')
    expect((await visitor.post('/demonstration/somebody')).status).toBe(404)
  })
})

describe('an application pack', () => {
  const TITLES = ['High-voltage isolation', 'Structured electronic diagnosis']

  /** A pack of the technician's for a job, with something that they made and another confirmed. */
  async function madePack() {
    const { person, visitor } = of('technician')
    const made = await saveItem(wallet.parts, person, {
      type: 'artefact',
      title: 'Test rig for battery packs',
      about: 'Built from scrap.',
      skill: '',
      contribution: '',
      link: '',
    })
    if ('faults' in made) throw new Error('The item is faulty.')
    const entry = await findEntry(wallet.parts, person, made.name)
    const confirmation = { item: made.name, seen: seenNow(entry), by: 'Sam Okoro', relation: 'Workshop lead' }
    const said = {
      ...confirmation,
      email: 'sam@example.org',
      words: '',
      part: '',
      at: '2026-12-01T08:00:00Z',
      proof: '',
    }
    await savePersonal(wallet.parts, person, CONFIRMATION, said)
    const held = await listCredentials(wallet.parts, person)
    const chosen = held.filter(({ shown }) => TITLES.includes(summarise(shown).title))
    const answer = await visitor.post('/packs', {
      target: 'ROLE-EVTECH',
      credential: chosen.map(({ id }) => id),
      work: made.name,
      audience: 'Kestrel Garage',
      lasts: '30',
    })
    return {
      visitor,
      at: answer.headers.get('location') ?? '',
      ids: idsIn(chosen.map(({ received }) => received.credential)),
    }
  }

  const idsIn = (credentials: readonly Json[]) =>
    credentials.map((one) => (isObject(one) ? asText(one.id) : '')).toSorted()
  const shownIn = (presentation: JsonObject) => idsIn(asArray(presentation.verifiableCredential))

  test('IHE-22: a role is picked, what shows it is proposed and chosen already, and the rest can be chosen too', async () => {
    const { visitor } = of('technician')
    const html = await (await visitor.get('/packs/new?target=ROLE-EVTECH')).text()
    expect(wordsOf(html)).toContain('Apply for: EV technician')
    expect(wordsOf(html)).toMatch(/Your credentials show \d of the 3 skills/)
    const boxes = [...html.matchAll(/<input[^>]*name="credential"[^>]*>/g)].map(([box]) => box)
    expect(boxes).toHaveLength(8)
    expect(boxes.filter((box) => box.includes('checked'))).toHaveLength(2)
    expect((await visitor.get('/packs/new?target=nothing')).status).toBe(404)
    const refused = await visitor.post('/packs', { target: 'ROLE-EVTECH', lasts: '30' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Choose at least one credential to share.')
  })

  test('IHE-06, IHE-22: the link, its code, the PDF and the presentation of a pack name the same credentials', async () => {
    const { visitor, at, ids } = await madePack()
    expect(ids).toHaveLength(2)
    const page = await (await visitor.get(at)).text()
    const link = /http:\/\/[^"<\s]+\/s\/[\w-]+/.exec(page)?.[0] ?? ''
    // The code is of that very link.
    expect(renderToString(QrCode({ text: link, label: '' }))).toContain(
      /<path d="[^"]+" fill="#14213d"/.exec(page)?.[0],
    )
    const opened = await fetch(link, { method: 'POST', headers: { accept: 'application/json' } })
    expect(shownIn(parseJsonObject(await opened.text()))).toEqual(ids)
    const saved = await visitor.get(`${at}/presentation.json`)
    expect(saved.headers.get('content-type')).toContain('application/vp')
    expect(shownIn(parseJsonObject(await saved.text()))).toEqual(ids)
    const pdf = Buffer.from(await (await visitor.get(`${at}/pack.pdf`)).arrayBuffer())
    const inside = streamsIn(pdf.toString('latin1')).filter((text) => text.startsWith('{'))
    expect(inside.map((text) => shownIn(parseJsonObject(text)))).toEqual([ids])
    expect(pdf.toString('latin1')).toContain(`/URI (${link})`)
    const { person } = of('technician')
    const share = await findShare(wallet.parts, person, at.split('/').at(-1) ?? '')
    const pack = await readPack(wallet.parts, person, share)
    if (pack === null) throw new Error('It is a pack.')
    const made = { pack, name: 'Tomos', audience: 'Kestrel Garage', madeAt: wallet.parts.now() }
    const words = JSON.stringify(packBlocks({ ...made, link: { url: link, until: share.expiresAt } }))
    for (const title of [...TITLES, 'Test rig for battery packs', 'Confirmed by Sam Okoro'])
      expect(words).toContain(title)
    expect(words).not.toContain('Composite inspection')
    // Whoever opens the link in a browser sees what was made too, and that nobody checks it.
    const seenThere = wordsOf(await (await fetch(link, { method: 'POST', headers: { accept: 'text/html' } })).text())
    expect(seenThere).toContain('Test rig for battery packs')
    expect(seenThere).toContain('no verifier checks them')
    await visitor.post(`${at}/withdraw`)
    expect((await fetch(link, { method: 'POST', headers: { accept: 'application/json' } })).status).toBe(410)
  })

  /** What each credential says, in words, in the order of their titles. */
  const hashOf = (fields: readonly Record<string, string>[]) =>
    sha256Hex(canonicalJson(fields.toSorted((one, other) => ((one.Title ?? '') < (other.Title ?? '') ? -1 : 1))))

  test('IHE-06: the presentation, the page and the PDF of a pack say the same of each credential: their hashes match', async () => {
    const { visitor, at } = await madePack()
    const page = await (await visitor.get(at)).text()
    const link = /http:\/\/[^"<\s]+\/s\/[\w-]+/.exec(page)?.[0] ?? ''
    const presentation = parseJsonObject(await (await visitor.get(`${at}/presentation.json`)).text())
    const presented = asArray(presentation.verifiableCredential).filter(isObject).map(fieldsPresented)
    const shown = await fetch(link, { method: 'POST', headers: { accept: 'text/html' } })
    const onPage = fieldsOnPage(await shown.text())
    const pdf = Buffer.from(await (await visitor.get(`${at}/pack.pdf`)).arrayBuffer())
    const onPaper = fieldsOnPaper(wordsIn(pdf.toString('latin1')), TITLES)
    expect(onPage).toHaveLength(2)
    expect(presented.every((fields) => Object.keys(fields).length === 9)).toBe(true)
    expect([hashOf(onPage), hashOf(onPaper)]).toEqual([hashOf(presented), hashOf(presented)])
    // Were one field another, its hash would be too.
    const [first = {}, ...rest] = presented
    expect(hashOf([{ ...first, Level: 'Another' }, ...rest])).not.toBe(hashOf(presented))
    await visitor.post(`${at}/withdraw`)
  })

  test('IHE-22: from the text of a vacancy to a share in three pages: what it names is found, put right, and shown by what is proposed', async () => {
    const { person, visitor } = of('technician')
    const text =
      'EV technician wanted. You will do HIGH-VOLTAGE isolation, structured electronic diagnosis and “pit-lane safety”. Diagnosis of moods is no part of it.'
    const found = await visitor.post('/packs/vacancy', { title: 'Technician at Kestrel', text })
    const first = await found.text()
    const boxes = [...first.matchAll(/<input[^>]*name="term"[^>]*value="([^"]+)"[^>]*>/g)]
    expect(boxes.map(([, term]) => term)).toEqual(['AM-HV2', 'AM-DIAG'])
    expect(boxes.every(([box]) => box.includes('checked'))).toBe(true)
    expect(wordsOf(first)).toContain('It also speaks of Choose one to apply with all that it asks for. EV technician')
    // One is left out, two are added: one that is known by its name, and one that nobody knows.
    const wish = {
      target: 'vacancy',
      title: 'Technician at Kestrel',
      term: 'AM-HV2',
      more: 'Technical scrutineering\nWhistling',
    }
    const second = await (await visitor.get(`/packs/new?${new URLSearchParams(wish)}`)).text()
    expect(wordsOf(second)).toMatch(/Apply for: Technician at Kestrel Your credentials show \d of the 3 skills/)
    expect(wordsOf(second)).toMatch(/Whistling Nothing shows it yet/)
    expect(wordsOf(second)).not.toContain('What to do about what is missing')
    const chosen = [...second.matchAll(/<input[^>]*name="credential"[^>]*>/g)].filter(([box]) =>
      box.includes('checked'),
    )
    const credential = chosen.map(([box]) => /value="([^"]+)"/.exec(box)?.[1] ?? '')
    expect(credential.length).toBeGreaterThan(0)
    const terms = [...second.matchAll(/<input[^>]*name="term"[^>]*value="([^"]+)"/g)].map(([, term = '']) => term)
    expect(terms).toEqual(['AM-HV2', 'AM-SCR', 'named Whistling'])
    const made = await visitor.post('/packs', {
      ...{
        target: 'vacancy',
        title: 'Technician at Kestrel',
        term: terms,
        credential,
        audience: 'Kestrel',
        lasts: '7',
      },
    })
    const at = made.headers.get('location') ?? ''
    expect(wordsOf(await (await visitor.get(at)).text())).toContain('Technician at Kestrel')
    const share = await findShare(wallet.parts, person, at.split('/').at(-1) ?? '')
    const pdf = Buffer.from(await (await visitor.get(`${at}/pack.pdf`)).arrayBuffer()).toString('latin1')
    expect(wordsIn(pdf)).toEqual(expect.arrayContaining(['Application for Technician at Kestrel', 'Whistling']))
    const link = `${wallet.url}/s/${share.token}`
    expect((await fetch(link, { method: 'POST', headers: { accept: 'application/json' } })).status).toBe(200)
    await visitor.post(`${at}/withdraw`)
    expect((await fetch(link, { method: 'POST', headers: { accept: 'application/json' } })).status).toBe(410)
    expect((await visitor.post('/packs/vacancy', { text: ' ' })).status).toBe(422)
  })

  test('a pack is its holder’s alone, and another share is no pack', async () => {
    const { at } = await madePack()
    const other = of('graduate').visitor
    for (const file of ['pack.pdf', 'presentation.json']) expect((await other.get(`${at}/${file}`)).status).toBe(404)
    const [first] = await listCredentials(wallet.parts, of('graduate').person)
    const wish = { credential: first?.id ?? '', audience: 'Anyone', lasts: '7' }
    const plain = (await other.post('/shares', wish)).headers.get('location')
    expect((await other.get(`${plain}/pack.pdf`)).status).toBe(404)
  })
})
