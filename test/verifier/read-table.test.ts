import { expect, test } from '@jest/globals'
import { readTable } from '../../verifier/read-table.ts'

const read = (text: string, column?: string) => readTable(Buffer.from(text), column)
const link = 'https://wallet.example/s/1'
const credential = '{"type":["VerifiableCredential"],"name":"a, b"}'

test.each([
  ['the column that is called so', `Name,Link\nOla,${link}\n`, undefined],
  ['a column of a usual name, however it is written', `Name;Share link\r\nOla;${link}\r\n`, undefined],
  ['the first column that has one', `Name,Where\nOla,${link}\n`, undefined],
  ['a tab between cells, and a mark before the first', `\uFEFFName\tURL\nOla\t${link}\n`, undefined],
  ['a column that is named', `Other,My proof\nhttps://other.example/,${link}\n`, 'my proof'],
])('takes %s', (_what, text, column) => {
  expect(read(text, column)).toEqual([{ row: 2, text: link }])
})

test('reads credentials in quotes, leaves out empty cells and counts rows as a spreadsheet does', () => {
  const cell = `"${credential.replaceAll('"', '""')}"`
  expect(read(`credential\n${cell}\n\n" "\na.b.c\n`)).toEqual([
    { row: 2, text: credential },
    { row: 5, text: 'a.b.c' },
  ])
})

test('reads a list of links that has no header', () => {
  expect(read(`${link}\n${link}2\n`)).toEqual([
    { row: 1, text: link },
    { row: 2, text: `${link}2` },
  ])
})

test.each([
  ['no such column', `Name,Link\nOla,${link}\n`, 'Proof', 'csv.malformed', 'There are: Name, Link.'],
  ['no column with a credential', 'Name,Age\nOla,17\n', undefined, 'csv.malformed', 'No column'],
  ['no rows', 'Link\n', undefined, 'csv.malformed', 'no row'],
  ['nothing', '', undefined, 'csv.malformed', 'No column'],
  ['an open quote', `Link\n"${link}\n`, undefined, 'csv.malformed', 'cannot be read'],
  ['too many rows', `Link\n${'x\n'.repeat(50_001)}`, undefined, 'csv.tooLarge', '50,000'],
])('refuses a table with %s', (_what, text, column, code, words) => {
  const refusal = expect.objectContaining({ code, message: expect.stringContaining(words) })
  expect(() => read(text, column)).toThrow(refusal)
})
