import { expect, test } from '@jest/globals'
import { frameworks, readLevel } from '#skills'
import { kindOf, placeOf } from '../../../wallet/skills/learnt-where.ts'

const known = frameworks()

test.each([
  ['FormalCreditBearing', 'ext:Module', 'RQF 3', 'furtherEducation'],
  ['FormalCreditBearing', 'ext:Module', 'RQF E1', 'furtherEducation'],
  ['FormalNonCredit', 'Course', 'RQF 4', 'higherEducation'],
  ['FormalCreditBearing', 'ext:Unit', 'SCQF 7', 'higherEducation'],
  ['FormalCreditBearing', 'ext:Unit', null, 'notSaid'],
  [null, 'BachelorDegree', null, 'higherEducation'],
  [null, 'ext:Qualification', 'RQF 2', 'furtherEducation'],
  [null, 'Badge', 'RQF 2', 'notSaid'],
  [null, null, 'FHEQ 6', 'higherEducation'],
  ['EmployerTraining', 'ext:Qualification', 'RQF 5', 'work'],
  [null, 'ext:CPD', null, 'work'],
  ['Informal', 'Badge', null, 'elsewhere'],
  ['Somewhere', 'Badge', null, 'notSaid'],
  [null, null, null, 'notSaid'],
])('what says of itself %s, %s, %s was learnt in: %s', (learningSetting, achievementType, level, place) => {
  const found = level === null ? undefined : (readLevel(known.levels, level) ?? undefined)
  expect(placeOf({ learningSetting, achievementType, level: found }, known)).toBe(place)
})

test.each([
  ['ext:Unit', null, 'qualification'],
  ['Course', 'EmployerTraining', 'course'],
  ['Course', 'CPD', 'development'],
  [null, null, 'other'],
  ['constructor', null, 'other'],
] as const)('%s in %s is shown as: %s', (achievementType, learningSetting, kind) => {
  expect(kindOf({ achievementType, learningSetting, level: undefined })).toBe(kind)
})
