import { crc32, deflate } from './inflate.ts'

/** The eight bytes that every PNG begins with (PNG §5.2). */
export const PNG_SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

/** One chunk of a PNG: length, type, content and check value (PNG §5.3). */
export function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(data.length + 12)
  const view = new DataView(chunk.buffer)
  view.setUint32(0, data.length)
  for (let index = 0; index < 4; index++) chunk[4 + index] = type.charCodeAt(index)
  chunk.set(data, 8)
  view.setUint32(data.length + 8, crc32(chunk.subarray(4, data.length + 8)))
  return chunk
}

/** A PNG of pixels that are red, green, blue and opacity, a byte each, row by row from the top left. */
export function encodePng(width: number, pixels: Uint8Array): Uint8Array {
  const height = pixels.length / (width * 4)
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  // Eight bits a sample, colour with opacity (PNG §11.2.1).
  header.set([8, 6], 8)
  // Each row begins with its filter; 0 is none (PNG §9.2).
  const rows = new Uint8Array(height * (width * 4 + 1))
  for (let row = 0; row < height; row++) {
    rows.set(pixels.subarray(row * width * 4, (row + 1) * width * 4), row * (width * 4 + 1) + 1)
  }
  return Buffer.concat([
    PNG_SIGNATURE,
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflate(rows)),
    pngChunk('IEND', new Uint8Array()),
  ])
}
