import { describe, expect, test } from '@jest/globals'
import { badRowsCsv } from '../../issuer/import/bad-rows.ts'
import { guessMapping } from '../../issuer/import/columns.ts'
import { linter } from '../../issuer/import/lint.ts'
import { decodeCsv, type Row, readCsv } from '../../issuer/import/read-csv.ts'
import { readDate } from '../../issuer/import/read-date.ts'
import { expectQuick } from '../time.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const RULES = { grade: null, today: '2026-11-25' }

/** The whole table at once. */
async function sheetOf(text: string): Promise<{ columns: string[]; rows: Row[] }> {
  const sheet: { columns: string[]; rows: Row[] } = { columns: [], rows: [] }
  for await (const { columns, rows } of readCsv(text)) {
    sheet.columns = columns
    sheet.rows.push(...rows)
  }
  return sheet
}

describe('a file', () => {
  test.each([
    ['commas', 'Name,Email\r\nAda,a@b.example\r\n'],
    ['semicolons', 'Name;Email\nAda;a@b.example\n'],
    ['tabs', 'Name\tEmail\nAda\ta@b.example'],
    ['a byte order mark', '\uFEFFName,Email\nAda,a@b.example\n'],
    ['a line for Excel', 'sep=;\r\nName;Email\r\nAda;a@b.example\r\n'],
    ['a line for Excel that names an unusual delimiter', '\uFEFFSEP=~\nName~Email\nAda~a@b.example\n'],
    ['quotes', '"Name","Email"\n"Ada","a@b.example"\n'],
  ])('with %s is read', async (_, text) => {
    const sheet = await sheetOf(decodeCsv(bytes(text)))
    expect(sheet).toEqual({ columns: ['Name', 'Email'], rows: [{ row: 2, cells: ['Ada', 'a@b.example'] }] })
  })

  test('is counted as a spreadsheet counts: a cell of two lines is one row, an empty row is one too', async () => {
    const { rows } = await sheetOf('Name,Note\n"Ada","one\ntwo"\n\nGrace,"a, ""b"""\n')
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

  test('with a cell that is too long is refused, and says in which row', async () => {
    await expect(sheetOf(`Name\nAda\n${'x'.repeat(4_097)}`)).rejects.toThrow(
      expect.objectContaining({ code: 'csv.tooLarge', details: { row: 3, column: 'Name' } }),
    )
    expect((await sheetOf(`Name\nAda\n${'x'.repeat(4_096)}`)).rows).toHaveLength(2)
  })

  test('with more than 50,000 rows is refused, and one with 50,000 is not', async () => {
    await expect(sheetOf(`Name\n${'Ada\n'.repeat(50_001)}`)).rejects.toThrow(
      expect.objectContaining({ code: 'csv.tooLarge' }),
    )
    expect((await sheetOf(`Name\n${'Ada\n'.repeat(50_000)}`)).rows).toHaveLength(50_000)
  })

  test.each(['\n', '\r\n', '\r'])('of nothing but line ends %j is refused before it is parsed', async (end) => {
    const text = `Name${end.repeat(9_000_000)}`
    const refusal = expect.objectContaining({ code: 'csv.tooLarge', message: expect.stringMatching(/200,000 lines/) })
    await expectQuick(1_000, () => expect(sheetOf(text)).rejects.toThrow(refusal))
  })

  test('is parsed no further than the row after the last that may be', async () => {
    await expect(sheetOf(`Name\n${'Ada\n'.repeat(50_001)}"never closed`)).rejects.toThrow(
      expect.objectContaining({ code: 'csv.tooLarge' }),
    )
  })

  test('with an open quote, or more cells than columns, is refused', async () => {
    await expect(sheetOf('Name,Email\n"Ada,a@b.example\n')).rejects.toThrow(
      expect.objectContaining({ code: 'csv.malformed' }),
    )
    await expect(sheetOf('Name,Email\nAda,a@b.example,more\n')).rejects.toThrow(/Row 2 has more cells/)
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
  const check = (cells: string[], rules = {}, already: string[] = []) => {
    const columns = ['Name', 'Email', 'Date', 'Grade']
    const mapping = { columns: { name: 'Name', email: 'Email', awardedOn: 'Date', grade: 'Grade' } }
    return linter(columns, mapping, { ...RULES, ...rules })({ row: 2, cells }, new Set(already))
  }
  const good = ['Ada Lovelace', 'ada@example.com', '25/06/2026', 'Merit']

  test('that is in order can be awarded', () => {
    const grade = { kind: 'values', values: ['Pass', 'Merit'] } as const
    const recipient = { name: 'Ada Lovelace', email: 'ada@example.com', awardedOn: '2026-06-25', grade: 'Merit' }
    expect(check(good, { grade })).toEqual({ row: 2, recipient, problems: [] })
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
    const problem = { column, reason: expect.stringMatching(reason), remedy: expect.stringMatching(/\.$/) }
    expect(check(good.with(index, cell))).toEqual({ row: 2, recipient: null, problems: [problem] })
  })

  test('with a grade that is not known, no percentage, or below the pass mark is refused', () => {
    const values = { grade: { kind: 'values', values: ['Pass'] } as const }
    const percent = { grade: { kind: 'percent', pass: 40 } as const }
    expect(check(good, values).problems[0]?.reason).toMatch(/not known/)
    expect(check(good, percent).problems[0]?.reason).toMatch(/not a percentage/)
    expect(check(good.with(3, '39'), percent).problems[0]?.reason).toMatch(/below the pass mark/)
    expect(check(good.with(3, '40 %'), percent).recipient?.grade).toBe('40')
  })

  test('that was there before, or whose person has the award, is refused', () => {
    expect(check(good, {}, ['ada@example.com']).problems[0]?.reason).toMatch(/already/)
    const columns = ['Name', 'Email', 'Date', 'Grade']
    const mapping = { columns: { name: 'Name', email: 'Email', awardedOn: 'Date' } }
    const look = linter(columns, mapping, RULES)
    expect(look({ row: 2, cells: good }, new Set()).problems).toEqual([])
    const again = look({ row: 3, cells: good }, new Set())
    expect(again).toMatchObject({ recipient: null, problems: [{ reason: 'The same person and date as row 2' }] })
  })

  test('goes out again with no cell that a spreadsheet would run', async () => {
    const problems = [{ column: 'Name', reason: 'It is wrong', remedy: 'Mend it.' }]
    async function* slices() {
      yield [{ row: 2, cells: ['=HYPERLINK("x")', '@SUM(1)'], problems }]
    }
    const csv = await badRowsCsv(['Name', 'Note'], slices())
    expect(csv).toContain('Name: It is wrong. Mend it.')
    const { rows } = await sheetOf(csv)
    expect(rows[0]?.cells).toHaveLength(4)
    for (const cell of rows[0]?.cells ?? []) expect(cell).not.toMatch(/^[=@]/)
  })
})
