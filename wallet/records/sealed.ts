import type { ZodType } from 'zod'
import type { DataKey, Keys } from '#keys'
import { type JsonObject, parseJson } from '#platform'

/** Seals something under a person's own key. It opens with the same label only. */
export function sealJson(keys: Keys, key: DataKey, label: string, value: JsonObject): Uint8Array {
  return keys.seal(key, label, new TextEncoder().encode(JSON.stringify(value)))
}

/** Opens what `sealJson` sealed. Throws `keys.unavailable` if the key is gone or the content is another's. */
export function openJson<T>(keys: Keys, key: DataKey, label: string, sealed: Uint8Array, schema: ZodType<T>): T {
  return schema.parse(parseJson(keys.open(key, label, sealed)))
}

/** Seals a text under a person's own key. */
export function sealText(keys: Keys, key: DataKey, label: string, text: string): Uint8Array {
  return keys.seal(key, label, new TextEncoder().encode(text))
}

/** Opens what `sealText` sealed. */
export function openText(keys: Keys, key: DataKey, label: string, sealed: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(keys.open(key, label, sealed))
}
