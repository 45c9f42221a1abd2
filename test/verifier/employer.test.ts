import { describe, expect, test } from '@jest/globals'
import type { JsonObject } from '#platform'
import { frameworks } from '#skills'
import type { SeveralAnswer } from '../../verifier/answer.ts'
import { compareForm, compareSubmitted } from '../../verifier/compare-on-page.ts'
import { blinded } from '../../verifier/employer/blind.ts'
import { employerView } from '../../verifier/employer/employer-view.ts'
import { verdictPage } from '../../verifier/web/verdict-page.tsx'
import { answerAbout, PARTS, passport, viewOf } from './passports.ts'

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
    expect(place(by.issuer)).toBeLessThan(first)
  }
  // Each leads to what shows it.
  for (const { by } of view.skills) {
    expect(html).toContain(`href="#${by.item}"`)
    expect(html).toContain(`id="${by.item}"`)
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
  ])('IHE-34 (partly): the blind view of %s names neither the person nor an institution, and no day of an award', async (id) => {
    const { view } = await viewOf(id)
    const html = verdictPage(await answerAbout(id), { isBlind: true, sent: null })
    const institutions = view.credentials.flatMap((one) => [one.issuer, ...one.awardedBy, ...one.deliveredBy])
    const days = view.credentials.flatMap(({ awardedOn }) => awardedOn?.slice(0, 10) ?? [])
    expect(days.length).toBeGreaterThan(0)
    for (const told of [...view.holders, ...institutions, ...days]) expect(html).not.toContain(told)
    expect(html).not.toContain('class="seal')
    expect(html).not.toContain('did:key')
    expect(html).toContain('The credentials themselves')
    expect(html).toContain('Institution A')
    for (const { name } of view.skills) expect(html).toContain(name.replaceAll('&', '&amp;'))
  })

  test('names go from titles too, wherever they stand as words, and nowhere else', async () => {
    const { view } = await viewOf('technician')
    const [one] = view.credentials
    if (one === undefined) throw new Error('The technician has credentials.')
    const titled = {
      ...one,
      awardedBy: [],
      issuer: 'Mark (Hill) College',
      title: 'Marketing by Mark (Hill) College for Mark Hill+',
    }
    const hidden = blinded({ ...view, holders: ['Mark Hill+'], credentials: [titled], skills: [], supplements: [] })
    expect(hidden.credentials[0]?.title).toBe('Marketing by Institution A for …')
  })

  test('the choice stays while one goes on, and can be taken back without handing anything in anew', async () => {
    const html = verdictPage(await answerAbout('graduate'), { isBlind: true, sent: '{"sent":1}' })
    expect(html).toContain('href="/check?blind=on"')
    expect(html).toContain('href="/check/compare?blind=on"')
    expect(html).toContain('value="{&quot;sent&quot;:1}"')
    expect(html).toContain('Show who it is')
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

  test('IHE-34 (partly): the comparison too can be looked at without seeing who they are', async () => {
    const { words } = await compared({ target: 'ROLE-EVTECH', blind: 'on' })
    expect(words).toMatch(/Skill Candidate A Candidate B/)
    for (const name of ['Tomos', 'Blackwood', 'Gwen', 'Ashdown', 'Example Motors']) expect(words).not.toContain(name)
  })

  test('what is missing in the form, or cannot be read, is asked for again', async () => {
    const { status, words } = await compared({ one: 'nonsense' }, [])
    expect(status).toBe(422)
    expect(words).toContain('Choose what to compare them for.')
    expect(words).toContain('This is neither a credential nor a link.')
    expect(words).toContain('Paste their link, or choose their file.')
  })
})
