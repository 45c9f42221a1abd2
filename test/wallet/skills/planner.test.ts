import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { savePersonal } from '../../../wallet/records/personal.ts'
import { OWN_TARGET } from '../../../wallet/records/personal-kinds.ts'
import type { Visitor } from '../visitor.ts'
import { startTestWallet, type TestWallet } from '../wallet.ts'
import { aligned, held, hold } from './held.ts'

let wallet: TestWallet
beforeAll(async () => {
  wallet = await startTestWallet({}, { now: () => new Date('2026-11-30T09:00:00Z') })
})
afterAll(() => wallet.stop())

/** Somebody who holds units of a ruleset, by their ids. */
async function holderOf(name: string, ruleset: string, units: readonly string[]): Promise<Visitor> {
  const { person, visitor } = await wallet.enter(`${name}@example.org`, name)
  for (const unit of units) {
    await hold(
      wallet.parts,
      person,
      held({ achievement: { name: `Credential of ${unit}`, ...aligned(ruleset, unit) } }),
    )
  }
  return visitor
}

async function seen(visitor: Visitor, query: string, status = 200): Promise<string> {
  const answer = await visitor.get(`/skills/itq${query}`)
  expect(answer.status).toBe(status)
  return (await answer.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}

const target = (id: string, ...wishes: readonly string[]) =>
  `?${[`target=${encodeURIComponent(id)}`, ...wishes].join('&')}`

const CERTIFICATE = 'itq/2009#L2-CERT'

test('ES-23: six credits short of the Level 2 Certificate, each of the shortest ways that complete it is listed', async () => {
  const visitor = await holderOf('six', 'itq/2009', ['IPU/2', 'SS/1', 'DB/1'])
  const page = await seen(visitor, target(CERTIFICATE))
  expect(page).toContain('Still to do: 6 credits, in 1 unit.')
  const [ways = ''] = (page.split('The shortest ways to the rest')[1] ?? '').split('Shape it')
  const completing = [...ways.matchAll(/([A-Z][\w ]+), level (\d): 6 credits/g)].map(
    ([, unit, level]) => `${unit} ${level}`,
  )
  expect(completing.toSorted()).toEqual([
    'Multimedia software 3',
    'Presentation software 3',
    'Using collaborative technologies 3',
    'Word processing software 3',
  ])
  for (const rule of ['16 credits of at least 16.', '10 credits at level 2 or above, of at least 10.']) {
    expect(ways.split(rule)).toHaveLength(1 + 4)
  }
})

test('ES-30: units of level 1 count for a qualification of level 2 as long as enough is at its level', async () => {
  const visitor = await holderOf('spiky', 'itq/2009', ['IPU/2', 'WP/2', 'SS/1', 'PS/2', 'EML/1'])
  const page = await seen(visitor, target(CERTIFICATE))
  expect(page).toContain('By the rules that are known here you have all that it takes.')
  expect(page).toMatch(/12 credits at level 2 or above, of at least 10\./)
  expect(page).toMatch(/Credential of SS\/1 \(.*?, level 1\) counts with 3 credits at level 1\./)
})

test('a person some credits short sees what counts, at which level, and the ways that complete it', async () => {
  const visitor = await holderOf('short', 'itq/2009', ['IPU/2', 'SS/1', 'WP/2', 'SS/2'])
  const all = await seen(visitor, '')
  expect(all).toMatch(/Level 2 Certificate Level 2 \d+ credits? in \d+ units?/)
  expect(all).toContain('ITQ level 2')
  const page = await seen(visitor, target(CERTIFICATE))
  expect(page).toContain('Still to do:')
  expect(page).toMatch(/The compulsory unit Improving productivity using IT, level 2: there\./)
  expect(page).toMatch(/Credential of SS\/1 \(.*?\) is of an area of which another unit counts already\./)
  expect(page).toContain('The shortest ways to the rest')
  expect(page).toContain('all sourced (iCQ 601/6273/9)')
  expect(page).toMatch(/By itq\/2009, version 2009\.\d/)
})

test('ES-31, ES-32: a plan is shaped by what is wanted and what is not; wishes that leave no way are named', async () => {
  const visitor = await holderOf('shaped', 'itq/2009', ['IPU/2'])
  const without = await seen(
    visitor,
    target(CERTIFICATE, 'avoid=DB%2F1', 'avoid=DB%2F2', 'addAvoid=DB%2F3', 'addWant=SS%2F1'),
  )
  expect(without).toMatch(/You want .*level 1.* You do not want .*level 2/)
  const [, ways = ''] = without.split('The shortest ways to the rest')
  expect(ways.split('Shape it')[0]).toMatch(/Spreadsheet software, level 1/)
  expect(ways.split('Shape it')[0]).not.toContain('Database')
  const none = await seen(visitor, target(CERTIFICATE, 'want=NOTHING'))
  expect(none).toContain('NOTHING is no unit of these rules.')
})

test('ES-32: a unit made for one’s work counts for the size and not for the least at the level', async () => {
  const visitor = await holderOf('bespoke', 'itq/2009', ['IPU/2'])
  const page = await seen(visitor, target(CERTIFICATE, 'ownLevel=2', 'ownSize=6'))
  expect(page).toMatch(/Sector-specific or customised unit.*?: 6 credits, as a unit made for your work/)
  expect(page).toMatch(
    /The rules, this way 16 credits of at least 16\..*?10 credits at level 2 or above, of at least 10\./,
  )
  const unsized = await seen(visitor, target(CERTIFICATE, 'ownLevel=2'))
  expect(unsized).toContain('has no size: say how many credits or points it is.')
})

test('ES-34: New CLAiT Unit 2 is proposed for the spreadsheet unit of level 1: claimed by its scan, verified by its issuer', async () => {
  const { person, visitor } = await wallet.enter('clait@example.org', 'Clait')
  const asked = await (await visitor.get('/skills/certificates/new?paper=New%20CLAiT%20Unit%202')).text()
  const which = /name="which" value="([^"]+)" checked/.exec(asked)?.[1]?.replaceAll('&quot;', '"') ?? ''
  const fields = { paper: 'New CLAiT Unit 2', which, awardedOn: '2026-01-10' }
  const added = await visitor.upload('/skills/certificates', [{ name: 'scan.jpg', bytes: Buffer.from('scan') }], fields)
  const at = added.headers.get('location') ?? ''
  const scan = (await (await visitor.get(at)).text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
  expect(scan).toMatch(/Claimed .*New CLAiT 2006: Unit 2 Creating.*Spreadsheet software, level 1.*scan\.jpg/)
  expect(scan).toContain('We keep the picture as it is and do not read it.')
  const proposed = 'as an equivalent, for Spreadsheet software, level 1.'
  const page = await seen(visitor, target('itq/2009#L1-CERT'))
  expect(page).toContain(`New CLAiT Unit 2 : ${proposed} Claimed, of 10 January 2026.`)
  expect(page).toContain('0 credits of at least')

  const unit = aligned('New CLAiT 2006', 'Unit 2 Creating spreadsheets and graphs')
  await hold(wallet.parts, person, held({ achievement: { name: 'New CLAiT 2', ...unit } }))
  const verified = await seen(visitor, target('itq/2009#L1-CERT'))
  expect(verified).toContain(`New CLAiT 2 : ${proposed} Verified, of 15 January 2026.`)
  expect(verified).not.toContain('Claimed')
  expect(await (await visitor.get(at)).text()).toContain('You hold it verified too')
})

