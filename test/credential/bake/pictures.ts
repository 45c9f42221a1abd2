import { encodePng, PNG_SIGNATURE, pngChunk } from '#platform'

const encoder = new TextEncoder()

/** A PNG of one colour, two pixels by two, with further chunks behind its header or wherever `place` says. */
export function png(extra: readonly Uint8Array[] = [], place: 'afterHeader' | 'beforeEnd' = 'afterHeader'): Uint8Array {
  const plain = encodePng(2, new Uint8Array(16).fill(200))
  const at = place === 'afterHeader' ? PNG_SIGNATURE.length + 25 : plain.length - 12
  return Buffer.concat([plain.subarray(0, at), ...extra, plain.subarray(at)])
}

/** An iTXt chunk, uncompressed unless `flag` says that it is. */
export function itxt(
  keyword: string,
  text: string | Uint8Array,
  { flag = 0, method = 0, language = '' } = {},
): Uint8Array {
  const content = typeof text === 'string' ? encoder.encode(text) : text
  const head = Buffer.from(`${keyword}\0${String.fromCharCode(flag, method)}${language}\0\0`, 'latin1')
  return pngChunk('iTXt', Buffer.concat([head, content]))
}

export function textChunk(type: 'tEXt' | 'zTXt', keyword: string, content: string | Uint8Array): Uint8Array {
  return pngChunk(
    type,
    Buffer.concat([Buffer.from(`${keyword}\0`, 'latin1'), encoder.encode(''), Buffer.from(content)]),
  )
}

/** An SVG with something in it, and with more attributes on its outermost element. */
export function svg(inside = '<rect width="4" height="4"/>', attributes = ''): Uint8Array {
  const root = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"${attributes}>${inside}</svg>`
  return encoder.encode(`<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`)
}

export const V3 = 'xmlns:ob="https://purl.imsglobal.org/ob/v3p0"'
export const V2 = 'xmlns:ob="http://openbadges.org"'

export const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
