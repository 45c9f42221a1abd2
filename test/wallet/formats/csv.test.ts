import { describe, expect, test } from '@jest/globals'
import { frameworks } from '#skills'
import { COLUMNS } from '../../../wallet/formats/csv-columns.ts'
import { readPassportCsv } from '../../../wallet/formats/csv-read.ts'
import { passportCsv } from '../../../wallet/formats/csv-write.ts'
import { PORTFOLIO_ITEM } from '../../../wallet/records/portfolio-kinds.ts'
import { held } from '../skills/held.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

const ITEM = {
  kind: PORTFOLIO_ITEM.kind,
  name: 'one',
  content: { type: 'artefact', title: '=1+1', about: 'A, "B"\nC', skill: '', contribution: '', link: '' },
  createdAt: '2026-11-01T09:00:00.000Z',
  changedAt: '2026-11-01T09:00:00.000Z',
}

describe('a passport as a table', () => {
  test('no cell is a formula for a spreadsheet, and each is read again as it was', async () => {
    const titles = ['=HYPERLINK("http://x")', '+44', '-1', '@SUM(A1)', 'Łukasz, “Chef”', "'quoted'"]
    const credentials = titles.map((name) => held({ achievement: { name } }))
    const text = await passportCsv(credentials, [ITEM], frameworks())
    expect(text.startsWith(`\uFEFF${COLUMNS.join(',')}\r\n`)).toBe(true)
    expect(text).not.toMatch(/(?:^|,)"?[=+\-@]/m)
    const { rows, records, problems } = await readPassportCsv(bytes(text))
    expect(rows.map(({ row }) => row.Title)).toEqual(titles)
    expect([records, problems]).toEqual([[ITEM], []])
  })

  test('nor is one where a spreadsheet separates by semicolons, and a record of one’s own stays as it was', async () => {
    const item = { ...ITEM, content: { ...ITEM.content, about: 'A;=1+1' } }
    const text = await passportCsv([held({ achievement: { name: 'Welding;=HYPERLINK("x")' } })], [item], frameworks())
    expect(text).not.toMatch(/[;\t]\s*[=+\-@]/)
    expect((await readPassportCsv(bytes(text))).records).toEqual([item])
  })

  test('one of somebody else’s is read too: with other delimiters, without most columns, and what is unknown is named', async () => {
    const { rows, unknownColumns } = await readPassportCsv(bytes('title;DATE;Teacher\nWelding;2020-05-01;Ann\n;;\n'))
    expect(rows).toEqual([{ number: 2, row: { Title: 'Welding', Date: '2020-05-01' } }])
    expect(unknownColumns).toEqual(['Teacher'])
  })

  test('a row that cannot be read is told by its number, and stops no other', async () => {
    const text = 'Title,Level,Data\n,RQF 2,\nA,,{\nB,,"{""kind"":1}"\nC,,\n'
    const { rows, problems } = await readPassportCsv(bytes(text))
    expect(rows.map(({ number }) => number)).toEqual([5])
    expect(problems.map(({ number }) => number)).toEqual([2, 3, 4])
  })

  test.each([
    ['no title', 'Name,Date\nx,y\n', 'csv.malformed'],
    ['a quote that is not closed', 'Title\n"x\n', 'csv.malformed'],
    ['a row of half a megabyte', `Title\n${'x'.repeat(600_000)}\n`, 'csv.tooLarge'],
    ['too many rows', `Title\n${'x\n'.repeat(5_001)}`, 'csv.tooLarge'],
  ])('a table with %s is refused', async (_, text, code) => {
    await expect(readPassportCsv(bytes(text))).rejects.toMatchObject({ code })
  })

  test('a table that is not in UTF-8 is refused with what to do about it', async () => {
    await expect(readPassportCsv(Uint8Array.of(0x54, 0xe9))).rejects.toThrow('CSV UTF-8')
  })
})
