import { expect, test } from '@jest/globals'
import { recogniseCertificate } from '#skills'
import { bundled } from './packages.ts'

const LIBRARY = bundled('recognition', 'recognition/library')

const found = (written: string) =>
  recogniseCertificate(LIBRARY, written).map(
    ({ entry: { from, satisfies }, isExact }) =>
      `${from.scheme}: ${from.unit ?? from.level} ${satisfies?.join(', ')} ${isExact}`,
  )

test.each([
  ['New CLAiT Unit 2', 'New CLAiT 2006: Unit 2 Creating spreadsheets and graphs itq/2009#SS/1 true'],
  ['OCR new clait, unit 2: spreadsheets', 'New CLAiT 2006: Unit 2 Creating spreadsheets and graphs itq/2009#SS/1 true'],
  ['CLAiT Plus Unit 1', 'CLAiT Plus 2006: Unit 1 Integrated e-document production itq/2009#WP/2 true'],
  ['CLAIT+ spreadsheets', 'CLAiT Plus 2006: Unit 2 Manipulating spreadsheets and graphs itq/2009#SS/2 true'],
  ['CLAIT', 'CLAiT (before New CLAiT): Spreadsheets itq/2003#SS/1 false'],
  ['ECDL word processing', 'ECDL/ICDL module (BCS): Word processing itq/2003#WP/1 true'],
  ['International Computer Driving Licence: Spreadsheets', 'ECDL/ICDL module (BCS): Spreadsheets itq/2003#SS/1 true'],
  [
    'City & Guilds e-Quals spreadsheets level 2',
    'e-Quals IT users (City & Guilds 7266): Spreadsheets level 2 itq/2003#SS/2 true',
  ],
])('ES-34: what the paper says is recognised: %s', (written, certificate) => {
  expect(found(written)).toEqual([certificate])
})

test('of a scheme without a unit each is offered, of a unit that is not listed none is called exact', () => {
  expect(found('New CLAiT')).toHaveLength(3)
  expect(found('New CLAiT Unit 7').every((one) => one.endsWith('false'))).toBe(true)
  expect(found('NI Essential Skills in ICT, level 2')).toEqual(['NI Essential Skills ICT: 2 undefined true'])
  expect(found('Cycling proficiency')).toEqual([])
  expect(found('')).toEqual([])
})
