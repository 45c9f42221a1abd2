import { type JsonObject, PassportError } from '#platform'
import type { TrustListCodec } from './codec.ts'
import { recognizedEntities } from './recognized-entities/codec.ts'

/** The formats of trust lists that are read. A further one (OpenID Federation, ETSI TS 119 602) is a folder and a line here. */
const CODECS: readonly TrustListCodec[] = [recognizedEntities]

/** Whether a document is a list of issuers in a format that is read here. */
export function isTrustList(document: JsonObject): boolean {
  return CODECS.some((codec) => codec.reads(document))
}

/** The codec of a document, or `trust.malformed` where no format we know claims it. */
export function codecOf(document: JsonObject): TrustListCodec {
  const codec = CODECS.find((one) => one.reads(document))
  if (codec === undefined)
    throw new PassportError('trust.malformed', 'This is no list of issuers in a format that is read here.')
  return codec
}
