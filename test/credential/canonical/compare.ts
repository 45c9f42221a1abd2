import type { ContextLoader } from '#contexts'
import { asArray, isObject, type Json, type JsonObject } from '#platform'
import { CanonicalError, canonicalise } from '../../../credential/canonical/canonicalise.ts'
import { Chance } from './chance.ts'
import { Credentials } from './credentials.ts'
import { inlineDocument } from './inline.ts'
import { mistreat } from './mischief.ts'
import { byReference } from './reference.ts'

/** What no documented difference explains. */
export const UNEXPLAINED: ReadonlySet<string> = new Set(['different', 'accepted by us alone', 'refused by us alone'])

export type Comparison = { outcome: string; document: JsonObject; ours: string; theirs: string }

/** The document of a seed: mostly badges, well or badly treated; some that bring their own contexts. */
export function documentOf(seed: number): JsonObject {
  const chance = new Chance(seed)
  if (chance.yes(0.5)) return inlineDocument(chance)
  const by = new Credentials(chance)
  const document = chance.yes(0.15) ? by.presentation() : by.credential()
  mistreat(document, chance.pick([0, 0, 1, 1, 2, 4]), by)
  return document
}

type Form = { form: string } | { refused: string; why?: string }

/** Whether the engine and the reference agree on a document; if not, by which documented difference. */
export async function compare(document: JsonObject, contexts: ContextLoader): Promise<Comparison> {
  const [ours, theirs] = [ourForm(document, contexts), await byReference(document, contexts)]
  const outcome = compareForms(ours, theirs, document)
  const mayBeByIdMaps = outcome === 'different' || outcome === 'accepted by us alone'
  const isByIdMaps = mayBeByIdMaps && (await agreeWithoutIdMaps(document, ours, contexts))
  const explained = isByIdMaps ? 'a map of ids inside a type with a context' : outcome
  return { outcome: explained, document, ours: textOf(ours), theirs: textOf(theirs) }
}

/** Whether what they differ in is how a map of ids is read: the reference reads as we do once no term has one. */
async function agreeWithoutIdMaps(document: JsonObject, ours: Form, contexts: ContextLoader): Promise<boolean> {
  const without: JsonObject = JSON.parse(JSON.stringify(document), (key, value: Json) => {
    if (key !== '@container') return value
    const others = asArray(value).filter((container) => container !== '@id')
    return others.length === 0 ? undefined : others
  })
  const theirs = await byReference(without, contexts)
  return [ours, ourForm(without, contexts)].some((form) => compareForms(form, theirs, without) === 'identical')
}

/** The same of what both have made of it. */
export function compareForms(ours: Form, theirs: Form, document: JsonObject): string {
  if ('form' in ours && 'form' in theirs) return ours.form === theirs.form ? 'identical' : 'different'
  if ('refused' in ours && 'refused' in theirs) return 'both refuse'
  if ('form' in ours) return ('refused' in theirs && whyTheyRefuse(theirs.refused, document)) || 'accepted by us alone'
  if (ours.why) return ours.why
  // What it states is no RDF then: a datatype that is no IRI.
  return 'form' in theirs && /\^\^<[^:>]*>/.test(theirs.form) ? 'a literal in a map of types' : 'refused by us alone'
}

/** What the engine makes of a document: its canonical form, or why it refuses it. */
export function ourForm(document: JsonObject, contexts: ContextLoader): Form {
  try {
    return { form: canonicalise(document, contexts) }
  } catch (error) {
    if (!(error instanceof CanonicalError)) throw error
    return { refused: `${error.kind}: ${error.message}`, why: whyWeRefuse(error, document) }
  }
}

/** By which of them the reference refuses what we accept. A record does not say for which fault it does. */
function whyTheyRefuse(fault: string, document: JsonObject): string {
  if (fault.includes('Maximum deep iterations exceeded'))
    return 'a part that is repeated more often than the reference bears'
  if (fault !== '' && fault !== 'invalid property') return ''
  const hasNullContext = (value: Json | undefined): boolean =>
    Array.isArray(value)
      ? value.some(hasNullContext)
      : isObject(value) && (value['@context'] === null || Object.values(value).some(hasNullContext))
  return asArray(document['@context']).some(hasNullContext) ? 'a type whose context is null' : ''
}

/** By which difference of docs/canonicalisation.md we refuse what the reference accepts, or '' for none of them. */
function whyWeRefuse({ message, term }: CanonicalError, document: JsonObject): string {
  const hasOwnContext = asArray(document['@context']).some(isObject)
  if (hasOwnContext && message.startsWith('The protected term')) return 'a protected term that a type redefines'
  if (term === '') return 'an empty IRI'
  if (term !== undefined && isMadeNull(term, document)) return 'a term that is made to mean nothing'
  if (term?.startsWith('@')) return 'a keyword that means nothing there'
  if (term?.startsWith('_:')) return 'a property that is a blank node, without a value'
  return REASONS.find(([beginning]) => message.startsWith(beginning))?.[1] ?? ''
}

function isMadeNull(term: string, value: Json | undefined): boolean {
  if (Array.isArray(value)) return value.some((item) => isMadeNull(term, item))
  if (!isObject(value)) return false
  const own = asArray(value['@context'])
  return (
    own.some((context) => isObject(context) && context[term] === null) ||
    Object.values(value).some((inner) => isMadeNull(term, inner))
  )
}

const REASONS = [
  ['A value stands where a node should', 'a value that the reference drops from a graph'],
  ['A list stands where a node should', 'a list that the reference drops from a graph'],
  ['A value object has', 'a malformed value object'],
  ['A value has a datatype', 'a malformed value object'],
  ['A list object has another entry', 'a malformed list object'],
  ['A set object has another entry', 'a malformed set object'],
  ['A set object holds null', 'a set or list of null'],
  ['A key in a map is one of two types', 'a key that is one of two types'],
  ['A key is one thing by the context of a type', 'a key that is two things'],
  ['A list object holds null', 'a set or list of null'],
  ['A keyword stands under two names', 'an empty keyword under two names'],
  ['Nothing is said beside a graph', 'an entry beside a graph that says nothing'],
  ['A context has a base that is no IRI', 'a base that is no IRI'],
  ['A map holds something that is no node', 'a literal in a map of types'],
  ['An id map holds something that is no node', 'a list in a map of ids'],
  ['An object says nothing', 'an included node that says nothing'],
] as const

function textOf(result: Form): string {
  return 'form' in result ? result.form : result.refused
}
