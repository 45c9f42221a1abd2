import { nameUuid } from '#platform'
import type { CaseLink } from './model.ts'

/** What things of a package are called in CASE, and where each is. */
export interface Addresses {
  document: CaseLink
  /** A thing by a name of its own within the package, or within another one. */
  link(collection: string, name: string, title: string, of?: string): CaseLink
}

/** Where CASE 1.1 has its objects, under the address of a service. */
export const CASE_PATH = '/ims/case/v1p1'

/** The identifier of a package's document: the same for every version of it, as its terms' are. */
export function documentIdentifier(id: string): string {
  return nameUuid(`https://w3id.org/skills-passport/frameworks/${id}`)
}

/** The identifier of a term, by the package and the code that it has there. */
export function itemIdentifier(id: string, code: string): string {
  return nameUuid(`https://w3id.org/skills-passport/frameworks/${id}#${code}`)
}

/** The addresses of a package under a service. */
export function addressesOf(
  { id, title, identifier = documentIdentifier(id) }: { id: string; title: string; identifier?: string | undefined },
  baseUrl: string,
): Addresses {
  const at = (collection: string, one: string) => new URL(`${CASE_PATH}/${collection}/${one}`, baseUrl).href
  return {
    document: { title, identifier, uri: at('CFDocuments', identifier) },
    link(collection, name, called, of = id) {
      const own = collection === 'CFItems' ? itemIdentifier(of, name) : nameUuid(`${identifier} ${collection} ${name}`)
      return { title: called, identifier: own, uri: at(collection, own) }
    },
  }
}
