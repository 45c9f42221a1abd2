import type { DataKey, Keys } from '#keys'
import { type JsonObject, parseJson } from '#platform'
import type { SchemaOf } from '#server'

/** Seals something under a person's own key. It opens with the same label only. */
export function sealJson(keys: Keys, key: DataKey, label: string, value: JsonObject): Uint8Array {
  return keys.seal(key, label, new TextEncoder().encode(JSON.stringify(value)))
}

/** Opens what `sealJson` sealed. Throws `keys.unavailable` if the key is gone or the content is another's. */
export function openJson<T>(keys: Keys, key: DataKey, label: string, sealed: Uint8Array, schema: SchemaOf<T>): T {
  return readJson(keys.open(key, label, sealed), schema)
}

/** Reads what `openJson` opens, where it was opened with others. */
export function readJson<T>(bytes: Uint8Array, schema: SchemaOf<T>): T {
  return schema.parse(parseJson(bytes))
}

/** Seals a text under a person's own key. */
export function sealText(keys: Keys, key: DataKey, label: string, text: string): Uint8Array {
  return keys.seal(key, label, new TextEncoder().encode(text))
}

/** Opens what `sealText` sealed. */
export function openText(keys: Keys, key: DataKey, label: string, sealed: Uint8Array): string {
  return readText(keys.open(key, label, sealed))
}

/** Reads what `openText` opens, where it was opened with others. */
export function readText(bytes: Uint8Array): string {
  return UTF_8.decode(bytes)
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
