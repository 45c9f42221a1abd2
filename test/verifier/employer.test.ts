import { describe, expect, test } from '@jest/globals'
import { unzipSync } from 'fflate'
import type { JsonObject } from '#platform'
import { readWork } from '#protocol'
import { frameworks, GAP_STATES } from '#skills'
import { formatDate } from '#web'
import { type SeveralAnswer, shownIn } from '../../verifier/answer.ts'
import { checkLink, checkSubmitted } from '../../verifier/check-on-page.ts'
import { compareForm, compareSubmitted } from '../../verifier/compare-on-page.ts'
import { blinding } from '../../verifier/employer/blind.ts'
import { blindRows } from '../../verifier/employer/blind-rows.ts'
import { type EmployerView, employerView } from '../../verifier/employer/employer-view.ts'
import { skillsFound } from '../../verifier/employer/find-people.ts'
import { inNeutralOrder } from '../../verifier/employer/neutral-order.ts'
import { findForm, findSubmitted } from '../../verifier/find-on-page.ts'
import { blindManyResultPage } from '../../verifier/web/many-result-page.tsx'
import { verdictPage } from '../../verifier/web/verdict-page.tsx'
import { iconShapes } from '../../web/icons.ts'
import { expectQuick } from '../time.ts'
import { answerAbout, PARTS, passport, viewOf } from './passports.ts'

/** A word of its own for each number. */
const letters = (at: number) => at.toString(26).replaceAll(/[0-9]/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)))

/** One view by itself, without who it is. */
const blinded = (view: EmployerView) => blinding([view])(view)

/** The days that tell when somebody learned, as a page may write them. */
const daysIn = ({ credentials }: EmployerView) =>
  credentials
    .flatMap(({ awardedOn, currency: { until } }) => [awardedOn?.slice(0, 10) ?? [], until ?? []].flat())
    .flatMap((day) => [day, formatDate(day)])

const wordsOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

test.each([
  'technician',
  'graduate',
  'itq-mixed-levels',
  'three-providers',
  'returning',
])('IHE-01, IHE-60: the passport of %s is answered skills first: what they can do, who says so, is it current', async (id) => {
  const { view } = await viewOf(id)
  const html = verdictPage(await answerAbout(id))
  const words = wordsOf(html)
  const place = (text: string) => words.indexOf(text)
  expect(view.holders).toHaveLength(1)
  expect(place(`What ${view.holders[0]} can do`)).toBeGreaterThan(0)
  // Before the verdict on any one of them.
  const first = place('What was checked')
  for (const { name, by } of view.skills.slice(0, 3)) {
    expect(place(name)).toBeGreaterThan(0)
    expect(place(name)).toBeLessThan(first)
    expect(place(by?.issuer ?? 'nobody')).toBeLessThan(first)
  }
  // Each leads to what shows it.
  for (const { by } of view.skills) {
    expect(html).toContain(`href="#${by?.item}"`)
    expect(html).toContain(`id="${by?.item}"`)
  }
})

test('IHE-44: how sure something is counts as far as a list goes; without one it is its issuer’s own word', async () => {
  const { view } = await viewOf('technician')
  const [skill] = view.skills
  expect(skill?.by).toMatchObject({
    claimed: 'ProviderAssessed',
    assurance: 'PeerOrManagerConfirmed',
    recognition: 'notListed',
  })
  const words = wordsOf(verdictPage(await answerAbout('technician')))
  expect(words).toContain('Its issuer says: assessed by the provider')
  expect(words).not.toContain('Confirmed by a colleague')
})

test('what has run out is told as that, with its day', async () => {
  const { view } = await viewOf('technician')
  const isolation = view.skills.find(({ name }) => name === 'High-voltage isolation')
  expect(isolation).toMatchObject({
    state: 'lapsed',
    by: { currency: { state: 'lapsedNotAuthorised', until: '2026-10-12' } },
  })
})

