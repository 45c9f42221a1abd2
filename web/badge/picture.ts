import { bakePng, bakeSvg, type ImageType, receiveJson, receiveJwt, summarise } from '#credential'
import { type JsonObject, PassportError, parseJsonObject } from '#platform'
import { sealPng } from './png.ts'
import { badgeSvg } from './svg.tsx'

/** A badge as a file that people keep and pass on. */
export interface BadgeFile {
  bytes: Uint8Array
  contentType: ImageType
  ending: 'png' | 'svg'
}

/**
 * The picture of a badge with its credential baked in (Open Badges 3.0 §5.3.3): the badge's own, where the credential carries
 * one that can hold it, else the seal of the document. Nothing is fetched for it. `shown` is what it is to be drawn as, where
 * the text itself does not say.
 */
export function badgeFile(text: string, ending: BadgeFile['ending'], shown?: JsonObject): BadgeFile {
  const { credential, digest } = text.startsWith('{') ? receiveJson(parseJsonObject(text)) : receiveJwt(text)
  const { title, imageDataUrl } = summarise({ credential: shown ?? credential, digest })
  if (ending === 'svg') {
    const bytes = bakeSvg(badgeSvg({ digest, title, image: imageDataUrl }), text)
    return { bytes, contentType: 'image/svg+xml', ending }
  }
  return { bytes: bakedInto(imageDataUrl, text) ?? bakePng(sealPng(digest), text), contentType: 'image/png', ending }
}

/** The credential in its badge's own PNG; null where there is none, or one that cannot be read. */
function bakedInto(image: string | null, text: string): Uint8Array | null {
  const [, content] = /^data:image\/png;base64,(.+)$/s.exec(image ?? '') ?? []
  if (content === undefined) return null
  try {
    return bakePng(Buffer.from(content, 'base64'), text)
  } catch (error) {
    if (error instanceof PassportError && error.code === 'image.malformed') return null
    throw error
  }
}
