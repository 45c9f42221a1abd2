import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2019, type ErrorObject, type ValidateFunction } from 'ajv/dist/2019.js'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

export type SchemaId =
  | 'verifiable-credential'
  | 'skills-passport'
  | 'standard-fields'
  | 'skills-package'
  | 'open-badges-achievement'
  | 'open-badges-endorsement'
  | 'learner-record'
  | 'open-badges-2-assertion'

/** A place where a value is not as its schema says: a JSON Pointer and what was expected there. */
export interface SchemaFault {
  pointer: string
  message: string
}

/** 1EdTech's schemas are of draft 2019-09, ours of 2020-12: one engine each. */
const FILES: Record<SchemaId, { file: string; draft: 2019 | 2020 }> = {
  'verifiable-credential': { file: 'verifiable-credential.json', draft: 2020 },
  'skills-passport': { file: 'skills-passport.json', draft: 2020 },
  'standard-fields': { file: 'standard-fields.json', draft: 2020 },
  'skills-package': { file: 'skills-package.json', draft: 2020 },
  'open-badges-achievement': { file: '1edtech/ob_v3p0_achievementcredential_schema.json', draft: 2019 },
  'open-badges-endorsement': { file: '1edtech/ob_v3p0_endorsementcredential_schema.json', draft: 2019 },
  'learner-record': { file: '1edtech/clr_v2p0_clrcredential_schema.json', draft: 2019 },
  'open-badges-2-assertion': { file: 'open-badges-2-assertion.json', draft: 2020 },
}

const OPEN_BADGES = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json'
const LEARNER_RECORD = 'https://purl.imsglobal.org/spec/clr/v2p0/schema/json'

export const SKILLS_PASSPORT_SCHEMA = 'https://w3id.org/skills-passport/schema/v1.json'
export const STANDARD_FIELDS_SCHEMA = 'https://w3id.org/skills-passport/schema/standard-fields-v1.json'

/** The addresses by which a credential may name a schema that is held here. 1EdTech publishes each under two of them. */
const PUBLISHED: Readonly<Record<string, SchemaId>> = {
  [`${OPEN_BADGES}/ob_v3p0_achievementcredential_schema.json`]: 'open-badges-achievement',
  [`${OPEN_BADGES}-ld/ob_v3p0_achievementcredential_schema.json`]: 'open-badges-achievement',
  [`${OPEN_BADGES}/ob_v3p0_endorsementcredential_schema.json`]: 'open-badges-endorsement',
  [`${OPEN_BADGES}-ld/ob_v3p0_endorsementcredential_schema.json`]: 'open-badges-endorsement',
  [`${LEARNER_RECORD}/clr_v2p0_clrcredential_schema.json`]: 'learner-record',
  [`${LEARNER_RECORD}-ld/clr_v2p0_clrcredential_schema.json`]: 'learner-record',
  [SKILLS_PASSPORT_SCHEMA]: 'skills-passport',
  [STANDARD_FIELDS_SCHEMA]: 'standard-fields',
}

/** The schema that is published under an address, compared whole, and its bytes as held here; undefined for any other. */
export function publishedSchema(url: string): { schema: SchemaId; bytes: Uint8Array } | undefined {
  const schema = Object.hasOwn(PUBLISHED, url) ? PUBLISHED[url] : undefined
  return schema === undefined ? undefined : { schema, bytes: readSchema(schema) }
}

const compiled = new Map<string, ValidateFunction>()

/** Checks a value against one of our schemas and answers what is wrong, at most ten places; an empty list is valid. */
export function validate(schema: SchemaId, value: unknown): SchemaFault[] {
  const check = validator(schema)
  if (check(value)) return []
  return (check.errors ?? []).slice(0, 10).map(fault)
}

/** Whether a value is as one definition within a schema says; the name is one of its `$defs`. */
export function conforms(schema: SchemaId, definition: string, value: unknown): boolean {
  const key = `${schema}#/$defs/${definition}` as const
  const check = compiled.get(key) ?? engineOf(schema).getSchema(key) ?? missing(key)
  compiled.set(key, check)
  return check(value) === true
}

function validator(schema: SchemaId): ValidateFunction {
  const check = compiled.get(schema) ?? compile(schema)
  compiled.set(schema, check)
  return check
}

/** The schemas are ours to vouch for, and are compiled as they are: checking and polishing them costs most of a second. */
const OPTIONS = {
  strict: false,
  allErrors: false,
  validateFormats: true,
  validateSchema: false,
  inlineRefs: false,
  code: { optimize: false },
} as const

/** 1EdTech's schema of an endorsement stands, word for word, in the one of a badge, which may hold some: it is compiled there. */
const WITHIN: Partial<Record<SchemaId, { schema: SchemaId; pointer: string }>> = {
  'open-badges-endorsement': { schema: 'open-badges-achievement', pointer: '#/$defs/EndorsementCredential' },
}

const engines = new Map<SchemaId, Ajv2019 | Ajv2020>()

function compile(schema: SchemaId): ValidateFunction {
  const within = WITHIN[schema]
  if (within === undefined) return engineOf(schema).getSchema(schema) ?? missing(schema)
  return engineOf(within.schema).getSchema(within.schema + within.pointer) ?? missing(schema)
}

/** The engine that holds one schema, under the name it has here. */
function engineOf(schema: SchemaId): Ajv2019 | Ajv2020 {
  const known = engines.get(schema)
  if (known) return known
  const engine = FILES[schema].draft === 2019 ? new Ajv2019(OPTIONS) : new Ajv2020(OPTIONS)
  addFormats.default(engine)
  engine.addSchema(JSON.parse(readSchema(schema).toString('utf8')) as object, schema)
  engines.set(schema, engine)
  return engine
}

function missing(schema: string): never {
  throw new Error(`There is no schema ${schema}.`)
}

function readSchema(schema: SchemaId): Buffer {
  return readFileSync(join(import.meta.dirname, FILES[schema].file))
}

function fault({ instancePath, message, params }: ErrorObject): SchemaFault {
  const detail = 'additionalProperty' in params ? ` ("${String(params.additionalProperty)}")` : ''
  return { pointer: instancePath, message: `${message ?? 'is not as expected'}${detail}` }
}