test('IHE-28, IHE-29: what was gained in addition to the degree stands in a block that names the degree', async () => {
  const { view } = await viewOf('graduate')
  const [block, ...more] = view.supplements
  expect(more).toEqual([])
  expect(block?.degree.title).toBe('BA (Hons) Early Childhood Education and Care')
  expect(block?.beside).toHaveLength(8)
  expect(block?.beside.map(({ credential }) => credential.title)).toContain('Sewing and making')
  expect(block?.inside).toEqual([])
  expect(wordsOf(verdictPage(await answerAbout('graduate')))).toContain(
    'In addition to the degree BA (Hons) Early Childhood Education and Care',
  )
})

/** The answer with something else about the credential of that title. */
async function graduateWith(title: string, changes: (answer: SeveralAnswer['reports'][number]) => object) {
  const answer = structuredClone(await answerAbout('graduate')) as SeveralAnswer
  const change = (one: SeveralAnswer['reports'][number]) => {
    if (one.summary?.title === title) Object.assign(one, changes(one))
    one.reports?.forEach(change)
  }
  answer.reports.forEach(change)
  return employerView(answer, frameworks()).view.supplements
}

test('IHE-29: without a genuine degree there is no such block, and what is not genuine or of another person is not in it', async () => {
  const degree = 'BA (Hons) Early Childhood Education and Care'
  expect(await graduateWith(degree, () => ({ standing: 'noLongerValid' }))).toEqual([])
  expect(await graduateWith('Degree with its practical suite', () => ({ standing: 'notGenuine' }))).toEqual([])
  const [revoked] = await graduateWith('Sewing and making', () => ({ standing: 'noLongerValid' }))
  expect(revoked).toMatchObject({ left: 1 })
  expect(revoked?.beside).toHaveLength(7)
  const [another] = await graduateWith('Sewing and making', ({ credential }) => {
    const subject = credential?.credentialSubject as JsonObject
    const identifier = [{ type: 'IdentityObject', hashed: false, identityType: 'name', identityHash: 'Eve Example' }]
    return { credential: { ...credential, credentialSubject: { ...subject, identifier } } }
  })
  expect(another?.beside.map(({ credential }) => credential.title)).not.toContain('Sewing and making')
})

test('nothing rests on what is not genuine or could not be checked, and how much that is, is said', async () => {
  const answer = structuredClone(await answerAbout('technician')) as SeveralAnswer
  const [one, other] = answer.reports
  if (one === undefined || other === undefined) throw new Error('The technician has more than two.')
  one.standing = 'notGenuine'
  other.checks = other.checks.map((check) => (check.check === 'proof' ? { ...check, outcome: 'unknown' } : check))
  const { view } = employerView(answer, frameworks())
  expect(view.left).toEqual({ notGenuine: 1, unchecked: 1 })
  expect(view.credentials).toHaveLength(answer.reports.length - 2)
  expect(wordsOf(verdictPage(answer))).toContain('Left out: 1 not genuine, 1 that could not be checked.')
})

