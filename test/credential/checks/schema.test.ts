import { expect, test } from '@jest/globals'
import { receiveJson, sign, summarise, verify } from '#credential'
import { asArray, type JsonObject } from '#platform'
import { publishedSchema } from '#schemas'
import { makeSigner } from '../keys.ts'
import { sampleCredential } from '../sample.ts'
import { contexts, makeWorld, NOW } from '../world.ts'

const issuer = makeSigner()
const how = { suite: 'eddsa-rdfc-2022', signer: issuer.signer, now: NOW, contexts } as const
const BADGE = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json'
const ENDORSEMENT = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_endorsementcredential_schema.json'

const EXTENSIONS = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'

async function check(credentialSchema: JsonObject | JsonObject[], more: JsonObject = {}) {
  const sample = sampleCredential(issuer.did, { credentialSchema, ...more })
  const withExtensions = { ...sample, '@context': [...asArray(sample['@context']), EXTENSIONS] }
  const credential = await sign(withExtensions, how)
  const report = await verify(receiveJson(credential), makeWorld())
  return { ...report, found: report.checks.filter((one) => one.check === 'schema').map(({ code }) => code) }
}

test.each([
  '1EdTechJsonSchemaValidator2019',
  'JsonSchema',
])('a schema that is held here is applied (%s)', async (type) => {
  expect(await check({ id: BADGE, type })).toMatchObject({ verdict: 'accepted', found: ['schema.ok'] })
})

test('a credential that does not follow the schema it names is refused, and not called forged', async () => {
  expect(await check({ id: ENDORSEMENT, type: 'JsonSchema' })).toMatchObject({
    verdict: 'rejected',
    standing: 'unchecked',
    found: ['schema.invalid'],
  })
})

test.each([
  { id: 'https://schemas.example/badge.json', type: 'JsonSchema' },
  { id: `${BADGE}#`, type: 'JsonSchema' },
  { id: BADGE, type: 'JsonSchema', digestSRI: `sha256-${'A'.repeat(43)}=` },
])('a schema that is not held here is only mentioned (%j)', async (named) => {
  expect(await check(named)).toMatchObject({ verdict: 'accepted', found: ['schema.unknown'] })
})

test('several schemas are each looked at, and a credential that names none says nothing of them', async () => {
  expect(
    (
      await check([
        { id: BADGE, type: 'JsonSchema' },
        { id: 'urn:x', type: 'JsonSchema' },
      ])
    ).found,
  ).toEqual(['schema.ok', 'schema.unknown'])
  const plain = await verify(receiveJson(await sign(sampleCredential(issuer.did), how)), makeWorld())
  expect(plain.checks.filter(({ check }) => check === 'schema')).toEqual([])
})

test('an address is a published schema only when it is one to the letter', () => {
  expect(publishedSchema(BADGE)?.schema).toBe('open-badges-achievement')
  expect(publishedSchema('constructor')).toBeUndefined()
  expect(publishedSchema(BADGE.toUpperCase())).toBeUndefined()
})

test('where it can be renewed and its terms of use are shown, and a way to draw it is kept and not run', async () => {
  const report = await check([], {
    refreshService: { id: 'https://college.example/renew', type: '1EdTechCredentialRefresh' },
    termsOfUse: [{ id: 'https://college.example/terms', type: 'https://college.example/words#Policy' }],
    renderMethod: [{ id: 'https://college.example/template.svg', type: 'https://college.example/words#Template' }],
  })
  expect(report.verdict).toBe('accepted')
  expect(report.credential?.renderMethod).toHaveLength(1)
  expect(summarise({ credential: report.credential ?? {}, digest: '' })).toMatchObject({
    renewal: ['https://college.example/renew'],
    terms: ['https://college.example/terms'],
  })
})
