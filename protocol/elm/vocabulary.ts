import type { JsonObject } from '#platform'

/** The contexts of an ELM 3 document: `id` and `type` are of the first, all else is of the second. */
export const ELM_CONTEXTS = ['https://www.w3.org/2018/credentials/v1', 'http://data.europa.eu/snb/model/context/edc-ap']

/** The one scheme of credit that has an address of the EU's which we use; of others the name alone is known. */
const ECTS = 'http://data.europa.eu/snb/education-credit/6fcec5c5af'

export const EQF = 'http://data.europa.eu/snb/eqf'
export const NQF = 'http://data.europa.eu/snb/qdr'
const LIST = '25831c2'
const COUNTRY = 'http://publications.europa.eu/resource/authority/country'

/** ISO 3166-1: two letters, and three as the EU's list of countries has them. */
const COUNTRIES = new Map(
  `AT AUT BE BEL BG BGR CH CHE CY CYP CZ CZE DE DEU DK DNK EE EST ES ESP FI FIN FR FRA GB GBR GR GRC HR HRV HU HUN
   IE IRL IS ISL IT ITA LI LIE LT LTU LU LUX LV LVA MT MLT NL NLD NO NOR PL POL PT PRT RO ROU SE SWE SI SVN SK SVK`
    .split(/\s+/)
    .flatMap((code, index, all): [string, string][] => (index % 2 === 0 ? [[code, all[index + 1] ?? '']] : [])),
)

/** A text in ELM: by language. What language a credential's words are of is not stated; ours are English. */
export function inEnglish(text: string): JsonObject {
  return { en: text }
}

/** A level of a list of the EU's (`EQF`, `NQF`). */
export function levelConcept(scheme: typeof EQF | typeof NQF, uri: string, name: string): JsonObject {
  return concept(uri, `${scheme}/${LIST}`, name)
}

/** A scheme of credit: ECTS by the EU's address, any other by its name. */
export function creditConcept(scheme: string): JsonObject {
  if (scheme === 'ECTS') return concept(ECTS, `http://data.europa.eu/snb/education-credit/${LIST}`, scheme)
  return { type: 'Concept', prefLabel: inEnglish(scheme) }
}

/** Whether a concept is ECTS, whatever it is called. */
export function isEcts(uri: string): boolean {
  return uri === ECTS
}

/** A country of the EU's list; null for one that is not on it here. */
export function countryConcept(code: string): JsonObject | null {
  const three = COUNTRIES.get(code)
  return three === undefined ? null : concept(`${COUNTRY}/${three}`, COUNTRY, three)
}

/** The two letters of a country by its address; null for one that is not known here. */
export function countryOf(uri: string): string | null {
  const [found] = [...COUNTRIES].find(([, three]) => uri === `${COUNTRY}/${three}`) ?? []
  return found ?? null
}

function concept(id: string, scheme: string, name: string): JsonObject {
  return { id, type: 'Concept', inScheme: { id: scheme, type: 'ConceptScheme' }, prefLabel: inEnglish(name) }
}