describe('without seeing who it is', () => {
  test.each([
    'technician',
    'graduate',
    'three-providers',
    'returning',
  ])('IHE-34: the blind view of %s names neither the person nor an institution, and no day of an award', async (id) => {
    const { view } = await viewOf(id)
    const html = verdictPage(await answerAbout(id), { isBlind: true })
    const institutions = view.credentials.flatMap((one) => [one.issuer, ...one.awardedBy, ...one.deliveredBy])
    const days = daysIn(view)
    expect(days.length).toBeGreaterThan(0)
    for (const told of [...view.holders, ...institutions, ...days]) expect(html).not.toContain(told)
    expect(html).not.toContain('class="seal')
    expect(html).not.toContain('did:key')
    expect(html).toContain('What they sent still holds all of it.')
    expect(html).toContain('Institution A')
    for (const { name } of view.skills) expect(html).toContain(name.replaceAll('&', '&amp;'))
  })

  const LINK = 'https://wallet.example/s/1'

  /** What becomes of the title of an award by an institution to a person. */
  async function titleOf(title: string, issuer: string, holder: string, changes: object = {}) {
    const { view } = await viewOf('technician')
    const [one] = view.credentials
    if (one === undefined) throw new Error('The technician has credentials.')
    const credentials = [{ ...one, awardedBy: [], deliveredBy: [], validatedBy: [], issuer, title, ...changes }]
    const hidden = blinded({ ...view, holders: [holder], credentials, skills: [], supplements: [] })
    return hidden.credentials[0]?.title
  }

  test.each([
    [
      'Marketing by Mark (Hill) College for Mark Hill+',
      'Mark (Hill) College',
      'Mark Hill+',
      'Marketing by Institution A for …',
    ],
    ['Best apprentice: Wu Li', 'College', 'Li Wu', 'Best apprentice: … …'],
    ['Lifting in wuthering heights', 'College', 'Li Wu', 'Lifting in wuthering heights'],
    ['How to do it by Do AN', 'College', 'An Do', 'How to do it by … …'],
    ['Zoe\u0308 Bronte\u0308 at the Cafe\u0301 School', 'Café School', 'Zoë Brontë', '… at the Institution A'],
    ['Grade 5 (TCL)', 'Trinity College London', 'Ola Adeyemi', 'Grade 5 (Institution A)'],
    [
      'TCL grade 5, Trinity  College London',
      'Trinity College London (TCL)',
      'Ola',
      'Institution A grade 5, Institution A',
    ],
    ['IT skills (UB)', 'University of Bristol', 'Ola', 'IT skills (Institution A)'],
    ['Safety (IET)', 'Trinity College London', 'Ola', 'Safety (IET)'],
    ['A level - Mathematics', 'Institution of A', 'Mo - Farah', 'A level - Mathematics'],
    ['Award to Jose Munoz and Lukasz Zak', 'College', 'José Muñoz Łukasz Żak', 'Award to … … and … …'],
    ['José O’Brien at St Mary’s', "St Mary's", "Jose O'Brien", '… at Institution A'],
    ['Zo\u00ADe, An\u200Bna and Marie in anna-marie', 'College', 'Zoe Anna-Marie', '…, … and … in …'],
  ])('names go from the title %s by %s for %s, wherever they stand as words, and nothing else does', async (title, issuer, holder, left) => {
    expect(await titleOf(title, issuer, holder)).toBe(left)
  })

  test('a name of over 200 letters or 20 parts takes the whole text with it that holds it, and no other text', async () => {
    const parts = (count: number) => Array.from({ length: count }, () => 'zo').join(' ')
    expect(await titleOf(`Award to ${parts(21)}`, 'College', parts(21))).toBe('…')
    expect(await titleOf(`Award to ${'z'.repeat(201)}`, 'College', 'z'.repeat(201))).toBe('…')
    expect(await titleOf('Award by zo zo', 'College', parts(21))).toBe('Award by zo zo')
    expect(await titleOf(`Award to ${parts(20)}`, 'College', parts(20))).toBe('Award to …')
  })

  test('of work the holder’s own words are left out, and a skill that a framework knows stays', async () => {
    const known = 'Works well in a delivery team'
    const own = 'Welding as Anna Smith does'
    const by = { by: 'Sam Lee', relation: 'manager of Anna', on: '2026-01-01' }
    const portfolio = [known, own].map((skill) => ({
      ...{ title: `Anna Smith: ${skill}`, about: 'by Anna', contribution: 'Anna did it', skill },
      ...{ withHelp: false, confirmedBy: [by] },
    }))
    const answer = { ...(await answerAbout('technician')), reports: [], portfolio }
    const open = verdictPage(answer)
    expect(wordsOf(open)).toContain(own)
    // Nobody checked who confirmed it, so no tick stands beside them.
    expect(open).toContain(`${iconShapes('info')}</svg><span>Confirmed by`)
    const words = wordsOf(verdictPage(answer, { isBlind: true }))
    expect(words).not.toMatch(/Anna|Smith|Sam|Lee|manager|Welding/)
    expect(words).toMatch(/Works well in a delivery team Confirmed by somebody .*Shown by Work 1/)
    expect(words).toContain('Work 2')
    expect(words.match(/any skill that is in no framework known here/g)).toHaveLength(1)
  })

  test('IHE-34: of what somebody signed about themself no word of theirs stays, nor of whom nobody vouches for where no name is known', async () => {
    const { view } = await viewOf('technician')
    const [one] = view.credentials
    const [skill] = view.skills
    if (one === undefined || skill === undefined) throw new Error('The technician has credentials and skills.')
    const free = {
      ...{ title: 'Anna Smith welds', level: { name: 'As Anna does', elsewhere: [] } },
      regulatedBy: ['Anna’s board'],
    }
    const own = { ...one, ...free, isOwn: true, issuer: 'Anna Smith' }
    const other = { ...one, ...free, item: 'other', issuer: 'A shop', recognition: 'notListed' as const }
    const named = { ...one, item: 'named', title: 'Taught by Anna Smith', recognition: 'recognised' as const }
    const credentials = [own, other, named]
    const skills = [own, other, named].map((by) => ({
      ...skill,
      ...{ name: `Of Anna ${by.item}`, isOfFramework: false, by, others: [] },
    }))
    const words = (holders: string[]) =>
      JSON.stringify(blinded({ ...view, holders, credentials, skills, supplements: [] }).credentials)
    const blind = blinded({ ...view, holders: [], credentials, skills, supplements: [] })
    expect(words([])).not.toMatch(/Anna|Smith/)
    expect(blind.credentials.map(({ title }) => title)).toEqual(['Own statement 1', 'Award 1', 'Taught by …'])
    expect(blind.credentials[0]?.issuer).toBe('The person themself')
    expect(blind.skills.map(({ name }) => name)).toEqual(['Of … named'])
    // Where the name is known it is taken out, and the rest of such a title stays.
    expect(words(['Anna Smith'])).toContain('… welds')
    expect(words(['Anna Smith'])).not.toMatch(/Anna|Smith/)
  })

  test('whoever is the subject of one credential signed another themself, whatever subject that one names', async () => {
    const answer = await answerAbout('technician')
    const [first] = answer.reports ?? []
    if (first?.summary === null || first?.credential === undefined || first.credential === null)
      throw new Error('There is one.')
    const { issuer } = first.summary
    const about = {
      ...first,
      digest: 'another',
      credential: { ...first.credential, credentialSubject: { id: issuer.id } },
    }
    const { view } = employerView(
      {
        ...answer,
        reports: [
          { ...first, reports: [] },
          { ...about, reports: [] },
        ],
      },
      frameworks(),
    )
    expect(view.credentials.map(({ isOwn }) => isOwn)).toEqual([true, true])
  })

  test('work that somebody is said to confirm on a day to come is its holder’s own word', async () => {
    const work = (on: string) => ({ title: `Shelf ${on}`, confirmedBy: [{ by: 'Sam', relation: '', on }] })
    const days = ['2026-10-01', '2026-10-02', '2026-10-03', '2999-01-01']
    const { work: read, unread } = readWork(days.map(work), new Date('2026-10-01T12:00:00Z'))
    expect(read.map(({ confirmedBy }) => confirmedBy.length)).toEqual([1, 1, 0, 0])
    expect(unread).toBe(0)
    const shown = { type: ['VerifiablePresentation'], portfolio: [work('2999-01-01')] }
    const text = JSON.stringify({ '@context': ['https://www.w3.org/ns/credentials/v2'], ...shown })
    const page = await checkSubmitted({ text }, [], PARTS)
    const words = 'html' in page ? wordsOf(page.html) : ''
    expect(words).toContain('Shelf 2999-01-01')
    expect(words).not.toContain('Confirmed by Sam')
  })

  test.each([
    ['a name of very many parts', [Array.from({ length: 20_000 }, (_, at) => `z${letters(at)}`).join(' ')]],
    ['very many names that begin alike', Array.from({ length: 20_000 }, (_, at) => `z z z z z z ${letters(at)}`)],
    ['a name of very many signs', ['('.repeat(200_000), `${' '.repeat(200_000)}(`]],
  ])('names are hidden from a thousand titles at once, whatever one of them is: %s', async (_, holders) => {
    const { view } = await viewOf('technician')
    const [one] = view.credentials
    if (one === undefined) throw new Error('The technician has credentials.')
    const credentials = Array.from({ length: 1000 }, (_, at) => ({
      ...one,
      issuer: holders[at] ?? one.issuer,
      title: 'z '.repeat(100),
    }))
    const views = [{ ...view, holders, credentials }, ...Array.from({ length: 29 }, () => view)]
    await expectQuick(3_000, () => views.map(blinding(views)))
  })

  test('whoever regulates what they award themselves is hidden, and another regulator is not', async () => {
    const { view } = await viewOf('technician')
    const credentials = view.credentials.map((one) => ({
      ...one,
      regulatedBy: [one.issuer.normalize('NFD'), 'Ofqual'],
    }))
    const hidden = blinded({ ...view, credentials })
    for (const { issuer, regulatedBy } of hidden.credentials) expect(regulatedBy).toEqual([issuer, 'Ofqual'])
  })

  test('what a framework calls a skill stays, whatever somebody is called', async () => {
    const { view } = await viewOf('technician')
    const known = view.skills.find(({ name }) => name === 'High-voltage isolation')
    if (known === undefined) throw new Error('The technician can isolate.')
    expect(known.isOfFramework).toBe(true)
    const own = { ...known, name: 'Isolation after Voltage', isOfFramework: false }
    const hidden = blinded({ ...view, holders: ['Voltage Isolation'], skills: [known, own] })
    expect(hidden.skills.map(({ name }) => name)).toEqual(['High-voltage isolation', '… after …'])
    const unaligned = await viewOf('returning')
    expect(unaligned.view.skills.every(({ isOfFramework }) => isOfFramework)).toBe(false)
  })

  /** Where the links and forms of a page lead within the verifier, but for what only its look needs. */
  const targetsIn = (html: string) =>
    [...html.matchAll(/<(?:a|form)[^>]* (?:href|action)="(\/[^"]*)"[^>]*>([\s\S]*?)<\/(?:a|form)>/g)].map(
      ([, address = '', inside = '']) => ({
        url: new URL(address.replaceAll('&amp;', '&'), 'http://v.example'),
        inside,
      }),
    )

  test.each([
    ['a link that cannot be opened', { link: 'https://wallet.example/s/1?a=1&b=2', at: '2026-10-01' }],
    ['the form', {}],
  ])('the choice goes along with every link and form after %s, but for the one that takes it back', async (_, query) => {
    const { link, at } = { link: undefined, at: undefined, ...query }
    const answer = await checkLink({ link, at: at === undefined ? at : new Date(at), blind: 'on' }, PARTS)
    const targets = targetsIn('html' in answer ? answer.html : '')
    const elsewhere = ['/accepts', '/api']
    const open = targets.filter(
      ({ url, inside }) =>
        !elsewhere.includes(url.pathname) &&
        url.searchParams.get('blind') !== 'on' &&
        !/name="blind"[^>]*value="on"[^>]*checked|value="on"[^>]*name="blind"[^>]*checked/.test(inside),
    )
    expect(targets.length).toBeGreaterThan(4)
    expect(open.map(({ inside }) => wordsOf(inside).trim())).toEqual(link === undefined ? [] : ['Show who it is'])
    // Both look at the same link on the same day.
    const again = targets.filter(({ url }) => url.searchParams.has('link')).map(({ url }) => url.searchParams)
    expect(again.map((asked) => [asked.get('link'), asked.get('at')?.slice(0, 10)])).toEqual(
      link === undefined
        ? []
        : [
            [link, at],
            [link, at],
          ],
    )
  })

  test('a blind page holds no document, and leads back to the form; an open one of several sends none either', async () => {
    const answer = await answerAbout('graduate')
    const html = verdictPage(answer, { isBlind: true, again: JSON.stringify(answer) })
    expect(html).not.toContain('credentialSubject')
    expect(html).not.toContain('<form')
    expect(targetsIn(html).find(({ inside }) => inside.includes('Show who it is'))?.url.href).toBe(
      'http://v.example/check',
    )
    expect(verdictPage(answer)).not.toMatch(/<input[^>]*credentialSubject/)
  })

  test('where an address does not say all that was asked, no link asks less', async () => {
    const question = { recipient: 'Ola Adeyemi' }
    const html = verdictPage(await answerAbout('technician'), { link: LINK, question, isBlind: true })
    expect(targetsIn(html).filter(({ url }) => url.searchParams.has('link'))).toEqual([])
    expect(html).not.toContain('Adeyemi')
  })

  test('what could not be read is not put back into a blind form, but a link is, and none of it is kept by the browser', async () => {
    const name = '{"name":"Ola Adeyemi"}'
    const answers = await Promise.all([
      checkSubmitted({ text: name, blind: 'on' }, [], PARTS),
      checkSubmitted({ text: name, at: 'soon', blind: 'on' }, [], PARTS),
      compareSubmitted(compareForm.parse({ one: name, other: LINK, blind: 'on' }), [], PARTS),
      checkSubmitted({ text: name }, [], PARTS),
      checkSubmitted({}, [], PARTS),
      checkLink({ link: 'nonsense' }, PARTS),
    ])
    const pages = answers.flatMap((one) => ('html' in one ? [one] : []))
    expect(pages).toHaveLength(answers.length)
    for (const { status, headers } of pages) {
      expect(status).toBeGreaterThanOrEqual(400)
      expect(headers).toMatchObject({ 'Cache-Control': 'no-store' })
    }
    const htmls = pages.map(({ html }) => html)
    expect(htmls.map((html) => html.includes('Ola Adeyemi'))).toEqual([false, false, false, true, false, false])
    expect(htmls[2]).toContain(LINK)
  })
})