test('a certificate that no list knows is kept and proposes nothing; what is written wrong is told, and nothing is kept', async () => {
  const { visitor } = await wallet.enter('paper@example.org', 'Paper')
  const { visitor: stranger } = await wallet.enter('stranger@example.org', 'Stranger')
  const fields = { paper: 'Cycling proficiency', which: 'other', awardedOn: '' }
  const wrong = await visitor.upload('/skills/certificates', [], {
    ...fields,
    which: 'New CLAiT',
    awardedOn: '2027-01-01',
  })
  expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('not one that is yet to come')])
  expect(await (await visitor.get('/skills/certificates')).text()).toContain('Bring what you have')
  const made = await visitor.upload('/skills/certificates', [], fields)
  const at = made.headers.get('location') ?? ''
  expect(await (await visitor.get(at)).text()).toContain('Nothing that is known here')
  expect(await seen(visitor, target('itq/2009#L1-CERT'))).not.toContain('Cycling proficiency')
  expect((await stranger.get(at)).status).toBe(404)
  expect((await stranger.post(`${at}/delete`)).status).toBe(404)
  expect((await visitor.post(`${at}/delete`)).status).toBe(303)
  expect((await visitor.get(at)).status).toBe(404)
})

test('an old certificate shows the technique that goes with its unit, as its holder’s own word', async () => {
  const { person, visitor } = await wallet.enter('ecdl@example.org', 'Ecdl')
  const goal = {
    framework: 'eskills/2006',
    technique: 'SS',
    level: 'Foundation' as const,
    by: '2027-01-01',
    setOn: '2026-11-01',
  }
  await savePersonal(wallet.parts, person, OWN_TARGET, goal, 'goal')
  const which = JSON.stringify(['ECDL/ICDL module (BCS)', 'Spreadsheets', null])
  await visitor.upload('/skills/certificates', [], { paper: 'ECDL Spreadsheets', which, awardedOn: '' })
  const gap = (await (await visitor.get('/skills/gap/goals')).text())
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
  expect(gap).toMatch(/Spreadsheets.*You say so yourself.*ECDL Spreadsheets/)
  const map = (await (await visitor.get('/skills/map')).text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
  expect(map).toMatch(/Spreadsheets.*You say so yourself/)
  expect(await (await visitor.get('/skills/timeline')).text()).toContain('ECDL Spreadsheets')
  // The page of the skill and the search have it as claimed; asked for more than one's own word, the search does not.
  const skill = (await (await visitor.get(`/skills/map/${encodeURIComponent('eskills/2006#SS')}`)).text())
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
  expect(skill).toMatch(/ECDL Spreadsheets.*you say so yourself/)
  expect(skill).not.toMatch(/Proven|verified|assessed it/)
  const search = async (query: string) => await (await visitor.get(`/skills/search?${query}`)).text()
  expect(await search('words=ecdl')).toContain('ECDL Spreadsheets')
  expect(await search('words=ecdl&assurance=PeerOrManagerConfirmed')).not.toContain('ECDL Spreadsheets')
})

test('an old certificate is proposed, and counts for nothing before somebody decides', async () => {
  const { person, visitor } = await wallet.enter('old@example.org', 'Old')
  const achievement = { name: 'ECDL Spreadsheets', ...aligned('ECDL/ICDL module (BCS)', 'Spreadsheets') }
  await hold(wallet.parts, person, held({ achievement }))
  const page = await seen(visitor, target('itq/2003#ITQ-L1'))
  expect(page).toMatch(
    /ECDL Spreadsheets : by an exemption, for Spreadsheet.*?, level 1\. Verified, of 15 January 2026\. illustrative/,
  )
  expect(page).toContain('0 points of at least 40.')
  expect(page).toContain('ILLUSTRATIVE')
})

test('ES-33: a certificate of four years is refused under the rule of three, with the reason and the version of the rule', async () => {
  const { person, visitor } = await wallet.enter('aged@example.org', 'Aged')
  const achievement = { name: 'ECDL Spreadsheets', ...aligned('ECDL/ICDL module (BCS)', 'Spreadsheets') }
  await hold(wallet.parts, person, held({ awardedDate: '2022-11-30T00:00:00Z', achievement }))
  const page = await seen(visitor, target('itq/2003#ITQ-L1'))
  expect(page).not.toContain('by an exemption, for')
  expect(page).toContain(
    'ECDL Spreadsheets is too old: it is of 30 November 2022, and may be at most 3 years old on the day of registration, 30 November 2026. By recognition/library, version 1.1.0; itq/2003, version 2003.',
  )
  const other = await seen(visitor, target(CERTIFICATE))
  expect(other).not.toContain('Old certificates')
})

test('a qualification of which the least at its level is not known says so, wherever it is named', async () => {
  const visitor = await holderOf('level', 'itq/2009', ['IPU/1', 'SS/1', 'WP/1', 'EML/1', 'PS/1'])
  expect(await seen(visitor, '')).toMatch(/Level 3 Award Level 3 .*?\(how much must be at its level is not known\)/)
  expect(await seen(visitor, target('itq/2009#L3-AWD'))).toContain('How much of it must be at level 3 was not found.')
  expect(await seen(visitor, target(CERTIFICATE))).not.toContain('was not found')
})

test('what was taken back or could not be checked does not count, and says so', async () => {
  const { person, visitor } = await wallet.enter('gone@example.org', 'Gone')
  await hold(wallet.parts, person, held({ achievement: { name: 'One', ...aligned('itq/2009', 'IPU/2') } }), {
    status: 'revoked',
  })
  await hold(wallet.parts, person, held({ achievement: { name: 'Two', ...aligned('itq/2009', 'SS/2') } }), {
    status: 'unknown',
  })
  const page = await seen(visitor, target(CERTIFICATE))
  expect(page).toMatch(/One \(.*?\) was taken back or suspended by its issuer\./)
  expect(page).toMatch(/Two \(.*?\) could not be checked\./)
  expect(page).toContain('0 credits of at least 16.')
})

test('what is no qualification, no day or no size is refused or explained', async () => {
  const visitor = await holderOf('wrong', 'itq/2009', [])
  await seen(visitor, target('itq/2009#NOTHING'), 404)
  await seen(visitor, target('eskills/2006#SS'), 404)
  expect(await seen(visitor, target(CERTIFICATE, 'registered=soon'), 422)).toContain('There is no day “soon”')
  expect(await seen(visitor, target(CERTIFICATE, 'ownLevel=2', 'ownSize=many'))).toContain('has no size')
  await seen(visitor, '?level=9', 400)
})
