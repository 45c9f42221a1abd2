import { z } from 'zod'
import isced from '../isced-fields.json' with { type: 'json' }

const fields = z.array(z.object({ scheme: z.literal('ISCED-F'), code: z.string(), name: z.string() }))

/** The broad and narrow fields of ISCED-F 2013 (UNESCO Institute for Statistics). Detailed fields are not offered. */
export const FIELDS: readonly { scheme: 'ISCED-F'; code: string; name: string }[] = fields.parse(isced)

const names = new Map(FIELDS.map(({ scheme, code, name }) => [`${scheme} ${code}`, name]))

/** A field for people: its name where it is one of ours, with the code. */
export function fieldName(schemeAndCode: string): string {
  const name = names.get(schemeAndCode)
  return name === undefined ? schemeAndCode : `${name} (${schemeAndCode})`
}
