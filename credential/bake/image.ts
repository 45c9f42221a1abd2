import type { BakedBadge } from './badge.ts'
import { malformed } from './badge.ts'
import { bakePng, unbakePng } from './png.ts'
import { isPng } from './png-chunks.ts'
import { bakeSvg, unbakeSvg } from './svg.ts'

export type ImageType = 'image/png' | 'image/svg+xml'

/** How much of a file is looked at for the beginning of an SVG: programs that draw put long remarks before it. */
const HEAD = 16 * 1024

/** The kind of picture that can hold a badge, by its content and not by its name; null for anything else. */
export function imageTypeOf(bytes: Uint8Array): ImageType | null {
  if (isPng(bytes)) return 'image/png'
  const head = new TextDecoder('latin1')
    .decode(bytes.subarray(0, HEAD))
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
  return head.startsWith('<') && /<(?:[\w.-]+:)?svg[\s/>]/.test(head) && !/^<(?:!doctype )?html/i.test(head)
    ? 'image/svg+xml'
    : null
}

/** Reads the badge out of a picture, whichever of the two kinds it is. Throws `image.*` and `request.tooLarge`. */
export function readBakedImage(bytes: Uint8Array): BakedBadge {
  return imageTypeOf(bytes) === 'image/svg+xml' ? unbakeSvg(bytes) : unbakePng(bytes)
}

/** Writes a credential into a picture, whichever of the two kinds it is. */
export function bakeImage(bytes: Uint8Array, credential: string): Uint8Array {
  switch (imageTypeOf(bytes)) {
    case 'image/png':
      return bakePng(bytes, credential)
    case 'image/svg+xml':
      return bakeSvg(bytes, credential)
    default:
      throw malformed('A credential can be put into a PNG or an SVG picture only.')
  }
}
