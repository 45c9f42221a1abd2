import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { bundledPackages, catalogueOf, frameworksOf, loadPackage } from '#skills'
import { levelChart } from '#web'
import { readClaim } from '../../../wallet/claim-prior-learning.ts'
import { listPersonal } from '../../../wallet/records/personal.ts'
import { OWN_TARGET } from '../../../wallet/records/personal-kinds.ts'
import { remind } from '../../../wallet/remind.ts'
import { startTestWallet, type TestWallet } from '../wallet.ts'
import { aligned, held, hold } from './held.ts'

let wallet: TestWallet
let now = new Date('2026-11-30T10:00:00Z')
beforeAll(async () => {
  wallet = await startTestWallet({}, { now: () => now })
})
afterAll(() => wallet.stop())

const SELF = '/skills/self-assessment'

test('ES-14: a goal is set, shown with both assessments in a chart with its table, and closes itself', async () => {
  now = new Date('2026-11-30T10:00:00Z')
  const { visitor } = await wallet.enter('goal@example.org', 'Goal')
  const see = async () => await (await visitor.get('/skills/progress?technique=SS')).text()
  for (const number of [1, 2]) await visitor.post(`${SELF}/SS/${number}`, { said: 'yes' })
  const wish = { technique: 'SS', level: 'Intermediate', by: '2027-03-01' }
  const set = await visitor.post('/skills/targets', wish)
  expect(set.headers.get('location')).toBe('/skills/progress?technique=SS')
  expect(await see()).toContain('To be reached by 1 March 2027')

  now = new Date('2027-02-01T10:00:00Z')
  for (const number of [3, 4]) await visitor.post(`${SELF}/SS/${number}`, { said: 'yes' })
  const page = await see()
  expect(page).toContain('Reached on 1 February 2027')
  expect(page).toContain(
    'aria-label="Spreadsheets: Foundation on 30 November 2026, Intermediate on 1 February 2027. Goal: Intermediate by 1 March 2027."',
  )
  expect(page.match(/<circle/g)).toHaveLength(2)
  expect(page).toMatch(/1 February 2027.*Intermediate.*1 level up/s)
  expect(page).not.toMatch(/<style|style="/)
  expect(await (await visitor.get('/skills/targets')).text()).toContain('Reached on 1 February 2027')
})

test('a day that has passed without the level is said, and the goal can be deleted', async () => {
  now = new Date('2026-11-30T10:00:00Z')
  const { person, visitor } = await wallet.enter('late@example.org', 'Late')
  const wish = { technique: 'WP', level: 'Foundation', by: '2026-12-24' }
  await Promise.all([visitor.post('/skills/targets', wish), visitor.post('/skills/targets', wish)])
  const [target, ...more] = await listPersonal(wallet.parts, person, OWN_TARGET)
  expect(more).toEqual([])
  now = new Date('2026-12-25T10:00:00Z')
  expect(await (await visitor.get('/skills/targets')).text()).toContain('The day was 24 December 2026')
  const { visitor: stranger } = await wallet.enter('thief@example.org', 'Thief')
  await stranger.post('/skills/targets/delete', { name: target?.name ?? '' })
  expect(await listPersonal(wallet.parts, person, OWN_TARGET)).toHaveLength(1)
  await visitor.post('/skills/targets/delete', { name: target?.name ?? '' })
  expect(await (await visitor.get('/skills/targets')).text()).toContain('No goal yet')
})

test.each([
  ['no technique', { technique: 'XX' }, 'Choose what you want to get better at'],
  ['no level', { level: '' }, 'Choose the level'],
  ['the lowest level', { level: 'Inexperienced' }, 'Choose the level'],
  ['a level that one has', { level: 'Foundation' }, 'You say that you are at Foundation already'],
  ['a day that is none', { by: '2027-02-30' }, 'Enter the day by which'],
  ['a day that was', { by: '2026-11-30' }, 'Enter a day that is still to come'],
  ['a day far away', { by: '2036-12-01' }, 'within the next 10 years'],
])('a goal with %s is refused with the remedy', async (_what, part, sentence) => {
  now = new Date('2026-11-30T10:00:00Z')
  const { visitor } = await wallet.enter('wrong@example.org', 'Wrong')
  for (const number of [1, 2]) await visitor.post(`${SELF}/SS/${number}`, { said: 'yes' })
  const wish = { technique: 'SS', level: 'Advanced', by: '2027-03-01', ...part }
  const answer = await visitor.post('/skills/targets', wish)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(sentence)
})

test('who never answered anything is led to the questions', async () => {
  const { visitor } = await wallet.enter('none@example.org', 'None')
  const page = await (await visitor.get('/skills/progress')).text()
  expect(page).toContain('Nothing to show yet')
  expect((await visitor.get('/skills/progress?technique=XX')).status).toBe(404)
})

test('a chart of one day is drawn too, the lowest level below the highest', async () => {
  const at = (step: number) =>
    levelChart({ levels: ['A', 'B'], points: [{ on: '2026-11-30', step }], today: '2026-11-30', language: 'en' })
  const height = async (step: number) => Number(/cy="([\d.]+)"/.exec(await at(step))?.[1])
  expect(await height(0)).toBeGreaterThan(await height(1))
})

test('outcomes of a unit, a qualification or a standard are taken over with the version they are of; changed ones are one’s own', async () => {
  const { person, visitor } = await wallet.enter('outcomes@example.org', 'Ola')
  const form = await (await visitor.get('/skills/prior-learning/new?from=itq/2003%23SS/2')).text()
  expect(form).toContain('Use formulas across sheets\nSort, filter and check data')
  const sourceOf = async (outcomes: string) => {
    const wish = { title: 'SS', provider: '', outcomes, from: 'itq/2003#SS/2' }
    const at = (await visitor.post('/skills/prior-learning', wish)).headers.get('location') ?? ''
    return (await readClaim(wallet.parts, person, at.split('/').at(-1) ?? '')).claim.source
  }
  const theirs = await sourceOf('Use formulas across sheets\r\nSort, filter and check data')
  expect(theirs).toMatchObject({ id: 'eskills/2006', version: '2006.1.0' })
  expect(await sourceOf('Use formulas')).toBeNull()
})

test.each([
  ['no name', { title: ' ' }, 'Say what it is for'],
  ['no outcome', { outcomes: ' \n ' }, 'Write 1 to 60 lines'],
  ['too many outcomes', { outcomes: 'x\n'.repeat(61) }, 'Write 1 to 60 lines'],
  ['a provider that is too long', { provider: 'x'.repeat(201) }, 'Use 200 characters or fewer'],
])('a claim with %s is refused with the remedy', async (_what, fields, sentence) => {
  const { visitor } = await wallet.enter('wrong@example.org', 'Wrong')
  const answer = await visitor.post('/skills/prior-learning', {
    title: 'Team leading',
    provider: '',
    outcomes: 'Lead a team',
    from: '',
    ...fields,
  })
  expect([answer.status, (await answer.text()).includes(sentence)]).toEqual([422, true])
})

const wordsOf = async (answer: Response) => (await answer.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

test('IHE-53: enrolled, paused, gone on with, completed and renewed are shown by their days, and a pause takes nothing away', async () => {
  now = new Date('2026-11-30T10:00:00Z')
  const { person, visitor } = await wallet.enter('journey@example.org', 'Journey')
  const AT = '/skills/journey'
  const refused = await visitor.post(AT, { title: '', provider: '', status: 'Asleep', on: '2027-01-01' })
  expect(refused.status).toBe(422)
  const faults = await refused.text()
  for (const field of ['title', 'status', 'on']) expect(faults).toContain(`id="${field}-error"`)
  const begun = await visitor.post(AT, {
    ...{ title: 'High-voltage isolation', provider: 'Example Motors', status: 'Enrolled', on: '2024-01-01' },
  })
  const name = begun.headers.get('location')?.split('#')[1] ?? ''
  const say = (status: string, on: string, credential = '') =>
    visitor.post(`${AT}/${name}/step`, { status, on, credential })
  await say('OnHold', '2024-01-31')
  expect(await wordsOf(await visitor.get(AT))).toContain(
    '30 days of learning, and 1,034 days paused, which do not count.',
  )
  expect((await say('OnHold', '2024-03-01')).status).toBe(422)
  await say('InProgress', '2024-05-01')
  const award = (id: string, day: string, renews?: string) =>
    held({
      ...{
        id,
        awardedDate: `${day}T00:00:00Z`,
        achievement: { id: 'https://motors.example/hv2', name: 'High-voltage isolation' },
      },
      ...(renews === undefined ? {} : { subject: { renews } }),
    })
  const first = award('urn:example:hv-1', '2024-05-11')
  await hold(wallet.parts, person, first)
  await hold(wallet.parts, person, award('urn:example:hv-2', '2026-05-11', 'urn:example:hv-1'))
  // What is not held cannot have come of it, whatever a form says.
  const strange = await say('Completed', '2024-05-11', 'a'.repeat(100))
  expect([strange.status, await strange.text()]).toEqual([
    422,
    expect.stringContaining(`id="credential-${name}-error"`),
  ])
  expect((await say('Completed', '2024-05-11', 'a'.repeat(101))).status).toBe(422)
  expect((await visitor.get('/skills/timeline')).status).toBe(200)
  await say('Completed', '2024-05-11', first.received.digest)
  const words = await wordsOf(await visitor.get(AT))
  expect(words).toMatch(
    /1 January 2024 Enrolled .*31 January 2024 Paused .*1 May 2024 Under way .*11 May 2024 Completed .*11 May 2026 Renewed/,
  )
  expect(words).toContain('40 days of learning, and 91 days paused, which do not count.')
  expect(words).toContain('What came of it: High-voltage isolation')
  // Each step is in the timeline; whoever else comes along can change none of it.
  expect(await wordsOf(await visitor.get('/skills/timeline'))).toMatch(/Example Motors , Paused/)
  const { visitor: stranger } = await wallet.enter('jealous@example.org', 'Jealous')
  expect(
    (await stranger.post(`${AT}/${name}/step`, { status: 'Withdrew', on: '2026-01-01', credential: '' })).status,
  ).toBe(404)
  await stranger.post(`${AT}/${name}/delete`, {})
  expect(await wordsOf(await visitor.get(AT))).toContain('Completed')
})

test('IHE-53: a provider’s status is data: what is not completed shows no skill yet, and its steps are the provider’s word', async () => {
  now = new Date('2026-11-30T10:00:00Z')
  const { person, visitor } = await wallet.enter('status@example.org', 'Status')
  const said = (status: string, day: string) =>
    held({
      awardedDate: `${day}T00:00:00Z`,
      subject: { result: [{ type: ['Result'], status }] },
      achievement: {
        id: 'https://college.example/nso',
        name: 'Network security',
        ...aligned('occupational-standards/digital', 'ST0127-s03'),
      },
    })
  for (const [status, day] of [
    ['Enrolled', '2026-01-10'],
    ['OnHold', '2026-03-01'],
  ] as const) {
    await hold(wallet.parts, person, said(status, day))
  }
  expect(await wordsOf(await visitor.get('/skills/map/ST0127-s03'))).toContain('Nothing shows it yet')
  await hold(wallet.parts, person, said('Completed', '2026-09-01'))
  expect(await wordsOf(await visitor.get('/skills/map/ST0127-s03'))).toContain('1 thing shows it')
  const words = await wordsOf(await visitor.get('/skills/journey'))
  expect(words).toMatch(
    /Enrolled Example College says so .*Paused Example College says so .*Completed Example College says so/,
  )
  expect(words).not.toContain('You say so')
})

test('IHE-36: whoever watches a standard is told plainly, in the wallet and by mail, when a version of it adds a skill', async () => {
  now = new Date('2026-11-30T10:00:00Z')
  const { person, visitor } = await wallet.enter('watch@example.org', 'Watch')
  const AT = '/skills/watching'
  expect((await visitor.post(AT, { target: 'nothing' })).status).toBe(404)
  expect(await (await visitor.get('/skills/gap/ST0127')).text()).toContain('Tell me when it changes')
  await visitor.post(AT, { target: 'ST0127' })
  await visitor.post(AT, { target: 'ST0116' })
  await visitor.post('/skills/calendar/reminders', { wanted: 'yes' })
  const look = () =>
    remind(wallet.parts)(
      { id: 'j', kind: 'remind', owner: person.id, payload: {}, attempts: 1, leaseId: 'l' },
      async () => {},
    )
  await look()
  expect(await wordsOf(await visitor.get(AT))).not.toContain('has changed')

  const before = wallet.parts.frameworks
  const [standards] = before.standards
  if (standards === undefined) throw new Error('There are no standards.')
  const { id, kind, layer, content } = standards
  const added = { id: 'ST0127-s11', kind: 'skill', name: 'Automate a network' } as const
  const next = content.standards.map((one) =>
    one.code === 'ST0127' ? { ...one, skills: [...one.skills.slice(1), added] } : one,
  )
  const newer = loadPackage({ id, kind, layer, ...content, standards: next, version: '1.3.0' })
  wallet.parts.frameworks = frameworksOf(catalogueOf([...bundledPackages(), newer]))
  try {
    const words = await wordsOf(await visitor.get(AT))
    expect(words).toMatch(
      /Network engineer has changed From version 1\.0\.0 to version 1\.3\.0 It now also asks for 1 skill: Automate a network Nothing shows it/,
    )
    expect(words).toContain('It does not ask any more for: Build and cable a small network from a plan .')
    expect(words).not.toContain('Software developer has changed')
    expect(await wordsOf(await visitor.get('/skills'))).toContain('Network engineer now also asks for 1 skill.')
    await Promise.all([look(), look()])
    const mails = (await wallet.parts.outbox.list()).filter(({ to }) => to === 'watch@example.org')
    expect(mails.map(({ subject }) => subject)).toEqual(['Network engineer has changed'])
    expect(mails[0]?.text).toContain('It now also asks for: Automate a network')
    await visitor.post(AT, { target: 'ST0127' })
    expect(await wordsOf(await visitor.get(AT))).not.toContain('has changed')
    expect(await (await visitor.get('/skills/gap/ST0127')).text()).toContain('You are told when this changes')
  } finally {
    wallet.parts.frameworks = before
  }
  await visitor.post(`${AT}/end`, { target: 'ST0127' })
  await visitor.post(`${AT}/end`, { target: 'ST0116' })
  expect(await wordsOf(await visitor.get(AT))).toContain('You watch nothing yet')
})
