import { z } from 'zod'
import { PassportError } from '#platform'
import { ASSURANCE_STEPS, MAX_STEPS, readScope } from '#trust'

/** A DID, as it will be compared: whole. */
export const did = z
  .string()
  .trim()
  .max(2_048)
  .regex(/^did:[a-z0-9]+:[A-Za-z0-9._:%-]+$/, 'must be a DID such as did:web:college.example')

const name = z.string().trim().min(1, 'must not be empty').max(200)
const time = z.iso.datetime().transform((text) => new Date(text))
const until = time.nullable()
const assurance = z.enum(ASSURANCE_STEPS).nullable()
const scope = z.json().transform(readScope)
const award = z.object({ from: time, until, scope, assurance })
const body = z.object({ did, name })
const key = z.object({
  key: z.string().min(1).max(1_000),
  from: until,
  until,
  reason: z.enum(['superseded', 'closed', 'compromised']).nullable(),
})
const log = z.object({
  url: z.url({ protocol: /^https?$/ }).max(2_000),
  key: z.string().min(1).max(1_000),
  since: time,
  seen: z.object({ size: z.int().min(0), root: z.string().max(100), at: time }),
})
/** The address of what this takes the place of, said by whoever knows that it does. */
const replaces = z.string().max(2_000).optional()
/** Which of the things an entry may do, by their place in it: none is ever taken out. */
const of = z.array(z.int().min(0)).min(1, 'must name what it is about')
const reason = z.string().trim().min(1, 'must not be empty').max(2_000)

/** How many bodies one change can put on the register: what two people can still look through. */
export const MOST_TOGETHER = 500

/** One of several that are put on the register together, or that may award more. */
const together = z.object({ did, name, awards: z.array(award).min(1), keys: z.array(key).min(1) })

/** All that can be changed in a register. There is no act that deletes. */
export const act = z.discriminatedUnion('act', [
  z.object({ act: z.literal('add'), did, name, awards: z.array(award).min(1), keys: z.array(key).min(1) }),
  // Of a change about many the DID is the register's own.
  z.object({ act: z.literal('addSeveral'), did, entries: z.array(together).min(1).max(MOST_TOGETHER) }),
  z.object({ act: z.literal('extend'), did, award }),
  z.object({ act: z.literal('rescope'), did, of: z.array(z.int().min(0)).length(1), award }),
  z.object({ act: z.literal('end'), did, of, until: time }),
  z.object({ act: z.literal('suspend'), did, of, from: time }),
  z.object({ act: z.literal('lift'), did, of, until: time }),
  z.object({ act: z.literal('withdraw'), did, of, on: time, isRetroactive: z.boolean(), reason }),
  z.object({ act: z.literal('reinstate'), did, of }),
  z.object({ act: z.literal('pinKeys'), did, keys: z.array(key).min(1) }),
  z.object({ act: z.literal('pinLog'), did, log, replaces }),
  z.object({
    act: z.literal('endKey'),
    did,
    key: z.string().max(1_000),
    until: time,
    reason: z.enum(['superseded', 'compromised']),
  }),
  z.object({ act: z.literal('close'), did, on: time, custodian: body.nullable() }),
  z.object({
    act: z.literal('handOver'),
    did,
    on: time,
    from: time,
    custodian: body.nullable(),
    successor: body,
    keys: z.array(key).min(1),
  }),
  z.object({
    act: z.literal('delegate'),
    did,
    from: time,
    until,
    scope,
    depth: z.int().min(0).max(MAX_STEPS),
    list: z.url({ protocol: /^https?$/ }).max(2_000),
    replaces,
  }),
  z.object({ act: z.literal('rename'), did, name }),
])

export type Act = z.infer<typeof act>
export type ActName = Act['act']
export type ActOf<Name extends ActName> = Extract<Act, { act: Name }>

/** What was written down as an act. Throws where it is none any more. */
export function readAct(text: string): Act {
  const read = act.safeParse(JSON.parse(text))
  if (read.success) return read.data
  const [first] = read.error.issues
  throw new PassportError('request.invalid', `${first?.path.join('.') ?? ''}: ${first?.message ?? 'not valid'}`)
}

/** Whose entries an act changes. */
export function touchedBy(act: Act): string[] {
  if (act.act === 'addSeveral') return act.entries.map((entry) => entry.did)
  return act.act === 'handOver' ? [act.did, act.successor.did] : [act.did]
}
