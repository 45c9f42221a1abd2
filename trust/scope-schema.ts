import { canonicalJson, digestMultibase, type JsonObject } from '#platform'
import type { Field, Level } from './award.ts'
import { isOfEndorsements, type Scope } from './scope.ts'

/** One value or a list of them, as JSON-LD lets it be written. */
const each = (schema: JsonObject): JsonObject => ({
  if: { type: 'array' },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema, never awaited.
  then: { minItems: 1, items: schema },
  else: schema,
})

const object = (properties: JsonObject): JsonObject => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
})

const oneOf = (values: readonly string[]): JsonObject => ({ enum: [...values] })

/**
 * A scope as the JSON Schema that Recognized Entities asks for as `outputValidation`: a credential is valid under it if it
 * is within the scope. It is made from the words alone, so whoever has the words can make it again and compare.
 */
export function scopeSchema(scope: Scope): JsonObject {
  const subject = isOfEndorsements(scope) ? endorsementSubject(scope) : awardSubject(scope)
  const { jurisdictions } = scope
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...object({
      credentialSubject: each(subject),
      ...(jurisdictions === undefined ? {} : { issuer: placed(jurisdictions) }),
    }),
  }
}

/** The digest by which a list names a scope's schema: of its canonical JSON (RFC 8785). */
export function scopeDigest(scope: Scope): string {
  const digest = digests.get(scope) ?? digestMultibase(canonicalJson(scopeSchema(scope), new Map()))
  digests.set(scope, digest)
  return digest
}

/** Thousands of entries have the same few scopes, and a scope never changes: each is compiled once. */
const digests = new WeakMap<Scope, string>()

function endorsementSubject({ schemes, endorsementKinds }: Scope): JsonObject {
  return object({
    ...(schemes === undefined ? {} : { scheme: each(oneOf(schemes)) }),
    ...(endorsementKinds === undefined ? {} : { endorsementKind: each(oneOf(endorsementKinds)) }),
  })
}

function awardSubject(scope: Scope): JsonObject {
  const { achievements, achievementTypes, levels, fields, deliveries } = scope
  const alignments = [
    ...(levels === undefined
      ? []
      : [aligned({ targetType: { const: 'ext:QualificationLevel' } }, levels.map(isLevel))]),
    ...(fields === undefined ? [] : [aligned(isOfField(fields), fields.map(isField))]),
  ]
  const achievement = {
    ...object({
      ...(achievements === undefined ? {} : { id: oneOf(achievements) }),
      ...(achievementTypes === undefined ? {} : { achievementType: each(oneOf(achievementTypes)) }),
      ...(deliveries === undefined ? {} : { learningSetting: each(oneOf(deliveries)) }),
    }),
    ...(alignments.length === 0 ? {} : { allOf: alignments }),
  }
  return object({ achievement: each(achievement) })
}

/** Of the alignments of that sort there is one at least, and every one is allowed. */
function aligned(sort: JsonObject, allowed: readonly JsonObject[]): JsonObject {
  const isSort = object(sort)
  const isAllowed = { anyOf: [...allowed] }
  return object({
    alignment: {
      if: { type: 'array' },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema, never awaited.
      then: { contains: isSort, items: { if: isSort, then: isAllowed } },
      else: { allOf: [isSort, isAllowed] },
    },
  })
}

const isLevel = ({ framework, code }: Level): JsonObject =>
  object({ targetFramework: { const: framework }, targetCode: { const: code } })

const isOfField = (fields: readonly Field[]): JsonObject => ({
  targetFramework: oneOf([...new Set(fields.map(({ scheme }) => scheme))]),
})

const isField = ({ scheme, code }: Field): JsonObject =>
  object({
    targetFramework: { const: scheme },
    targetCode: scheme === 'ISCED-F' ? { type: 'string', pattern: `^${code}` } : { const: code },
  })

function placed(jurisdictions: readonly string[]): JsonObject {
  const in_ = (member: string, codes: readonly string[]) => object({ [member]: oneOf(codes) })
  const countries = jurisdictions.filter((code) => !code.includes('-'))
  const regions = jurisdictions.filter((code) => code.includes('-'))
  return object({
    address: {
      anyOf: [
        ...(countries.length > 0 ? [in_('addressCountryCode', countries)] : []),
        ...(regions.length > 0 ? [in_('addressRegion', regions)] : []),
      ],
    },
  })
}
