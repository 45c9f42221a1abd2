import { inflateSync } from 'node:zlib'

/** What stands on the pages of a PDF of ours, one text for each marked piece (a heading, a cell), in the order of reading. */
export function wordsIn(pdf: string): string[] {
  const objects = new Map(
    [...pdf.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj/gm)].map(([, id = '', held = '']) => [id, held]),
  )
  const unicode = new Map(
    [...pdf.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, font = '', id = '']) => [
      font,
      readMap(objects, objects.get(id) ?? ''),
    ]),
  )
  const pages = [...objects.values()].map(streamOf).filter((text) => text.includes('\nBT\n'))
  return pages.flatMap((page) =>
    page
      .split(/^\/\w+ <<[^>]*>> BDC$/m)
      .slice(1)
      .flatMap((piece) => {
        const lines = [...piece.matchAll(/^\/(F\d+) [\d.]+ Tf\n\[(.*)\] TJ$/gm)]
        const words = lines.map(([, font = '', line = '']) => readLine(line, unicode.get(font) ?? []))
        return words.length === 0 ? [] : [words.join(' ').replaceAll(/\s+/g, ' ').trim()]
      }),
  )
}

function readMap(objects: ReadonlyMap<string, string>, font: string): string[] {
  const [, id = ''] = /\/ToUnicode (\d+) 0 R/.exec(font) ?? []
  const [, list = ''] = /beginbfrange\n<0000> <[0-9a-f]+> \[([^\]]*)\]/.exec(streamOf(objects.get(id) ?? '')) ?? []
  return [...list.matchAll(/<([0-9a-f ]*)>/g)].map(([, code = '']) =>
    Buffer.from(code.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
  )
}

const readLine = (line: string, unicode: readonly string[]) =>
  [...line.matchAll(/<([0-9a-f]+)>/g)]
    .flatMap(([, codes = '']) => codes.match(/.{4}/g) ?? [])
    .map((code) => unicode[Number.parseInt(code, 16)] ?? '')
    .join('')

function streamOf(held: string): string {
  const [, packed = ''] = /stream\n([\s\S]*?)\nendstream/.exec(held) ?? []
  const bytes = Buffer.from(packed, 'latin1')
  return bytes[0] === 0x78 ? inflateSync(bytes).toString('latin1') : ''
}
