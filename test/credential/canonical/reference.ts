import jsonld from 'jsonld'
import rdfCanonize from 'rdf-canonize'
import type { ContextLoader } from '#contexts'
import { asText, isObject, type Json, type JsonObject } from '#platform'

const XSD = 'http://www.w3.org/2001/XMLSchema#'

/** What the reference libraries make of a document: its canonical form, or why they refuse it. */
export type ByReference = { form: string } | { refused: string }

/**
 * The canonical form by `jsonld` and `rdf-canonize` in safe mode, with the differences of docs/canonicalisation.md made
 * up for that change the form: numbers are written out as the specification says, and each statement is there once.
 */
export async function byReference(document: JsonObject, contexts: ContextLoader): Promise<ByReference> {
  const options = {
    base: null,
    safe: true,
    rdfDirection: 'i18n-datatype' as const,
    produceGeneralizedRdf: false,
    skipExpansion: true,
    documentLoader: async (url: string) => ({ contextUrl: null, documentUrl: url, document: contexts.get(url) }),
  }
  try {
    const expanded = await jsonld.expand(structuredClone(document), options)
    const dataset = await jsonld.toRDF(
      expanded.map((node) => writeDirectionsOut(writeNumbersOut(node))),
      options,
    )
    const once = [...new Map(dataset.map((quad) => [JSON.stringify(quad), quad])).values()]
    return { form: await rdfCanonize.canonize(once, { algorithm: 'RDFC-1.0', maxWorkFactor: 2 }) }
  } catch (error) {
    return { refused: whyRefused(error) }
  }
}

/** Difference 14: a direction is part of the datatype from the start, and two texts that differ in it are two. */
function writeDirectionsOut(value: Json): Json {
  if (Array.isArray(value)) return value.map(writeDirectionsOut)
  if (!isObject(value) || value['@type'] === '@json') return value
  const { '@direction': direction, '@language': language, ...others } = value
  if (typeof value['@value'] === 'string' && typeof direction === 'string') {
    return { ...others, '@type': `https://www.w3.org/ns/i18n#${asText(language).toLowerCase()}_${direction}` }
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, writeDirectionsOut(inner ?? null)]))
}

/** Difference 1: numbers with a fraction are doubles, also where JavaScript writes them without a point. */
function writeNumbersOut(value: Json): Json {
  if (Array.isArray(value)) return value.map(writeNumbersOut)
  if (!isObject(value)) return value
  const number = value['@value']
  if (typeof number === 'number' && value['@type'] !== '@json' && !Number.isInteger(number)) {
    const double = number.toExponential(15).replace(/(\d)0*e\+?/, '$1E')
    return { ...value, '@value': double, '@type': value['@type'] ?? `${XSD}double` }
  }
  if (value['@type'] === '@json') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, writeNumbersOut(inner ?? null)]))
}

function whyRefused(error: unknown): string {
  const details = error instanceof Error && 'details' in error && isObject(error.details) ? error.details : {}
  const event = isObject(details.event) ? details.event.code : undefined
  return String(event ?? details.code ?? error)
}
