import { inflateSync } from 'node:zlib'

/** What the streams of a PDF hold, unpacked; its text is given as Latin-1. */
export function streamsIn(text: string): string[] {
  const streams = [...text.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, held = '']) =>
    Buffer.from(held, 'latin1'),
  )
  return streams.flatMap((held) => (held[0] === 0x78 ? [inflateSync(held).toString('utf8')] : []))
}
