import PDFDocument from 'pdfkit'
import type { PdfContent } from './blocks.ts'
import { drawBlock } from './draw-block.ts'
import { drawable, FONT_FILES } from './fonts.ts'
import { Sheet } from './sheet.ts'

/**
 * Writes a PDF: tagged for screen readers, with its fonts inside, as PDF/A-3b (ISO 19005-3), which may carry files. The same
 * content makes the same bytes.
 */
export function writePdf({ title, madeAt, footer, blocks, attachments = [] }: PdfContent): Promise<Uint8Array> {
  const document = new PDFDocument({
    pdfVersion: '1.7',
    subset: 'PDF/A-3b',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    size: 'A4',
    margins: { top: 56, bottom: 64, left: 56, right: 56 },
    bufferPages: true,
    font: FONT_FILES.regular,
    info: { Title: withoutMarkup(title), Creator: 'Skills Passport', Producer: 'pdfkit', CreationDate: madeAt },
  })
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    document.on('error', reject)
    const sheet = new Sheet(document)
    for (const block of blocks) drawBlock(sheet, block)
    sheet.end(footer)
    for (const { name, mediaType, bytes, description } of attachments) {
      const options = { name, type: mediaType, description, creationDate: madeAt, modifiedDate: madeAt }
      document.file(Buffer.from(bytes), { ...options, relationship: 'Data' })
    }
    document.end()
  })
}

/** pdfkit writes the title into XML as it stands. */
function withoutMarkup(title: string): string {
  return drawable(title)
    .replaceAll('&', 'and')
    .replaceAll(/[<>\n]/g, ' ')
}
