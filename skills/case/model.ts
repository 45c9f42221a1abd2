import type { JsonObject } from '#platform'
import type { Kind, Package } from '../model.ts'

/** The kinds of package that hold terms as CASE knows them. Rules, levels and places are not what it describes. */
export const CASE_KINDS = ['techniques', 'standards', 'competences', 'ruleset'] as const satisfies readonly Kind[]

export type CaseKind = (typeof CASE_KINDS)[number]

/** Whether a package can go out as CASE. */
export function isCaseKind(one: Package): one is Package<CaseKind> {
  return CASE_KINDS.some((kind) => kind === one.kind)
}

/** Our own members of a CASE object (CASE 1.1, `extensions`): what CASE has no field for. */
export const EXTENSION = 'skills-passport'

/** CASE 1.1 §4: an object by what it is called, its identifier and its address. */
export interface CaseLink extends JsonObject {
  title: string
  identifier: string
  uri: string
}

export interface CaseItem extends JsonObject {
  identifier: string
  uri: string
  fullStatement: string
  humanCodingScheme: string
  CFItemType: string
  lastChangeDateTime: string
}

export interface CaseAssociation extends JsonObject {
  identifier: string
  uri: string
  associationType: string
  originNodeURI: CaseLink
  destinationNodeURI: CaseLink
  lastChangeDateTime: string
}

/** A whole framework in one document (CASE 1.1, `CFPackage`). */
export interface CasePackage extends JsonObject {
  CFDocument: JsonObject & { identifier: string; title: string }
  CFItems: CaseItem[]
  CFAssociations: CaseAssociation[]
  CFDefinitions: JsonObject
}
