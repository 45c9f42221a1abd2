import { asArray, asText, isObject, type Json } from '#platform'
import { hasOwnVocabulary } from '../received.ts'
import { type Check, resultOf } from './check.ts'

const result = resultOf('contexts')

/** Whole credentials inside a credential bring their own contexts; nothing else may (VC Data Integrity §4.6). */
const HOLDS_CREDENTIALS = new Set(['endorsement', 'verifiableCredential'])

/**
 * Every context is known and pinned, and none is written into the document: with a context of one's own, the words of a
 * signed document can be made to mean something else. A context we do not know is no fault; we cannot read it. Of an SD-JWT VC
 * the words are those of its type, which is its issuer's own; nothing is looked up for them (SD-JWT VC §6).
 */
export const contexts: Check = ({ received, credential, proofs }, world) => {
  if (hasOwnVocabulary(received)) return result('notice', 'contexts.byType', { type: asText(credential.vct) })
  if (proofs.some(({ code }) => code === 'contexts.redefined')) return result('failed', 'contexts.redefined')
  const found: Json[] = []
  if (!collect(credential, true, found) || found.some((context) => typeof context !== 'string')) {
    return result('failed', 'contexts.inline')
  }
  const unknown = found.filter(
    (context): context is string => typeof context === 'string' && !world.contexts.has(context),
  )
  const [first] = unknown
  if (first !== undefined) return result('unknown', 'contexts.unknown', { context: first, count: unknown.length })
  return result('passed', 'contexts.ok', { count: found.length })
}

/** Gathers the contexts; false if one stands where no credential begins. */
function collect(value: Json | undefined, mayHaveContext: boolean, found: Json[]): boolean {
  if (Array.isArray(value)) return value.every((item) => collect(item, mayHaveContext, found))
  if (!isObject(value)) return true
  if (value['@context'] !== undefined) {
    if (!mayHaveContext) return false
    found.push(...asArray(value['@context']))
  }
  return Object.keys(value).every((key) => {
    const inner = value[key]
    if (typeof inner !== 'object' || inner === null || key === '@context') return true
    if (key === 'proof') return asArray(inner).every((one) => collect(one, repeatsContext(one), found))
    return collect(inner, HOLDS_CREDENTIALS.has(key), found)
  })
}

/** A proof of one of the JSON canonicalisation suites repeats the document's contexts, and signs them (EdDSA Cryptosuites §3.3.1). */
const repeatsContext = (proof: Json) => isObject(proof) && /^e[cd]dsa-jcs-20\d\d$/.test(asText(proof.cryptosuite))
