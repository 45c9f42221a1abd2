import { decodeUtf8 } from '#platform'
import { looksLikeJwt } from '../jwt.ts'
import { BADGE_MAX, type BakedBadge, badgeOf, bakeable, expectSize, malformed, onlyBadge } from './badge.ts'
import { readXml, type XmlElement } from './xml.ts'
import { fitsXml } from './xml-characters.ts'

const SVG_MAX = 2 * 1024 * 1024
const SVG_NAMESPACE = 'http://www.w3.org/2000/svg'
const V3_NAMESPACE = 'https://purl.imsglobal.org/ob/v3p0'
const V2_NAMESPACE = 'http://openbadges.org'

/**
 * Writes a credential into an SVG (Open Badges 3.0 §5.3.3.2, Badge Baking 2.0): as the first thing in it, a JWT as an attribute and JSON as
 * CDATA. A badge that is there already is replaced, whatever its generation; everything else stays as it is written.
 */
export function bakeSvg(image: Uint8Array, credential: string): Uint8Array {
  const { source, elements, root } = readSvg(image)
  const badge = bakeable(credential)
  const namespace = badge.generation === 'v3' ? V3_NAMESPACE : V2_NAMESPACE
  if (!fitsXml(badge.text)) throw malformed('This credential holds a character that no SVG may hold. Use a PNG.')
  const isEmpty = source.slice(root.from, root.opened).endsWith('/>')
  const startTag = source.slice(root.from, root.opened - (isEmpty ? 2 : 1)).trimEnd()
  const prefixed = root.attributes.get('xmlns:openbadges')
  const baked = [
    source.slice(0, root.from),
    startTag,
    prefixed === undefined ? ` xmlns:openbadges="${namespace}"` : '',
    '>',
    // Where the prefix means something else already, the badge says by itself what it means.
    badgeElement(badge, prefixed === undefined || prefixed === namespace ? '' : ` xmlns:openbadges="${namespace}"`),
    isEmpty ? `</${root.written}>` : '',
    without(source, root.opened, elements.filter(isBadge)),
  ].join('')
  const bytes = new TextEncoder().encode(baked)
  expectSize(bytes.length, SVG_MAX, 'The picture with the credential in it')
  return bytes
}

/**
 * Reads the badge out of an SVG, under any prefix. Throws `image.malformed`, `image.noBadge`, `image.severalBadges` and
 * `request.tooLarge`. The picture is read, never drawn: what else is in it, scripts too, is nothing to us.
 */
export function unbakeSvg(image: Uint8Array): BakedBadge {
  const badge = onlyBadge(readSvg(image).elements.filter(isBadge))
  const verify = badge.attributes.get('verify')?.trim() ?? ''
  const body = badge.text.trim()
  if (badge.children > 0) throw malformed('The badge inside this picture has other elements in it.')
  expectSize(Math.max(verify.length, body.length), BADGE_MAX, 'The badge inside the picture')
  // An assertion in the body is the badge, and the attribute then only says where it is hosted (Badge Baking 2.0).
  if (badge.namespace === V2_NAMESPACE) return badgeOf('v2', body === '' ? verify : body)
  if (verify !== '' && body !== '') throw malformed('The badge inside this picture says two things at once.')
  if (verify !== '' && !looksLikeJwt(verify)) throw malformed('The badge inside this picture is not a JWT.')
  return badgeOf('v3', verify === '' ? body : verify)
}

function readSvg(image: Uint8Array): { source: string; elements: XmlElement[]; root: XmlElement } {
  expectSize(image.length, SVG_MAX, 'The picture')
  const source = textOf(image)
  const elements = readXml(source)
  const [root] = elements
  if (root?.name !== 'svg' || root.namespace !== SVG_NAMESPACE) throw malformed('This is not an SVG picture.')
  return { source, elements, root }
}

/** The text of a file, without the mark that some programs put before it. */
function textOf(image: Uint8Array): string {
  const isMarked = image[0] === 0xef && image[1] === 0xbb && image[2] === 0xbf
  try {
    return decodeUtf8(isMarked ? image.subarray(3) : image)
  } catch (cause) {
    throw malformed('The picture is not UTF-8.', cause)
  }
}

function isBadge({ namespace, name }: XmlElement): boolean {
  return (namespace === V3_NAMESPACE && name === 'credential') || (namespace === V2_NAMESPACE && name === 'assertion')
}

/** A token stands in the attribute; JSON stands in the element, where an attribute only says at which address it is hosted. */
function badgeElement({ generation, text, address }: ReturnType<typeof bakeable>, declaration: string): string {
  const name = `openbadges:${generation === 'v3' ? 'credential' : 'assertion'}`
  if (looksLikeJwt(text)) return `<${name}${declaration} verify="${text}"></${name}>`
  const hosted = address === null ? '' : ` verify="${inAttribute(address)}"`
  // The end of CDATA may stand in a text of the JSON: there it is parted between two of them.
  const cdata = `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
  return `<${name}${declaration}${hosted}>${cdata}</${name}>`
}

const inAttribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** The source from a place on, without these elements. */
function without(source: string, start: number, elements: readonly XmlElement[]): string {
  let rest = ''
  let at = start
  for (const { from, to } of elements) {
    // One inside another that is gone.
    if (to <= at) continue
    rest += source.slice(at, from)
    at = to
  }
  return rest + source.slice(at)
}
