import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { parseHTML } from 'linkedom'
import { techniquesIn } from '#skills'
import type { Visitor } from '../visitor.ts'
import { startTestWallet, type TestWallet } from '../wallet.ts'
import { aligned, held, hold } from './held.ts'

let wallet: TestWallet
let visitor: Visitor
/** Where their own things are. */
const places = new Map<string, string>()
/** Somebody who has something for each page to show. */
beforeAll(async () => {
  wallet = await startTestWallet({}, { now: () => new Date('2026-11-30T09:00:00Z') })
  const entered = await wallet.enter('cymraeg@example.org', 'Mair')
  visitor = entered.visitor
  const { person } = entered
  const lapsed = { awardedDate: '2024-10-12T00:00:00Z', achievement: aligned('sector/auto-motorsport', 'AM-HV2') }
  places.set('current', `/skills/calendar/${await hold(wallet.parts, person, held(lapsed))}`)
  const credit = [{ type: ['Credit'], creditValue: '4', creditScheme: 'RQF' }]
  await hold(
    wallet.parts,
    person,
    held({ subject: { creditAwarded: credit }, achievement: aligned('itq/2009', 'IPU/2') }),
  )
  for (const [at, said] of ['yes', 'yes', 'no', 'yes'].entries()) {
    await visitor.post(`/skills/self-assessment/SS/${at + 1}`, { said })
  }
  await visitor.post('/skills/watching', { target: 'ST0127' })
  const course = { title: 'Web design', provider: 'Example College', status: 'Enrolled', on: '2026-01-10' }
  const journey = (await visitor.post('/skills/journey', course)).headers.get('location')?.replace('#', '/') ?? ''
  await visitor.post(`${journey}/step`, { status: 'OnHold', on: '2026-03-01', credential: '' })
  const work = {
    type: 'project',
    title: 'A bike',
    about: 'Old',
    contribution: 'All',
    skill: 'Repair bikes',
    link: 'https://bikes.example/',
  }
  const item = (await visitor.post('/portfolio', work)).headers.get('location') ?? ''
  places.set('item', item)
  await visitor.upload(`${item}/files`, [{ name: 'bike.jpg', bytes: new Uint8Array(9) }])
  await visitor.post(`${item}/ask`)
  const asked = /value="http[^"]+(\/confirm\/[^"]+)"/.exec(await (await visitor.get(item)).text())?.[1] ?? ''
  places.set('asked', asked)
  const claim = await visitor.post('/skills/prior-learning', { title: 'A claim', outcomes: 'Lead a team\nPlan' })
  places.set('claim', claim.headers.get('location') ?? '')
  const which = JSON.stringify(['New CLAiT 2006', 'Unit 2 Creating spreadsheets and graphs', 1])
  const scan = { name: 'scan.jpg', bytes: new Uint8Array(9) }
  const written = { paper: 'New CLAiT Unit 2', which, awardedOn: '2026-01-10' }
  const certificate = await visitor.upload('/skills/certificates', [scan], written)
  places.set('certificate', certificate.headers.get('location') ?? '')
})
afterAll(() => wallet.stop())

const PAGES = [
  '/portfolio',
  '/portfolio/new',
  'asked',
  'item',
  'item/edit',
  '/skills',
  '/packs/new',
  '/packs/new?target=ROLE-EVTECH',
  '/packs/new?target=vacancy&title=Trainee&term=AM-HV2&more=Whistling',
  '/skills/calendar',
  'current',
  '/skills/certificates',
  'certificate',
  '/skills/certificates/new',
  '/skills/certificates/new?paper=New+CLAiT',
  '/skills/credit',
  '/skills/decisions',
  '/skills/gap',
  '/skills/gap/ROLE-EVTECH',
  '/skills/itq',
  '/skills/itq?target=itq%2F2009%23L2-CERT&want=SS%2F1&ownSize=3&ownLevel=2',
  '/skills/journey',
  '/skills/journey/new',
  '/skills/map',
  '/skills/map/eskills%2F2006%23SS',
  '/skills/map/eskills%2F2006%23WP',
  '/skills/prior-learning',
  'claim',
  'claim/edit',
  'claim/outcomes/1',
  '/skills/prior-learning/new?from=itq%2F2003%23SS%2F2',
  '/skills/readiness/ROLE-EVTECH',
  '/skills/relations',
  '/skills/relations?of=hnc-networks',
  '/skills/search',
  '/skills/search?words=s&assurance=ProviderAssessed',
  '/skills/targets',
  '/skills/targets/new?technique=SS',
  '/skills/timeline',
  '/skills/timeline?kind=work',
  '/skills/watching',
]

test.each(PAGES)('IHE-68: every word of %s is Welsh for whoever reads Welsh', async (path) => {
  const english = await textsIn('en', path)
  const welsh = await textsIn('cy', path)
  expect(english.length).toBeGreaterThan(3)
  expect(welsh.filter((text) => english.includes(text))).toEqual([])
})

test('IHE-68: what somebody said that they can do is named in Welsh on the Welsh pages, as it was asked', async () => {
  const seen = async (path: string, language: string) =>
    (await (await visitor.get(path, { 'accept-language': language })).text()).replaceAll(/<[^>]+>/g, '')
  const { value } = techniquesIn(wallet.parts.frameworks, 'cy')
  const title = value.content.techniques.find(({ code }) => code === 'SS')?.title ?? ''
  expect(title).not.toBe(wallet.parts.frameworks.nameOf('eskills/2006#SS'))
  for (const path of ['/skills', '/skills/map', '/skills/search', '/skills/timeline']) {
    expect(await seen(path, 'cy')).toContain(title)
    expect(await seen(path, 'en')).not.toContain(title)
  }
})

/** The texts that are words of the page's own: neither somebody's name or document, nor a code, a number or a framework's. */
async function textsIn(language: 'en' | 'cy', path: string): Promise<string[]> {
  const answer = await visitor.get(
    path.replace(/^[a-z]+/, (name) => places.get(name) ?? ''),
    { 'accept-language': language },
  )
  expect(answer.status).toBe(200)
  const { document } = parseHTML(await answer.text())
  const main = document.querySelector('main')
  expect(main?.getAttribute('lang')).toBe(null)
  const own = [...(main?.querySelectorAll('*') ?? [])].filter(
    (one) => one.closest('bdi, code, option, svg, textarea, [lang]:not(html)') === null,
  )
  const texts = own.flatMap((one) => [...one.childNodes].filter(({ nodeType }) => nodeType === 3).map(textOf))
  const named = own.flatMap((one) =>
    ['aria-label', 'placeholder', 'alt', 'title'].map((name) => one.getAttribute(name) ?? ''),
  )
  return [...texts, ...named].filter((text) => /[a-z]{2}/.test(text) && !/^(?:https:|[\d.,]+ [kM]B$)/.test(text))
}

const textOf = ({ textContent }: { textContent: string | null }) => textContent?.trim() ?? ''
