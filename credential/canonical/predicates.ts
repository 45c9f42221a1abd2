import { iriOf, iriToken, RDF } from './nquads.ts'
import { compareCodePoints, compareUnits, hasAstral } from './ordering.ts'

/** A property's IRI as it stands in a statement, between spaces. Ranked ones compare by a number. */
export class Predicate {
  readonly token: string
  /** Its place among the predicates of its table, or -1 if it stands in none. */
  rank = -1

  constructor(iriInBrackets: string) {
    this.token = ` ${iriInBrackets} `
  }

  /** The IRI itself, which Hash Related Blank Node takes without the escapes of N-Quads. */
  get iri(): string {
    return iriOf(this.token.trim())
  }
}

/** The empty list. */
export const RDF_NIL = iriToken(`${RDF}nil`)

/** Pinned contexts define a few hundred. Beyond this, predicates are compared as texts. */
const MAX_RANKED = 4096

/** The predicates that the contexts define, each once, ranked in code point order whenever new ones have come. */
export class PredicateTable {
  readonly #known = new Map<string, Predicate>()
  #ranked = true
  readonly type = this.get(`${RDF}type`)
  readonly first = this.get(`${RDF}first`)
  readonly rest = this.get(`${RDF}rest`)

  get(iri: string): Predicate {
    return this.of(iriToken(iri))
  }

  /** The predicate of an IRI that is given as it stands in a statement. */
  of(token: string): Predicate {
    const known = this.#known.get(token)
    if (known) return known
    const predicate = new Predicate(token)
    if (this.#known.size >= MAX_RANKED) return predicate
    this.#known.set(token, predicate)
    this.#ranked = false
    return predicate
  }

  rank(): void {
    if (this.#ranked) return
    const known = [...this.#known.values()]
    const compare = known.some(({ token }) => hasAstral(token)) ? compareCodePoints : compareUnits
    known.sort((a, b) => compare(a.token, b.token))
    for (const [at, predicate] of known.entries()) predicate.rank = at
    this.#ranked = true
  }
}

/** A predicate that a document alone has, which stands in no table. */
export function unrankedPredicate(iri: string): Predicate {
  return new Predicate(iriToken(iri))
}

/** Code point order, by rank where both have one. */
export function comparePredicates(a: Predicate, b: Predicate): number {
  if (a === b) return 0
  if (a.rank >= 0 && b.rank >= 0) return a.rank - b.rank
  return compareCodePoints(a.token, b.token)
}
