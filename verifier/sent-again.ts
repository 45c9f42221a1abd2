import { envelopeOf, presentationOf, type Received } from '#credential'
import { isObject, type JsonObject } from '#platform'
import type { Thing } from './read.ts'

/** A thing that was read, as text that can be handed in again; null where there is nothing in it. */
export function textOf(thing: Thing): string | null {
  switch (thing.kind) {
    case 'credential':
      return JSON.stringify(documentOf(thing.received))
    case 'presentation':
      return typeof thing.presentation === 'string' ? thing.presentation : JSON.stringify(thing.presentation)
    case 'several': {
      const [only] = thing.things
      if (thing.things.length === 1 && only !== undefined) return textOf(only)
      const held = thing.things.flatMap((one) => (one.kind === 'credential' ? [one] : []))
      const documents = held.map(({ received }) => documentOf(received))
      const evidence = held.map(({ issueLogEvidence: one }) => (isObject(one) ? one : null))
      return documents.length === 0 ? null : JSON.stringify(presentationOf(documents, evidence))
    }
    case 'link':
      return thing.url
    case 'unread':
      return null
  }
}

function documentOf(received: Received): JsonObject {
  if ('sdJwt' in received) {
    const { presented, keyBinding } = received.sdJwt
    return envelopeOf(`${presented}${keyBinding?.compact ?? ''}`)
  }
  return 'jwt' in received ? envelopeOf(received.jwt.compact) : received.credential
}