test('what is handed in by itself and inside a record has its place on the page once, where skills lead', async () => {
  const answer = await answerAbout('graduate')
  const [first] = answer.reports ?? []
  expect(answer.reports?.at(-1)?.reports?.map(({ digest }) => digest)).toContain(first?.digest)
  const drawings = /^seal-/
  const ids = [...verdictPage(answer).matchAll(/ id="([^"]+)"/g)]
    .map(([, id = '']) => id)
    .filter((id) => !drawings.test(id))
  expect(ids).toContain('c1')
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
})

test('skills are listed in one order: what could not be checked before what has run out', async () => {
  expect(GAP_STATES.slice(0, 5)).toEqual(['proven', 'confirmed', 'selfAssessed', 'unknown', 'lapsed'])
  const { view } = await viewOf('technician')
  const places = view.skills.map(({ state }) => GAP_STATES.indexOf(state))
  expect(places).toEqual(places.toSorted((one, other) => one - other))
  expect(new Set(places).size).toBeGreaterThan(1)
})

test('that nobody signed the record around credentials is always said, whether it holds one or several', async () => {
  const bytes = unzipSync(passport('graduate'))['credentials/010-degree-with-its-practical-suite.json']
  const { proof: _, ...record } = JSON.parse(new TextDecoder().decode(bytes))
  const held = record.credentialSubject.verifiableCredential
  for (const count of [1, 2]) {
    const subject = { ...record.credentialSubject, verifiableCredential: held.slice(0, count) }
    const text = JSON.stringify({ ...record, credentialSubject: subject })
    const page = await checkSubmitted({ text }, [], PARTS)
    expect('html' in page && wordsOf(page.html.replaceAll(/<details[\s\S]*?<\/details>/g, ''))).toContain(
      'Nobody signed the record around these credentials.',
    )
  }
})

