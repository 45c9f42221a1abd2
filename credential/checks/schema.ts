import { asArray, asText, isObject, type Json, type JsonObject } from '#platform'
import { publishedSchema } from '#schemas'
import { hasStatedDigests, statesDigest } from '../digests.ts'
import type { CheckResult } from '../report.ts'
import { faultsAgainst } from '../schema-faults.ts'
import { type Check, resultOf } from './check.ts'

const result = resultOf('schema')

const TYPES: readonly Json[] = ['JsonSchema', '1EdTechJsonSchemaValidator2019']

/**
 * The schemas that a credential says it follows (`credentialSchema`: VC JSON Schema §2.1, Open Badges 3.0 §B.6.2). None is
 * fetched: one that is held here is applied, and any other only mentioned, since `shape` judges the form in any case.
 */
export const schema: Check = ({ credential }) =>
  asArray(credential.credentialSchema).flatMap((named) => apply(named, credential))

function apply(named: Json, credential: JsonObject): CheckResult[] {
  if (!isObject(named)) return []
  const url = asText(named.id)
  const detail = { schema: url.slice(0, 500) }
  const published = asArray(named.type).some((type) => TYPES.includes(type)) ? publishedSchema(url) : undefined
  // With a digest, other bytes under the same address are another schema.
  const isTheSame = published && (!statesDigest(named) || hasStatedDigests(named, published.bytes))
  if (published === undefined || !isTheSame) return result('notice', 'schema.unknown', detail)
  const [first] = faultsAgainst(published.schema, credential)
  if (first === undefined) return result('passed', 'schema.ok', detail)
  return result('failed', 'schema.invalid', { ...detail, pointer: first.pointer, message: first.message })
}
