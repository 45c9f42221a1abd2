import { decodeUtf8, PNG_SIGNATURE, pngChunk } from '#platform'
import { BADGE_MAX, type BakedBadge, badgeOf, bakeable, expectSize, malformed, onlyBadge } from './badge.ts'
import { type Chunk, PNG_MAX, readChunks } from './png-chunks.ts'

/** The keyword under which each generation keeps its badge (Open Badges 3.0 §5.3.3.1, Badge Baking 2.0). */
const KEYWORDS = { openbadgecredential: 'v3', openbadges: 'v2' } as const

const TEXT_CHUNKS = new Set(['iTXt', 'tEXt', 'zTXt'])
/** A keyword has at most 79 bytes (PNG §11.3.4.2). */
const KEYWORD_MAX = 79

/**
 * Writes a credential into a PNG (Open Badges 3.0 §5.3.3.1, Badge Baking 2.0): one uncompressed iTXt chunk behind the header. A badge that is
 * there already is replaced, whatever its generation; everything else stays byte for byte.
 */
export function bakePng(image: Uint8Array, credential: string): Uint8Array {
  const [header, ...rest] = readChunks(image).filter((chunk) => keywordOf(chunk) === null)
  const { generation, text } = bakeable(credential)
  // Keyword, end of it, no compression twice, no language, no translated keyword (PNG §11.3.4.5).
  const keyword = generation === 'v3' ? 'openbadgecredential' : 'openbadges'
  const badge = pngChunk('iTXt', new TextEncoder().encode(`${keyword}\0\0\0\0\0${text}`))
  const baked = joined([
    PNG_SIGNATURE,
    ...(header === undefined ? [] : [header.bytes]),
    badge,
    ...rest.map(({ bytes }) => bytes),
  ])
  expectSize(baked.length, PNG_MAX, 'The picture with the credential in it')
  return baked
}

/**
 * Reads the badge out of a PNG. Throws `image.malformed`, `image.noBadge`, `image.severalBadges` and `request.tooLarge`; a
 * compressed badge is refused, as both generations say, and never unpacked.
 */
export function unbakePng(image: Uint8Array): BakedBadge {
  const { chunk, keyword } = onlyBadge(
    readChunks(image).flatMap((one) => {
      const found = keywordOf(one)
      return found === null ? [] : [{ chunk: one, keyword: found }]
    }),
  )
  const generation = KEYWORDS[keyword]
  expectSize(chunk.data.length, BADGE_MAX, 'The badge inside the picture')
  const content = chunk.data.subarray(keyword.length + 1)
  if (chunk.type === 'iTXt') return badgeOf(generation, internationalText(content))
  // Before there was a specification, a picture held the address of the assertion in Latin-1.
  if (chunk.type === 'tEXt' && generation === 'v2') return badgeOf(generation, latin1(content))
  throw malformed('The badge inside this picture is not written as Open Badges says: as uncompressed iTXt.')
}

/** The keyword of a text chunk that is a badge's, or null. */
function keywordOf({ type, data }: Chunk): keyof typeof KEYWORDS | null {
  if (!TEXT_CHUNKS.has(type)) return null
  const end = data.subarray(0, KEYWORD_MAX + 1).indexOf(0)
  const keyword = end < 0 ? '' : latin1(data.subarray(0, end))
  return keyword === 'openbadgecredential' || keyword === 'openbadges' ? keyword : null
}

/** The text of an iTXt chunk after its keyword (PNG §11.3.4.5); what language it says it is in has no meaning here. */
function internationalText(content: Uint8Array): string {
  const [isCompressed, method] = content
  if (isCompressed !== 0 || method !== 0)
    throw malformed('The badge inside this picture is compressed, which no badge may be.')
  const language = content.indexOf(0, 2)
  const translated = language < 0 ? -1 : content.indexOf(0, language + 1)
  if (translated < 0) throw malformed('The badge inside this picture is cut off.')
  try {
    return decodeUtf8(content.subarray(translated + 1))
  } catch (cause) {
    throw malformed('The badge inside this picture is not UTF-8.', cause)
  }
}

const latin1 = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}
