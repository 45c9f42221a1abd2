import { describe, expect, test } from '@jest/globals'
import { badRowsCsv } from '../../issuer/import/bad-rows.ts'
import { guessMapping } from '../../issuer/import/columns.ts'
import { lint } from '../../issuer/import/lint.ts'
import { decodeCsv, readCsv } from '../../issuer/import/read-csv.ts'
import { readDate } from '../../issuer/import/read-date.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const RULES = { grade: null, today: '2026-11-25', alreadyAwarded: new Set<string>() }

describe('a file', () => {
  test.each([
    ['commas', 'Name,Email\r\nAda,a@b.example\r\n'],
    ['semicolons', 'Name;Email\nAda;a@b.example\n'],
    ['tabs', 'Name\tEmail\nAda\ta@b.example'],
    ['a byte order mark', '\uFEFFName,Email\nAda,a@b.example\n'],
    ['a line for Excel', 'sep=;\r\nName;Email\r\nAda;a@b.example\r\n'],
    ['a line for Excel that names an unusual delimiter', '\uFEFFSEP=~\nName~Email\nAda~a@b.example\n'],
    ['quotes', '"Name","Email"\n"Ada","a@b.example"\n'],
  ])('with %s is read', (_, text) => {
    const sheet = readCsv(decodeCsv(bytes(text)))
    expect(sheet).toEqual({ columns: ['Name', 'Email'], rows: [{ row: 2, cells: ['Ada', 'a@b.example'] }] })
  })

  test('is counted as a spreadsheet counts: a cell of two lines is one row, an empty row is one too', () => {
    const { rows } = readCsv('Name,Note\n"Ada","one\ntwo"\n\nGrace,"a, ""b"""\n')
    expect(rows.map(({ row, cells }) => [row, ...cells])).toEqual([
      [2, 'Ada', 'one\ntwo'],
      [4, 'Grace', 'a, "b"'],
    ])
  })

  test.each([
    ['an Excel workbook', Uint8Array.of(0x50, 0x4b, 3, 4), /Excel workbook/],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x4e, 0), /UTF-16/],
    ['Latin-1', Uint8Array.of(0x4e, 0xe9, 0x0a), /CSV UTF-8/],
  ])('that is %s is refused with what to do', (_, content, message) => {
    expect(() => decodeCsv(content)).toThrow(message)
  })

  test('with a cell that is too long is refused, and says in which row', () => {
    expect(() => readCsv(`Name\nAda\n${'x'.repeat(4_097)}`)).toThrow(
      expect.objectContaining({ code: 'csv.tooLarge', details: { row: 3, column: 'Name' } }),
    )
    expect(readCsv(`Name\nAda\n${'x'.repeat(4_096)}`).rows).toHaveLength(2)
  })

  test('with more than 50,000 rows is refused, and one with 50,000 is not', () => {
    expect(() => readCsv(`Name\n${'Ada\n'.repeat(50_001)}`)).toThrow(expect.objectContaining({ code: 'csv.tooLarge' }))
    expect(readCsv(`Name\n${'Ada\n'.repeat(50_000)}`).rows).toHaveLength(50_000)
  })

  test.each(['\n', '\r\n', '\r'])('of nothing but line ends %j is refused before it is parsed', (end) => {
    const text = `Name${end.repeat(9_000_000)}`
    const begun = performance.now()
    expect(() => readCsv(text)).toThrow(
      expect.objectContaining({ code: 'csv.tooLarge', message: expect.stringMatching(/200,000 lines/) }),
    )
    expect(performance.now() - begun).toBeLessThan(1_000)
  })

  test('is parsed no further than the row after the last that may be', () => {
    expect(() => readCsv(`Name\n${'Ada\n'.repeat(50_001)}"never closed`)).toThrow(
      expect.objectContaining({ code: 'csv.tooLarge' }),
    )
  })

  test('with an open quote, or more cells than columns, is refused', () => {
    expect(() => readCsv('Name,Email\n"Ada,a@b.example\n')).toThrow(expect.objectContaining({ code: 'csv.malformed' }))
    expect(() => readCsv('Name,Email\nAda,a@b.example,more\n')).toThrow(/Row 2 has more cells/)
  })
})

