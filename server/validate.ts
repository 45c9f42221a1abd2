import { type ZodType, z } from 'zod'
import { type ErrorCode, PassportError, pointerStep } from '#platform'

const MAX_ERRORS = 20

/**
 * The value as the schema makes it, or an error of the given code that names each fault with a JSON Pointer. An object
 * with members that the schema does not name is refused, unless the schema says that it is loose.
 */
export function validate<T>(schema: ZodType<T>, value: unknown, code: ErrorCode): T {
  const result = strict(schema).safeParse(value)
  if (result.success) return result.data
  const errors = result.error.issues.slice(0, MAX_ERRORS).map(({ path, message }) => ({
    pointer: path.map((step) => pointerStep(String(step))).join(''),
    message,
  }))
  const [first] = errors
  const where = first?.pointer ? `${first.pointer.slice(1)}: ` : ''
  throw new PassportError(code, `${where}${first?.message ?? 'The content is not valid.'}`, { details: { errors } })
}

/** The names of the fields that a schema knows; undefined for one that takes any. */
export function fieldNames(schema: ZodType | undefined): ReadonlySet<string> | undefined {
  if (schema === undefined) return new Set()
  if (!(schema instanceof z.ZodObject) || schema.def.catchall !== undefined) return undefined
  return new Set(Object.keys(schema.shape))
}

/** The names of the fields that may repeat: those for which the schema has an array. */
export function arrayFields(schema: ZodType | undefined): ReadonlySet<string> {
  if (!(schema instanceof z.ZodObject)) return new Set()
  const entries = Object.entries<ZodType>(schema.shape)
  return new Set(entries.filter(([, field]) => isArray(field)).map(([name]) => name))
}

function isArray(field: unknown): boolean {
  if (field instanceof z.ZodOptional || field instanceof z.ZodDefault) return isArray(field.unwrap())
  return field instanceof z.ZodArray
}

/** Making one takes longer than using it. */
const stricts = new WeakMap<ZodType, ZodType>()

function strict<T>(schema: ZodType<T>): ZodType<T>
function strict(schema: ZodType): ZodType {
  const known = stricts.get(schema)
  if (known !== undefined) return known
  const made = schema instanceof z.ZodObject && schema.def.catchall === undefined ? schema.strict() : schema
  stricts.set(schema, made)
  return made
}
