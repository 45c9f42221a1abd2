import { z } from 'zod'
import { asArray, isObject, type JsonObject, PassportError } from '#platform'
import { RECOGNITION_TYPES, type RecognitionDecision } from '#skills'

const TERM = 'urn:skills-passport:term:'
const RULE = 'urn:skills-passport:rule:'

/** A term of a package, such as `itq/2009#SS/1`, as the address by which a credential names it. */
export const termAddress = (term: string) => `${TERM}${term}`

/** The term that an address names; undefined for an address of anything else. */
export function termAt(address: string): string | undefined {
  return address.startsWith(TERM) ? address.slice(TERM.length) : undefined
}

const addresses = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(z.string().min(1).max(2_048)).max(50),
)

const credit = z.object({
  creditValue: z.string().regex(/^\d{1,9}(?:\.\d{1,4})?$/),
  creditScheme: z.string().max(100),
  creditLevel: z.string().max(2_048).optional(),
})

/** Whether a decision can say that so much counts: not nothing, and in digits that whoever reads it takes. */
export function isCountable({ value, scheme }: { value: string; scheme: string }): boolean {
  return credit.safeParse({ creditValue: value, creditScheme: scheme }).success && Number(value) > 0
}

const message = z.object({
  /** Whom it is about, where that is known. */
  id: z.string().min(1).max(2_048).optional(),
  recognitionType: z.enum(RECOGNITION_TYPES),
  /** What is recognised by it: terms, or what the decider awards itself. Nothing where it was refused. */
  satisfies: addresses,
  /** The ids of the credentials that it is about. */
  basedOn: addresses,
  /** What they say, by the digest of each (`contentDigest`): an id alone could be taken by another. */
  basedOnDigest: addresses,
  /** What counts there. It is never credit that was earned anew. */
  creditCounted: credit.optional(),
  underRule: z.string().max(2_048).optional(),
  decidedBy: z.string().max(2_048),
  decidedOn: z.iso.date(),
  /** Why so much counts and not more, in the decider's words. */
  description: z.string().max(2_000).optional(),
})

/** A decision of what stands for what, as a subject of a credential (`RecognitionDecision` of skills-passport v1). */
export type DecisionMessage = z.infer<typeof message>

/** A decision as the subject of the credential that its decider signs. Throws `request.invalid` for one that nobody could read. */
export function decisionSubject(decision: DecisionMessage): JsonObject {
  const read = message.safeParse(decision)
  if (!read.success) throw new PassportError('request.invalid', 'What was decided cannot be put into a credential.')
  const { creditCounted, basedOnDigest, ...rest } = read.data
  return {
    type: ['RecognitionDecision'],
    ...rest,
    ...(basedOnDigest.length === 0 ? {} : { basedOnDigest }),
    ...(creditCounted === undefined ? {} : { creditCounted: { type: ['Credit'], ...creditCounted } }),
  }
}

/** The decisions that a credential holds. What is not one by its form is left out: it decides nothing. */
export function decisionsIn({ credentialSubject }: JsonObject): DecisionMessage[] {
  return asArray(credentialSubject)
    .filter(isObject)
    .filter(({ type }) => asArray(type).includes('RecognitionDecision'))
    .flatMap((subject) => message.safeParse(subject).data ?? [])
}

/** The rule that a decision rests on: its path in that version of its package. */
export function ruleAddress({ rule, underRule }: Pick<RecognitionDecision, 'rule' | 'underRule'>): string {
  return `${RULE}${rule.id}@${rule.version}${underRule === null ? '' : `#${underRule}`}`
}
