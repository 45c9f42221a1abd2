import type PDFDocument from 'pdfkit'
import { drawable, FONT_FILES } from './fonts.ts'

/** Dark on white, as in the pages: `--ink` and `--soft` of the shared look. */
export const COLOURS = { ink: '#14213d', soft: '#4a5568', line: '#c3cad6', shade: '#eef1f6' } as const

export const BODY_SIZE = 10

type Doc = InstanceType<typeof PDFDocument>

/** The pages of one PDF: where it goes on, and the tree by which a screen reader finds its way. */
export class Sheet {
  readonly document: Doc
  readonly root: PDFKit.PDFStructureElement
  readonly width: number

  constructor(document: Doc) {
    this.document = document
    document.registerFont('bold', FONT_FILES.bold).registerFont('regular', FONT_FILES.regular)
    this.root = document.struct('Document')
    document.addStructure(this.root)
    const { width, margins } = document.page
    this.width = width - margins.left - margins.right
  }

  /** Goes on to a new page where less than this is left of this one, in points. */
  need(points: number): void {
    const { document } = this
    if (document.y + points > document.page.maxY()) document.addPage()
  }

  /** Draws something that the tree names; what is drawn outside of this is decoration. */
  add(tag: string, draw: () => void, options: { alt?: string } = {}): void {
    this.root.add(this.document.struct(tag, options, [draw]))
  }

  /** Writes text from where the sheet is, in the full width. */
  text(text: string, style: { size?: number; isBold?: boolean; colour?: string; gap?: number } = {}): void {
    const { size = BODY_SIZE, isBold = false, colour = COLOURS.ink, gap = 6 } = style
    const { document } = this
    document.font(isBold ? 'bold' : 'regular', size).fillColor(colour)
    document.text(drawable(text), document.page.margins.left, undefined, { width: this.width, lineGap: 2 })
    document.y += gap
  }

  /** Writes the foot of each page, and closes the tree. Nothing is drawn after that. */
  end(footer: string): void {
    const { document } = this
    this.root.end()
    const { start, count } = document.bufferedPageRange()
    for (let page = start; page < start + count; page++) {
      document.switchToPage(page)
      const { left, bottom } = document.page.margins
      // A page without a margin does not go on to the next one.
      document.page.margins.bottom = 0
      document.markContent('Artifact', { type: 'Pagination' })
      document.font('regular', 8).fillColor(COLOURS.soft)
      const at = document.page.height - bottom + 24
      document.text(drawable(`${footer}  ·  Page ${page + 1} of ${count}`), left, at, {
        width: this.width,
        height: 12,
        ellipsis: true,
      })
      document.endMarkedContent()
      document.page.margins.bottom = bottom
    }
  }
}
