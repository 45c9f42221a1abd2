import { z } from 'zod'
import { ASSURANCE_STEPS, type RecognisedEntity, type Scope } from '#trust'

const time = z.iso.datetime().transform((text) => new Date(text))
const body = z.object({ did: z.string(), name: z.string() }).nullable()

const log = z.object({
  url: z.string(),
  key: z.string(),
  since: time,
  seen: z.object({ size: z.number(), root: z.string(), at: time }).optional(),
})

const entity = z.object({
  did: z.string(),
  name: z.string(),
  actions: z.array(
    z.object({
      action: z.enum(['issue', 'recognise']),
      from: time,
      until: time.nullable(),
      scope: z.custom<Scope>((value) => typeof value === 'object' && value !== null),
      assurance: z.enum(ASSURANCE_STEPS).nullable(),
      suspensions: z.array(z.object({ from: time, until: time.nullable() })),
      withdrawal: z.object({ on: time, isRetroactive: z.boolean(), reason: z.string() }).nullable(),
      depth: z.number(),
    }),
  ),
  keys: z.array(
    z.object({
      key: z.string(),
      from: time.nullable(),
      until: time.nullable(),
      reason: z.enum(['superseded', 'closed', 'compromised']).nullable(),
    }),
  ),
  closure: z.object({ on: time, custodian: body, successor: body }).nullable(),
  issueLog: log.extend({ earlier: z.array(log).optional() }).nullable(),
  recognisedIn: z.string().nullable(),
}) satisfies z.ZodType<RecognisedEntity>

/** Scopes that were read before, by their text: thousands of entries have the same few, and are written with one. */
export type KnownScopes = Map<string, Scope>

/** An entry as it is kept. */
export function entryBody(entry: RecognisedEntity): string {
  return JSON.stringify(entry)
}

/** Reads an entry that was kept. */
export function readEntryBody(text: string, known: KnownScopes = new Map()): RecognisedEntity {
  const entry = entity.parse(JSON.parse(text))
  return { ...entry, actions: entry.actions.map((action) => ({ ...action, scope: oneOf(action.scope, known) })) }
}

function oneOf(scope: Scope, known: KnownScopes): Scope {
  const text = JSON.stringify(scope)
  const found = known.get(text) ?? scope
  known.set(text, found)
  return found
}
