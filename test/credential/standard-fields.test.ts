import { expect, test } from '@jest/globals'
import { isAward, missingStandardFields, STANDARD_FIELDS, type StandardField, standardFieldFaults } from '#credential'
import type { JsonObject } from '#platform'
import { validate } from '#schemas'
import { sampleCredential } from './sample.ts'

const sample = sampleCredential('did:web:college.example')
const subject = sample.credentialSubject as JsonObject
const achievement = subject.achievement as JsonObject
const [level = {}, skill = {}] = achievement.alignment as JsonObject[]
const withSubject = (changes: JsonObject) => ({ ...sample, credentialSubject: { ...subject, ...changes } })
const withAchievement = (changes: JsonObject) => withSubject({ achievement: { ...achievement, ...changes } })

const WITHOUT: Record<StandardField, [code: string, credential: JsonObject]> = {
  Skill: ['award.skillMissing', withAchievement({ alignment: [level] })],
  Level: ['award.levelMissing', withAchievement({ alignment: skill })],
  AssessmentMethod: ['award.assessmentMethodMissing', withAchievement({ assessmentMethod: [] })],
  AwardingBody: ['award.awardingBodyMissing', withAchievement({ awardedBy: [] })],
  DateAchieved: ['award.dateAchievedMissing', { ...sample, awardedDate: undefined }],
  Currency: ['award.currencyMissing', withSubject({ currentUntil: undefined })],
}

const explaining = (credential: JsonObject, field: string, reason: string) => {
  const fieldExplanation = [{ type: ['FieldExplanation'], field, reason }]
  return { ...credential, credentialSubject: { ...(credential.credentialSubject as JsonObject), fieldExplanation } }
}

const codesOf = (credential: JsonObject) => standardFieldFaults(credential).map(({ code }) => code)

test('a good award has all six standard fields', () => {
  expect(codesOf(sample)).toEqual([])
  expect(validate('standard-fields', sample)).toEqual([])
})

test.each(
  STANDARD_FIELDS,
)('IHE-57: an award without %s fails the schema by a named error, or says why it has none', (field) => {
  const [code, credential] = WITHOUT[field]
  expect(validate('standard-fields', credential)).not.toEqual([])
  expect(missingStandardFields(credential)).toEqual([field])
  expect(codesOf(credential)).toEqual([code])
  const explained = explaining(credential, field, 'NotApplicable')
  expect(validate('standard-fields', explained)).toEqual([])
  expect(codesOf(explained)).toEqual([])
  const another = field === 'Skill' ? 'Level' : 'Skill'
  expect(codesOf(explaining(credential, another, 'NotApplicable'))).toEqual([code])
  // Only of how long it holds can be said that it never ends.
  expect(codesOf(explaining(credential, field, 'DoesNotExpire'))).toEqual(field === 'Currency' ? [] : [code])
})

test.each([
  'RQF 4',
  'urn:level:4',
  undefined,
])('IHE-58: a level in words only is refused, explained or not: %s', (targetUrl) => {
  const inWords = { ...level, targetUrl }
  const credential = withAchievement({ alignment: [inWords, skill] })
  expect(codesOf(credential)).toEqual(['award.levelInWordsOnly'])
  expect(validate('standard-fields', credential)).not.toEqual([])
  expect(codesOf(explaining(credential, 'Level', 'NotApplicable'))).toEqual(['award.levelInWordsOnly'])
  expect(codesOf(withAchievement({ alignment: [inWords, level, skill] }))).toEqual(['award.levelInWordsOnly'])
})

test('the fields are asked of what awards something, and of nothing else', () => {
  const asked = (changes: JsonObject) => isAward({ ...sample, ...changes })
  expect(asked({})).toBe(true)
  expect(asked({ type: ['VerifiableCredential'] })).toBe(true)
  expect(asked({ type: ['VerifiableCredential', 'ClrCredential'] })).toBe(false)
  expect(asked({ type: ['VerifiableCredential'], credentialSubject: { id: 'did:example:holder' } })).toBe(false)
  expect(asked({ type: ['VerifiableCredential', 'AchievementCredential'], credentialSubject: {} })).toBe(true)
})