describe('a date', () => {
  test.each([
    ['25/06/2026', '2026-06-25'],
    ['5/6/2026', '2026-06-05'],
    ['25.06.2026', '2026-06-25'],
    ['25-Jun-2026', '2026-06-25'],
    ['25 June 2026', '2026-06-25'],
    ['2026-06-25', '2026-06-25'],
    ['2026-06-25T00:00:00', '2026-06-25'],
    ['25/06/2026 00:00', '2026-06-25'],
    ['46198', '2026-06-25'],
    ['29/02/2028', '2028-02-29'],
  ])('%s is %s', (cell, date) => {
    expect(readDate(cell)).toEqual({ date })
  })

  test.each([
    ['31/06/2026', /no day/],
    ['29/02/2026', /no day/],
    ['06/25/2026', /no day/],
    ['25/06/26', /two digits/],
    ['soon', /not a date/],
    ['2026', /not a date/],
  ])('%s is none', (cell, reason) => {
    expect(readDate(cell)).toMatchObject({ reason: expect.stringMatching(reason) })
  })
})

test('guesses the columns of a student-record system, and leaves alone what it does not know', () => {
  const columns = ['Student ID', 'Forename', 'Surname', 'Student Email', 'Module Code', 'Overall Mark', 'Award Date']
  expect(guessMapping(columns).columns).toEqual({
    givenName: 'Forename',
    familyName: 'Surname',
    email: 'Student Email',
    awardedOn: 'Award Date',
    grade: 'Overall Mark',
  })
  expect(guessMapping(['Shoe size', 'Colour']).columns).toEqual({})
})

describe('a row', () => {
  const check = (cells: string[], rules = {}) => {
    const columns = ['Name', 'Email', 'Date', 'Grade']
    const mapping = { columns: { name: 'Name', email: 'Email', awardedOn: 'Date', grade: 'Grade' } }
    return lint({ columns, rows: [{ row: 2, cells }] }, mapping, { ...RULES, ...rules })
  }
  const good = ['Ada Lovelace', 'ada@example.com', '25/06/2026', 'Merit']

  test('that is in order can be awarded', () => {
    const grade = { kind: 'values', values: ['Pass', 'Merit'] } as const
    const recipient = { name: 'Ada Lovelace', email: 'ada@example.com', awardedOn: '2026-06-25', grade: 'Merit' }
    expect(check(good, { grade }).good).toEqual([{ row: 2, recipient }])
  })

  test.each([
    [0, '', 'Name', /missing/],
    [0, 'x'.repeat(201), 'Name', /longer/],
    [1, '', 'Email', /missing/],
    [1, 'ada(at)example.com', 'Email', /not an e-mail/],
    [1, 'a@b.example, c@d.example', 'Email', /not an e-mail/],
    [2, '', 'Date', /missing/],
    [2, '26/11/2026', 'Date', /future/],
    [2, '01/01/1901', 'Date', /before 1950/],
  ])('with cell %i as "%s" names the column %s', (index, cell, column, reason) => {
    const { problems, good: rows, badRows } = check(good.with(index, cell))
    expect(problems).toEqual([
      { row: 2, column, reason: expect.stringMatching(reason), remedy: expect.stringMatching(/\.$/) },
    ])
    expect([rows.length, badRows]).toEqual([0, 1])
  })

  test('with a grade that is not known, no percentage, or below the pass mark is refused', () => {
    const values = { grade: { kind: 'values', values: ['Pass'] } as const }
    const percent = { grade: { kind: 'percent', pass: 40 } as const }
    expect(check(good, values).problems[0]?.reason).toMatch(/not known/)
    expect(check(good, percent).problems[0]?.reason).toMatch(/not a percentage/)
    expect(check(good.with(3, '39'), percent).problems[0]?.reason).toMatch(/below the pass mark/)
    expect(check(good.with(3, '40 %'), percent).good[0]?.recipient.grade).toBe('40')
  })

  test('that was there before, or whose person has the award, is refused', () => {
    expect(check(good, { alreadyAwarded: new Set(['ada@example.com']) }).problems[0]?.reason).toMatch(/already/)
    const columns = ['Name', 'Email', 'Date', 'Grade']
    const mapping = { columns: { name: 'Name', email: 'Email', awardedOn: 'Date' } }
    const twice = { columns, rows: [2, 3].map((row) => ({ row, cells: good })) }
    expect(lint(twice, mapping, RULES).problems).toMatchObject([
      { row: 3, reason: 'The same person and date as row 2' },
    ])
  })

  test('goes out again with no cell that a spreadsheet would run', () => {
    const sheet = { columns: ['Name', 'Note'], rows: [{ row: 2, cells: ['=HYPERLINK("x")', '@SUM(1)'] }] }
    const csv = badRowsCsv(sheet, [{ row: 2, column: 'Name', reason: 'It is wrong', remedy: 'Mend it.' }])
    expect(csv).toContain('Name: It is wrong. Mend it.')
    for (const cell of readCsv(csv.replace('\uFEFF', '')).rows[0]?.cells ?? []) expect(cell).not.toMatch(/^[=@]/)
  })
})
