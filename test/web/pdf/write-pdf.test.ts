import { expect, test } from '@jest/globals'
import { type PdfBlock, writePdf } from '#web'
import { streamsIn } from './streams.ts'

const MADE_AT = new Date('2026-06-01T09:00:00Z')

const pdf = async (blocks: PdfBlock[], title = 'A passport') =>
  Buffer.from(await writePdf({ title, madeAt: MADE_AT, footer: 'Skills Passport', blocks })).toString('latin1')

test('a PDF says that it is PDF/A-3b and tagged, in British English, and that its title is to be shown', async () => {
  const text = await pdf([{ kind: 'heading', level: 1, text: 'Chef & <baker>' }], 'Chef & <baker>')
  expect(text).toMatch(/^%PDF-1\.7/)
  expect(text).toContain('<pdfaid:part>3</pdfaid:part>')
  expect(text).toContain('<pdfaid:conformance>B</pdfaid:conformance>')
  expect(text).toContain('/Marked true')
  expect(text).toContain('/Lang (en-GB)')
  expect(text).toContain('/DisplayDocTitle true')
  expect(text).toContain('/S /H1')
  // The metadata is XML: what would be markup in it is not there.
  expect(text).toMatch(/<rdf:li xml:lang="x-default">Chef and {2}baker ?<\/rdf:li>/)
})

test('every font of a PDF is inside of it', async () => {
  const text = await pdf([{ kind: 'paragraph', text: 'Łukasz, Ελένη and Юлия' }])
  const fonts = text.match(/\/BaseFont \/\S+/g) ?? []
  expect(fonts.length).toBeGreaterThan(0)
  expect(fonts.every((name) => /\+NotoSans/.test(name))).toBe(true)
  expect(text.match(/\/FontFile2/g)).not.toBeNull()
  expect(text).not.toContain('Helvetica')
})

test('a file travels inside a PDF as it is, by its name and kind', async () => {
  const bytes = new TextEncoder().encode('{"type":"VerifiablePresentation"}')
  const attachment = { name: 'presentation.json', mediaType: 'application/vp', bytes, description: 'For a verifier' }
  const content = { title: 'Pack', madeAt: MADE_AT, footer: 'Pack', blocks: [], attachments: [attachment] }
  const written = Buffer.from(await writePdf(content))
  const text = written.toString('latin1')
  expect(text).toContain('/AFRelationship /Data')
  expect(text).toContain('presentation.json')
  expect(text).toContain('/Subtype /application#2Fvp')
  expect(streamsIn(text)).toContain('{"type":"VerifiablePresentation"}')
  // No clock is in it but the one that was handed in.
  expect(Buffer.from(await writePdf(content)).equals(written)).toBe(true)
})

test('a table longer than a page goes on, with each cell in the tree', async () => {
  const rows = Array.from({ length: 80 }, (_, at) => [`Skill ${at}`, 'Shown', 'Today'])
  const text = await pdf([{ kind: 'table', columns: ['Skill', 'State', 'As of'], rows }])
  expect(text.match(/\/S \/TR/g)).toHaveLength(81)
  expect(text.match(/\/S \/TD/g)).toHaveLength(160)
  expect(text.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(1)
})

test('a QR code stands with words for those who cannot see it, and a link can be followed', async () => {
  const url = 'https://wallet.example.org/s/abc'
  const text = await pdf([
    { kind: 'qr', text: url, label: 'Opens this on a phone' },
    { kind: 'link', url },
    { kind: 'list', items: ['One', 'Two'] },
    { kind: 'facts', rows: [{ label: 'Awarded', value: 'x'.repeat(1_000) }] },
  ])
  expect(text).toMatch(/\/Alt \(QR code\. Opens this on a phone\)/)
  expect(text).toContain(`/URI (${url})`)
  expect(text.match(/\/S \/LI\b/g)).toHaveLength(2)
})

test('letters that the fonts lack are told by a sign, and controls are left out', async () => {
  const letters = streamsIn(await pdf([{ kind: 'paragraph', text: 'a\u202e\u0007文\nb' }]))
  const [map] = letters.filter((text) => text.includes('beginbfrange'))
  expect(map).toMatch(/<0061> <fffd> <0062>/)
})

test('no line of a cell is lost, wherever on a page its row is', async () => {
  // Where one of the rows begins here, adding up the heights of its lines comes out a hair too high.
  const blocks: PdfBlock[] = [
    { kind: 'heading', level: 1, text: 'Skills' },
    { kind: 'paragraph', text: 'One line.' },
    { kind: 'heading', level: 2, text: 'How to check it' },
    { kind: 'paragraph', text: 'Two lines.\nTwo lines.' },
    { kind: 'qr', text: 'https://wallet.example.org/s/abc', label: 'The link' },
    { kind: 'link', url: 'https://wallet.example.org/s/abc' },
    { kind: 'heading', level: 2, text: 'What I can do' },
    {
      kind: 'table',
      columns: ['a', 'b', 'c', 'd'],
      rows: [2, 2, 1, 1, 2, 2, 2, 2, 2, 2, 1].map((lines) => [
        lines === 1 ? 'One' : 'Operate a computer: Foundation',
        'x',
        'x',
        lines === 1 ? 'Two\nlines' : 'x',
      ]),
    },
  ]
  const text = await pdf(blocks)
  const pages = text.match(/\/Type \/Page\b/g)?.length ?? 0
  const lines = streamsIn(text).flatMap((one) => one.match(/TJ$/gm) ?? [])
  expect(lines).toHaveLength(1 + 1 + 1 + 2 + 1 + 1 + 1 + 4 + 8 * 5 + 3 * 5 + pages)
})
