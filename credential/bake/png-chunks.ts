import { crc32, PNG_SIGNATURE } from '#platform'
import { expectSize, malformed } from './badge.ts'

export interface Chunk {
  type: string
  data: Uint8Array
  /** The whole chunk as it stands in the file. */
  bytes: Uint8Array
}

export const PNG_MAX = 8 * 1024 * 1024
const MAX_CHUNKS = 10_000
/** Length, type and check value. */
const AROUND = 12

/** Whether bytes begin as a PNG does. */
export function isPng(bytes: Uint8Array): boolean {
  return PNG_SIGNATURE.every((byte, index) => bytes[index] === byte)
}

/**
 * The chunks of a PNG (PNG §5), every byte of the file accounted for: lengths within it, check values right, IHDR first, IEND
 * last and nothing after it. No pixel and no compressed text is unpacked. Throws `image.malformed` and `request.tooLarge`.
 */
export function readChunks(image: Uint8Array): Chunk[] {
  expectSize(image.length, PNG_MAX, 'The picture')
  if (!isPng(image)) throw malformed('This is not a PNG picture.')
  const chunks: Chunk[] = []
  for (let offset = PNG_SIGNATURE.length; offset < image.length; ) {
    const chunk = readChunk(image, offset)
    if (chunks.length === MAX_CHUNKS) throw malformed(`The picture has more than ${MAX_CHUNKS} parts.`)
    if (chunks.at(-1)?.type === 'IEND') throw malformed('Something follows the end of the picture.')
    chunks.push(chunk)
    offset += chunk.bytes.length
  }
  expectOrder(chunks)
  return chunks
}

function readChunk(image: Uint8Array, offset: number): Chunk {
  const left = image.length - offset
  const view = new DataView(image.buffer, image.byteOffset + offset, left)
  if (left < AROUND) throw cutOff()
  const length = view.getUint32(0)
  if (length > left - AROUND) throw cutOff()
  const bytes = image.subarray(offset, offset + length + AROUND)
  const type = String.fromCharCode(...bytes.subarray(4, 8))
  if (!/^[A-Za-z]{4}$/.test(type)) throw malformed('A part of the picture has no proper name.')
  if (crc32(bytes.subarray(4, length + 8)) !== view.getUint32(length + 8)) {
    throw malformed('The picture is damaged: a check value in it is wrong.')
  }
  return { type, data: bytes.subarray(8, length + 8), bytes }
}

/** PNG §5.6: what must be there, and where. */
function expectOrder(chunks: readonly Chunk[]): void {
  const types = chunks.map(({ type }) => type)
  const [first] = chunks
  const isHeaderFirst = first?.type === 'IHDR' && first.data.length === 13 && types.lastIndexOf('IHDR') === 0
  if (!isHeaderFirst) throw malformed('The picture does not begin with its header.')
  const last = chunks.at(-1)
  if (last?.type !== 'IEND') throw cutOff()
  if (last.data.length > 0 || !types.includes('IDAT')) throw malformed('The picture is not a complete PNG.')
}

const cutOff = () => malformed('The picture is cut off before its end.')
