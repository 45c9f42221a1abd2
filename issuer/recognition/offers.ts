import { isCountable } from '#protocol'
import { frameworks, type Proposal, proposeRecognition, type Way } from '#skills'
import type { PackItem } from './open-pack.ts'
import type { RecognitionTarget } from './target.ts'

/** One way in which something that was sent may be recognised, of which staff choose. */
export interface RecognitionOffer {
  key: string
  proposal: Proposal
  /** Its place among the ways of the proposal. */
  at: number
  way: Way
}

/** On which day the learner was registered, and the day of the decision. */
export interface RecognitionDays {
  registered: string
  on: string
}

/**
 * The ways in which a credential may be recognised: for a course of one's own its credit is transferred; for a qualification what
 * the library of old certificates proposes under its rules, and any unit of a regulated qualification as an import where the rules
 * have room for that.
 */
export function offersFor(item: PackItem, target: RecognitionTarget, days: RecognitionDays): RecognitionOffer[] {
  const proposals =
    target.kind === 'course' ? transfersOf(item) : [...listed(item, target, days), ...imports(item, target)]
  return proposals.flatMap((proposal, index) =>
    proposal.ways.map((way, at) => ({ key: `${index}.${at}`, proposal, at, way })),
  )
}

/** The credit that is transferred: the first of which a decision can say that it counts. */
export const transferable = ({ credits }: PackItem) => credits.find(isCountable)

function transfersOf(item: PackItem): Proposal[] {
  const credit = transferable(item)
  if (credit === undefined) return []
  const way: Way = { units: [], size: Number(credit.value), level: levelIn(credit.level), confidence: 'sourced' }
  return [proposalOf(item, { type: 'CreditTransfer', way, underRule: null })]
}

type Qualification = Extract<RecognitionTarget, { kind: 'qualification' }>

function listed(item: PackItem, { ruleset, qualification }: Qualification, days: RecognitionDays): Proposal[] {
  const level = Number(item.level)
  const question = { library: frameworks().library, ruleset, qualification, ...days }
  return item.certificates.flatMap(({ scheme, unit }) => {
    const certificate = {
      item: item.credentialId,
      scheme,
      awardedOn: item.awardedOn,
      standing: 'verified' as const,
      ...(unit === undefined ? {} : { unit }),
      ...(item.level !== null && Number.isInteger(level) ? { level } : {}),
    }
    return proposeRecognition(question, [certificate]).value
  })
}

/** Sizes of two schemes are never taken for one another, so only what is stated in the ruleset's own can be imported as it is. */
function imports(item: PackItem, { ruleset, qualification }: Qualification): Proposal[] {
  const rules = ruleset.content.qualifications.find(({ id }) => id === qualification)?.recognition ?? {}
  const scheme = ruleset.content.sizeUnit === 'points' ? 'ITQPoints' : 'RQF'
  const credit = item.credits.find((one) => one.scheme === scheme && isCountable(one))
  const isOwnUnit = item.terms.some((term) => term.startsWith(`${ruleset.id}#`))
  if (!('ImportedUnit' in rules) || credit === undefined || isOwnUnit) return []
  const level = levelIn(credit.level) ?? (item.level === null ? null : levelIn(`RQF ${item.level}`))
  const way: Way = { units: [], size: Number(credit.value), level, confidence: 'sourced' }
  return [proposalOf(item, { type: 'ImportedUnit', way, underRule: `${qualification}.recognition.ImportedUnit` })]
}

function proposalOf(
  { credentialId, awardedOn }: PackItem,
  { type, way, underRule }: { type: Proposal['type']; way: Way; underRule: string | null },
): Proposal {
  return {
    item: credentialId,
    type,
    ways: [way],
    underRule,
    standing: 'verified',
    achievedOn: awardedOn,
    confidence: 'sourced',
    source: null,
  }
}

/** A level of the RQF by its name, `RQF 2`. */
function levelIn(name: string | null): number | string | null {
  const code = /^RQF (E[123]|[1-8])$/.exec(name ?? '')?.[1]
  if (code === undefined) return null
  return code.startsWith('E') ? code : Number(code)
}
