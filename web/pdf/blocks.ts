/** One thing below another on the pages of a PDF. All text is plain: nothing in it is read as markup. */
export type PdfBlock =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; text: string; isSoft?: boolean }
  /** An address on the web, written out so that it can be read on paper too. */
  | { kind: 'link'; url: string }
  | { kind: 'list'; items: readonly string[] }
  /** Labels with their values, beneath a title that a screen reader tells. */
  | { kind: 'facts'; rows: readonly { label: string; value: string }[] }
  /** Each row has as many cells as there are columns, and its first cell is its heading. */
  | { kind: 'table'; columns: readonly string[]; rows: readonly (readonly string[])[] }
  /** The same address must stand beside it as a link. */
  | { kind: 'qr'; text: string; label: string }

/** A file that travels inside a PDF. */
export interface PdfAttachment {
  name: string
  mediaType: string
  bytes: Uint8Array
  /** What it is, in a few words. */
  description: string
}

/** What goes into a PDF. Its date is all that tells one made now from one made later. */
export interface PdfContent {
  title: string
  madeAt: Date
  /** Stands at the foot of each page, before its number. */
  footer: string
  blocks: readonly PdfBlock[]
  attachments?: readonly PdfAttachment[]
}
