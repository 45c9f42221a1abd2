import { type JsonObject, PassportError } from '#platform'
import { readMultikey } from '../multikey.ts'
import { issuerDidDocument } from './issuer-document.ts'

/** The document of a did:key (did:key §3.1.4): it follows from the DID itself, so nothing is fetched. */
export function resolveDidKey(did: string): JsonObject {
  const multibase = did.slice('did:key:'.length)
  const publicKey = readMultikey(multibase)
  if (publicKey === 'unknown') throw new PassportError('did.unsupported', 'This kind of did:key is not known here.')
  if (publicKey === 'malformed') throw new PassportError('did.invalid', 'This did:key holds no key.')
  return issuerDidDocument(did, [{ id: `${did}#${multibase}`, publicKey }])
}