describe('IHE-34: lists of people', () => {
  const file = (id: string, name = `${id}.zip`) => ({
    field: 'file',
    name,
    mediaType: 'application/zip',
    bytes: passport(id),
  })
  const IDS = ['technician', 'returning', 'graduate']
  const FILES = IDS.map((id) => file(id))

  async function listed(wish: Record<string, string>, files = FILES) {
    const answer = await findSubmitted(findForm.parse(wish), files, PARTS)
    if (!('html' in answer)) throw new Error('The answer is a page.')
    const people = [...answer.html.matchAll(/<h2><bdi>([^<]+)/g)].map(([, name = '']) => name)
    return { html: answer.html, words: wordsOf(answer.html), people }
  }

  /** Neither a person, nor a school, nor a day is in it, nor the name of a file. */
  async function expectBlind(html: string) {
    for (const id of IDS) {
      const { view } = await viewOf(id)
      const institutions = view.credentials.flatMap((one) => [one.issuer, ...one.awardedBy, ...one.deliveredBy])
      for (const told of [...view.holders, ...institutions, ...daysIn(view), `${id}.zip`]) {
        expect(html).not.toContain(told)
      }
    }
    expect(html).not.toMatch(/credentialSubject|did:key|class="seal|base64/)
    expect(html).toContain('pictures, ages, and the dates')
  }

  test.each([
    ['a recruiter’s list, by a skill', { skill: 'e' }],
    ['a list for admissions, by what a course or job asks for', { target: 'ROLE-EVTECH' }],
  ])('IHE-34: %s hides who they are, where they learned and when', async (_, wish) => {
    const { html, words, people } = await listed({ ...wish, blind: 'on' })
    expect(people.length).toBeGreaterThan(0)
    for (const name of people) expect(name).toMatch(/^Person [1-3]$/)
    expect(words).toContain('says nothing of them; there is no score')
    await expectBlind(html)
    const open = await listed(wish)
    expect(open.words).toContain('Tomos Blackwood')
    expect(open.words).toContain('12 October 2026')
  })

  test('IHE-34: their order is the same whoever arranges them, and whether one sees who they are', async () => {
    const open = await listed({ skill: 'e' })
    const turned = await listed({ skill: 'e' }, FILES.toReversed())
    expect(turned.people).toEqual(open.people)
    const blind = await listed({ skill: 'e', blind: 'on' })
    // Each shows as many skills as whoever stands there in the open list.
    const shown = (html: string) => html.split('<h2>').map((part) => part.split('<h3>').length)
    expect(shown(blind.html)).toEqual(shown(open.html))
    expect(new Set(shown(open.html)).size).toBeGreaterThan(1)
    // Nobody comes first because of what they handed in alone: among others they stand elsewhere.
    const orders = Array.from({ length: 40 }, (_, at) =>
      inNeutralOrder([{ text: 'mine' }, { text: `other ${at}` }]).map(({ text }) => text === 'mine'),
    )
    const firsts = orders.filter(([isFirst]) => isFirst).length
    expect(firsts).toBeGreaterThan(4)
    expect(firsts).toBeLessThan(36)
  })

  test('what could not be checked is not sure, however sure its issuer says that it is', async () => {
    const { view } = await viewOf('technician')
    const skill = view.skills.find(({ by }) => by !== null)
    if (skill?.by == null) throw new Error('Something shows a skill.')
    const { item } = skill.by
    const wish = { skill: '', target: null, class: '', source: '' as const, assurance: 'ProviderAssessed' as const }
    const found = (state: 'proven' | 'unknown') => {
      const weighed = new Map([[item, { state, assurance: 'ProviderAssessed' as const }]])
      return skillsFound({ ...view, skills: [{ ...skill, weighed, others: [], otherWork: [] }] }, wish, frameworks())
        .length
    }
    expect([found('proven'), found('unknown')]).toEqual([1, 0])
  })

  test('a list for a course says only what the course asks for', async () => {
    const { words } = await listed({ target: 'ROLE-EVTECH' })
    expect(words).toContain('EV technician, in what 3 people shared')
    expect(words).toContain('High-voltage isolation')
    expect(words).toMatch(/1 of 3 people|2 of 3 people/)
    const unread = await listed({ links: 'nonsense', skill: 'e', blind: 'on' })
    expect(unread.words).toContain('Of Link 1 nothing could be read')
  })

  test('IHE-34: a list of many credentials hides them too', async () => {
    const rows = (await Promise.all(IDS.map(answerAbout))).flatMap((answer, at) =>
      shownIn(answer).map((one, place, all) => ({
        name: `${IDS[at]}.zip, ${place + 1} of ${all.length}`,
        answer: one,
        problem: null,
      })),
    )
    const empty = { answer: null, problem: 'It is empty.' }
    const [seventh, ...alike] = ['Row 7', 'cv.json', 'cv.json', 'cv.json, 1 of 2', 'cv.json, 2 of 2', 'me, 2 of 2'].map(
      (name) => ({ name, ...empty }),
    )
    expect(blindRows(alike).map(({ place }) => place)).toEqual([
      ...['File 1', 'File 2', 'File 3, 1 of 2', 'File 3, 2 of 2', 'File 4, 2 of 2'],
    ])
    const html = blindManyResultPage(blindRows([...rows, ...(seventh === undefined ? [] : [seventh])]))
    await expectBlind(html)
    const words = wordsOf(html)
    expect(words).toContain('High-voltage isolation')
    expect(words).toMatch(/File 1, 1 of \d+ .*File 2, 1 of \d+ .*File 3, 1 of \d+ .*Row 7/)
    expect(words).toContain('They stand in the order in which you brought them')
  })
})

describe('two people compared', () => {
  const file = (field: string, id: string) => ({
    field,
    name: `${id}.zip`,
    mediaType: 'application/zip',
    bytes: passport(id),
  })
  const FILES = [file('oneFile', 'technician'), file('otherFile', 'returning')]

  async function compared(wish: Record<string, string>, files = FILES) {
    const answer = await compareSubmitted(compareForm.parse(wish), files, PARTS)
    if (!('html' in answer)) throw new Error('The answer is a page.')
    const words = answer.html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
    return { status: answer.status ?? 200, html: answer.html, words }
  }

  test('IHE-72: two people are compared skill by skill: what shows it, who says so, whether it is current, and no score', async () => {
    const { status, words, html } = await compared({ target: 'ROLE-EVTECH' })
    expect(status).toBe(200)
    expect(words).toContain('For EV technician')
    expect(words).toMatch(/Skill Tomos Blackwood Gwen Ashdown/)
    expect(words).toMatch(
      /High-voltage isolation .*Example Motors Academy .*Run out, no longer allowed 12 October 2026/,
    )
    expect(words).toContain('Not shown')
    expect(words).toContain('there is no score')
    expect(words).not.toMatch(/%|\d+ (?:points?|of \d+)|rank|best|better|match/i)
    // As they were brought, whoever shows more.
    const turned = await compared({ target: 'ROLE-EVTECH' }, [
      file('oneFile', 'returning'),
      file('otherFile', 'technician'),
    ])
    expect(turned.words).toMatch(/Skill Gwen Ashdown Tomos Blackwood/)
    expect(html.match(/<th /g)).toHaveLength(3)
  })

  test('IHE-34: the comparison too can be looked at without seeing who they are', async () => {
    const { words, html } = await compared({ target: 'ROLE-EVTECH', blind: 'on' })
    expect(words).toMatch(/Skill Candidate A Candidate B/)
    for (const name of ['Tomos', 'Blackwood', 'Gwen', 'Ashdown', 'Example Motors']) expect(html).not.toContain(name)
    expect(html).not.toContain('credentialSubject')
    expect(html).toMatch(/href="\/check\/compare"[^>]*>(?:<svg[\s\S]*?<\/svg>)?<span>Show who it is/)
    // A letter is one institution for both of them.
    const [one, other] = [(await viewOf('technician')).view, (await viewOf('returning')).view]
    const letters = (view: EmployerView) => blinding([one, other])(view).credentials.map(({ issuer }) => issuer)
    const issuers = [one, other].flatMap(({ credentials }) => credentials.map(({ issuer }) => issuer))
    expect(new Set([...letters(one), ...letters(other)]).size).toBe(new Set(issuers).size)
  })

  test('what is missing in the form, or cannot be read, is asked for again', async () => {
    const { status, words } = await compared({ one: 'nonsense' }, [])
    expect(status).toBe(422)
    expect(words).toContain('Choose what to compare them for.')
    expect(words).toContain('This is neither a credential nor a link.')
    expect(words).toContain('Paste their link, or choose their file.')
  })
})
