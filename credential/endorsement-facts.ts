import { asArray, isObject, type Json, type JsonObject } from '#platform'

/** What an endorsement may be (`endorsementKind` of skills-passport v1). */
export const ENDORSEMENT_KINDS = [
  'QualityMark',
  'IssuerAuthority',
  'FrameworkAdoption',
  'EmployerRecognition',
  'ManagerConfirmation',
  'WitnessStatement',
] as const

export type EndorsementKind = (typeof ENDORSEMENT_KINDS)[number]

/** Kinds that are given under a scheme, and that only the owner of the scheme can give. */
const SCHEME_KINDS: readonly EndorsementKind[] = ['QualityMark', 'IssuerAuthority', 'FrameworkAdoption']

/** Whether a kind is given under a scheme, by its owner. */
export const isOfScheme = ({ kind }: { kind: EndorsementKind }) => SCHEME_KINDS.includes(kind)

/** How an application under a scheme was decided. */
export const ENDORSEMENT_OUTCOMES = ['Approved', 'ApprovedWithConditions', 'NotApproved', 'Withdrawn'] as const

export type EndorsementOutcome = (typeof ENDORSEMENT_OUTCOMES)[number]

/** How far something covers one statement of what it was approved against. */
export const COVERAGE_DEGREES = ['Full', 'Partial', 'WorkplaceOnly', 'NotCovered'] as const

export type CoverageDegree = (typeof COVERAGE_DEGREES)[number]

/** What an endorsement says, read from it and nowhere else: it believes nothing. Null is "not stated". */
export interface EndorsementFacts {
  kind: EndorsementKind
  /** The addresses of the scheme and of what the endorsement is about. */
  scheme: string | null
  subject: string
  outcome: EndorsementOutcome | null
  comment: string | null
  /** Standards, each by an address that names its version. */
  approvedAgainst: string[]
  coverage: { counts: Record<CoverageDegree, number>; items: { competency: string; degree: CoverageDegree }[] }
  cycle: string | null
  /** Calendar dates. */
  firstTeachingOn: string | null
  reviewDueOn: string | null
  conditions: string | null
  /** Of a mark on an achievement, who may award it; of an issuer's authority, what it may award. */
  mayIssue: string[]
}

const MAX_ITEMS = 500
const MAX_TEXT = 4_000

/** What an endorsement of a kind says; null for any other credential. One that is about several things at once is none. */
export function endorsementFacts(credential: JsonObject): EndorsementFacts | null {
  const [subject, ...others] = asArray(credential.credentialSubject).filter(isObject)
  if (!asArray(credential.type).includes('EndorsementCredential') || subject === undefined || others.length > 0) {
    return null
  }
  const kind = oneOf(ENDORSEMENT_KINDS, subject.endorsementKind)
  if (kind === null) return null
  return {
    kind,
    scheme: text(subject.scheme),
    subject: text(subject.id) ?? '',
    outcome: oneOf(ENDORSEMENT_OUTCOMES, subject.outcome),
    comment: text(subject.endorsementComment),
    approvedAgainst: texts(subject.approvedAgainst),
    coverage: coverageOf(subject.coverage),
    cycle: text(subject.approvalCycle),
    firstTeachingOn: calendarDate(subject.firstTeachingOn),
    reviewDueOn: calendarDate(subject.reviewDueOn),
    conditions: text(subject.conditions),
    // Whoever is left out of this is refused, so none is.
    mayIssue: texts(subject.mayIssue, Number.POSITIVE_INFINITY),
  }
}

function coverageOf(value: Json | undefined): EndorsementFacts['coverage'] {
  const items = asArray(value)
    .filter(isObject)
    .flatMap(({ competency, coverageDegree }) => {
      const [of, degree] = [text(competency), oneOf(COVERAGE_DEGREES, coverageDegree)]
      return of === null || degree === null ? [] : [{ competency: of, degree }]
    })
    .slice(0, MAX_ITEMS)
  const count = (degree: CoverageDegree) => items.filter((item) => item.degree === degree).length
  return {
    counts: {
      Full: count('Full'),
      Partial: count('Partial'),
      WorkplaceOnly: count('WorkplaceOnly'),
      NotCovered: count('NotCovered'),
    },
    items,
  }
}

function oneOf<T extends string>(words: readonly T[], value: Json | undefined): T | null {
  return words.find((word) => word === value) ?? null
}

/** A text; of one that differs by language, that in the first. */
function text(value: Json | undefined): string | null {
  if (typeof value === 'string') return value === '' ? null : value.slice(0, MAX_TEXT)
  return isObject(value) && typeof value['@value'] === 'string' ? text(value['@value']) : null
}

function texts(value: Json | undefined, most = MAX_ITEMS): string[] {
  return asArray(value)
    .flatMap((one) => text(one) ?? [])
    .slice(0, most)
}

function calendarDate(value: Json | undefined): string | null {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null
}
