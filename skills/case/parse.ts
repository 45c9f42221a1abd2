import { z } from 'zod'
import { isObject, type JsonLimits, type JsonObject, PassportError } from '#platform'

/** How large a framework may be as JSON: the largest that states publish have some thousands of items. */
export const CASE_LIMITS: JsonLimits = {
  length: 8 * 1024 * 1024,
  depth: 32,
  keys: 1_000_000,
  stringLength: 64 * 1024,
  arrayLength: 200_000,
}

const text = z.string().min(1).max(2_000)
const extensions = z.custom<JsonObject>(isObject).optional()
const link = z.object({ identifier: text }).loose()

const item = z
  .object({
    identifier: text,
    fullStatement: z.string().min(1),
    humanCodingScheme: z.string().nullish(),
    CFItemType: z.string().nullish(),
    extensions,
  })
  .loose()

const association = z
  .object({
    associationType: text,
    sequenceNumber: z.number().nullish(),
    originNodeURI: link,
    destinationNodeURI: link,
  })
  .loose()

const framework = z
  .object({
    CFDocument: z
      .object({
        identifier: text,
        title: text,
        creator: z.string().nullish(),
        version: z.string().nullish(),
        extensions,
      })
      .loose(),
    CFItems: z.array(item).min(1).max(50_000),
    CFAssociations: z.array(association).max(200_000).nullish(),
  })
  .loose()

/** A `CFPackage` of whoever wrote it, as far as it is read. */
export type ReadFramework = z.infer<typeof framework>
export type ReadItem = z.infer<typeof item>

/** Whether a document is a framework of CASE at all. */
export function isCase(value: unknown): boolean {
  return isObject(value) && isObject(value.CFDocument) && Array.isArray(value.CFItems)
}

/** Reads a `CFPackage` of CASE 1.0 or 1.1. Throws `package.malformed`, with a JSON Pointer to what is wrong. */
export function parseCase(value: unknown): ReadFramework {
  const read = framework.safeParse(value)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const pointer = (issue?.path ?? []).map((step) => `/${String(step)}`).join('')
  const message = `This is no framework of CASE: ${pointer || 'the document'}: ${issue?.message ?? 'it is not known why'}.`
  throw new PassportError('package.malformed', message, { details: { pointer } })
}
