import { strToU8, Zip, ZipDeflate } from 'fflate'
import { logEvidenceName } from '#credential'
import { giveWay } from '#server'
import { count } from '#web'
import type { HeldCredential } from './records/credentials.ts'
import type { Person } from './records/person.ts'
import { exportCard, exportIndex } from './web/export-index.tsx'

/** A ZIP that is being written, one of several where there is much. */
export interface OpenArchive {
  number: number
  /** How many credentials are in it so far, and how much they and the page about them are, unpacked. */
  credentials: number
  bytes: number
  add(held: HeldCredential, name: string): void
  addJson(name: string, value: object): void
  addFile(name: string, bytes: Uint8Array): void
  close(end: { isLast: boolean }): Promise<Uint8Array>
}

/** A passport of so many credentials is also a document and a table. Larger ones are had in these forms by themselves. */
export const READABLE_UP_TO = 500

/** How much of the page is packed before others have their turn. */
const PIECE = 64 * 1024

/** Begins a ZIP (APPNOTE). All is written as it comes, so nothing large is made at once. */
export function archiveOf(frame: { person: Person; exportedAt: Date; total: number }, number: number): OpenArchive {
  const chunks: Uint8Array[] = []
  const cards: string[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  const begin = (name: string) => {
    const file = new ZipDeflate(name)
    file.mtime = frame.exportedAt
    zip.add(file)
    return file
  }
  const put = (name: string, text: string) => begin(name).push(strToU8(text), true)
  return {
    number,
    credentials: 0,
    bytes: 0,
    add(held, name) {
      const text = strToU8(held.text)
      begin(name).push(text, true)
      if (held.issueLogEvidence !== null) put(logEvidenceName(name), JSON.stringify(held.issueLogEvidence))
      const card = exportCard(held, name)
      cards.push(card)
      this.credentials++
      this.bytes += text.length + Buffer.byteLength(card)
    },
    addJson(name, value) {
      const text = `${JSON.stringify(value, null, 2)}\n`
      put(name, text)
      this.bytes += Buffer.byteLength(text)
    },
    addFile(name, bytes) {
      begin(name).push(bytes, true)
      this.bytes += bytes.length
    },
    async close({ isLast }) {
      const [head, tail] = exportIndex(frame)
      const page = begin('index.html')
      page.push(strToU8(head))
      for (const card of inPieces(cards)) {
        page.push(strToU8(card))
        await giveWay()
      }
      page.push(strToU8(tail), true)
      put('README.txt', readme({ number, isLast, here: this.credentials, total: frame.total }))
      zip.end()
      return Buffer.concat(chunks)
    },
  }
}

function inPieces(texts: readonly string[]): string[] {
  const pieces = ['']
  for (const text of texts) {
    if ((pieces.at(-1)?.length ?? 0) + text.length > PIECE) pieces.push('')
    pieces.push((pieces.pop() ?? '') + text)
  }
  return pieces
}

function readme(part: { number: number; isLast: boolean; here: number; total: number }): string {
  const isWhole = part.number === 1 && part.isLast
  const which = part.isLast
    ? `This is the last part, number ${part.number}.`
    : `This is part ${part.number}, and more follow.`
  const several = [
    `You have ${count(part.total, 'credential')}, which is more than one file can hold. ${which}`,
    'Keep all parts. The last one also holds the files about your account and your shares.',
    '',
  ]
  return [
    'Your Skills Passport',
    '====================',
    '',
    ...(isWhole ? [] : several),
    'Open index.html to read everything in a browser. It works without the internet.',
    '',
    `credentials/     your credentials (${part.here}), one file each, exactly as their issuers signed them`,
    ...(part.isLast
      ? [
          'shares.json      the links that you made, without the secret part of their address',
          'view-log.json    when those links were opened',
          'own-records/     what you said and wrote down yourself',
          ...(part.total > READABLE_UP_TO
            ? []
            : ['passport.pdf     the same to print', 'passport.csv     the same as a table for a spreadsheet']),
          'account.json     your name and e-mail address, as you gave them',
        ]
      : []),
    '',
    'Keep this file. To put the credentials into a wallet, this one or another, choose "Add" there and pick',
    `the whole ZIP file${isWhole ? '' : ', one part after the other'}. Do not change the files in credentials/: their`,
    'signatures would no longer hold.',
    '',
  ].join('\r\n')
}
