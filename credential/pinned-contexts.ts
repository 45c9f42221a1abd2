import type { ContextLoader } from '#contexts'
import { asArray, type JsonObject, PassportError } from '#platform'

/** Refuses a credential whose words are not settled here: throws `contexts.inline` and `contexts.unknown`. */
export function expectPinnedContexts(credential: JsonObject, contexts: ContextLoader): void {
  for (const context of asArray(credential['@context'])) {
    if (typeof context !== 'string') {
      throw new PassportError('contexts.inline', 'A context is written into the credential.')
    }
    if (!contexts.has(context)) {
      throw new PassportError('contexts.unknown', `The context ${context.slice(0, 200)} is not known here.`)
    }
  }
}
