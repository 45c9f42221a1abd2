import { qrPath } from '../qr-path.ts'
import type { PdfBlock } from './blocks.ts'
import { drawable } from './fonts.ts'
import { BODY_SIZE, COLOURS, type Sheet } from './sheet.ts'

const HEADING_SIZES = { 1: 20, 2: 14, 3: 11 } as const
/** A heading stays with the first lines of what is below it. */
const HEADING_NEEDS = 90
/** 32 mm: a phone reads a link of 100 letters from it at arm's length. */
const QR_SIDE = 90
/** pdfkit drops the last line of a cell where rounding makes the cell a hair too low for it. */
const ROOM = 0.05

/** Draws one block where the sheet is. */
export function drawBlock(sheet: Sheet, block: PdfBlock): void {
  switch (block.kind) {
    case 'heading':
      drawHeading(sheet, block)
      break
    case 'paragraph':
      sheet.add('P', () => sheet.text(block.text, block.isSoft ? { colour: COLOURS.soft } : {}))
      break
    case 'link':
      drawLink(sheet, block.url)
      break
    case 'list':
      drawList(sheet, block.items)
      break
    case 'facts':
      drawTable(sheet, { rows: block.rows.map(({ label, value }) => [label, value]), widths: [130, '*'] })
      break
    case 'table':
      drawTable(sheet, block)
      break
    case 'qr':
      drawQr(sheet, block)
  }
}

function drawHeading(sheet: Sheet, { level, text }: Extract<PdfBlock, { kind: 'heading' }>): void {
  sheet.need(HEADING_NEEDS)
  if (level > 1) sheet.document.y += 8
  sheet.add(`H${level}`, () => sheet.text(text, { size: HEADING_SIZES[level], isBold: true, gap: 4 }))
}

function drawLink(sheet: Sheet, url: string): void {
  const { document } = sheet
  sheet.add('Link', () => {
    document.font('regular', BODY_SIZE).fillColor(COLOURS.ink)
    const { left } = document.page.margins
    document.text(drawable(url), left, undefined, { width: sheet.width, link: url, underline: true })
    document.y += 6
  })
}

function drawList(sheet: Sheet, items: readonly string[]): void {
  const { document } = sheet
  const list = document.struct('L')
  sheet.root.add(list)
  for (const item of items) {
    const draw = () => sheet.text(`•  ${item}`, { gap: 2 })
    list.add(document.struct('LI', {}, [document.struct('LBody', {}, [draw])]))
  }
  list.end()
  document.y += 6
}

interface Rows {
  columns?: readonly string[]
  rows: readonly (readonly string[])[]
  widths?: (number | '*')[]
}

/** The first cell of each row is its heading, and so is the first row where the columns have names. */
function drawTable({ document, root, width }: Sheet, { columns, rows, widths }: Rows): void {
  const heading = (text: string, scope: 'Column' | 'Row') => ({
    text: drawable(text),
    type: 'TH' as const,
    scope,
    font: { src: 'bold' },
    ...(scope === 'Column' ? { backgroundColor: COLOURS.shade } : {}),
  })
  document.font('regular', BODY_SIZE - 1).fillColor(COLOURS.ink)
  document.table({
    structParent: root,
    position: { x: document.page.margins.left, y: document.y },
    maxWidth: width,
    ...(widths === undefined ? {} : { columnStyles: widths }),
    defaultStyle: {
      textColor: COLOURS.ink,
      border: { top: 0, left: 0, right: 0, bottom: 0.5 },
      borderColor: COLOURS.line,
      padding: 4,
      textOptions: { lineGap: ROOM },
    },
    data: [
      ...(columns === undefined ? [] : [columns.map((name) => heading(name, 'Column'))]),
      ...rows.map(([first = '', ...rest]) => [heading(first, 'Row'), ...rest.map(drawable)]),
    ],
  })
  document.y += 10
}

function drawQr(sheet: Sheet, { text, label }: Extract<PdfBlock, { kind: 'qr' }>): void {
  sheet.need(QR_SIDE + 24)
  const { document } = sheet
  const { side, path } = qrPath(text)
  const draw = () => {
    document
      .save()
      .translate(document.page.margins.left, document.y)
      .scale(QR_SIDE / side)
    document.rect(0, 0, side, side).fill('#ffffff').path(path).fill(COLOURS.ink)
    document.restore()
  }
  sheet.add('Figure', draw, { alt: `QR code. ${label}` })
  document.y += QR_SIDE
  sheet.add('P', () => sheet.text(label, { size: BODY_SIZE - 1, colour: COLOURS.soft }))
}
