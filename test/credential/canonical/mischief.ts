import { isObject, type Json, type JsonObject } from '#platform'
import type { Credentials } from './credentials.ts'

/** What the value of some key becomes. */
const VALUES: Array<(old: Json, by: Credentials) => Json> = [
  () => null,
  () => [],
  () => ({}),
  (old) => [old],
  (old) => [[old], null, old],
  (old) => [old, structuredClone(old), structuredClone(old)],
  (_, by) => by.number(),
  (_, by) => by.chance.yes(0.5),
  (_, by) => by.text(),
  (_, by) => ({ id: by.chance.pick(['urn:a', '_:x', 'relative', '', '@type', 'ext:a']) }),
  (old) => ({ '@set': Array.isArray(old) ? old : [old] }),
  (old) => ({ '@list': Array.isArray(old) ? old : [old] }),
  (_, by) => ({
    '@value': by.text(),
    '@type': by.chance.pick(['xsd:date', 'http://a.example/t', '@json', 'relative', 'Image']),
  }),
  (_, by) => ({ '@value': by.chance.pick<Json>([by.number(), true, null, by.text(), {}]) }),
  (_, by) => ({ '@value': by.text(), '@language': by.chance.pick(['en', 'not a language', 'DE']) }),
  (_, by) => ({ '@value': by.text(), '@direction': by.chance.pick(['ltr', 'up']), '@index': 'i' }),
]

/** Entries that some object gets. */
const ENTRIES: Array<(target: JsonObject, by: Credentials) => JsonObject> = [
  (_, by) => ({ unknown: by.text() }),
  (_, by) => ({ [by.chance.pick(['ext:more', 'urn:p', '_:p', '@foo', '@index', '@language', ''])]: by.text() }),
  (_, by) => ({
    [by.chance.pick(['ext:more', 'urn:p'])]: by.chance.pick<Json>([by.number(), { id: 'urn:o' }, ['a', 1]]),
  }),
  (_, by) => ({
    '@included': by.chance.pick<Json>([{ id: 'urn:i' }, [{ id: 'urn:i', type: 'Image' }], { name: 'i' }]),
  }),
  (_, by) => ({
    '@reverse': {
      [by.chance.pick(['ext:r', 'evidence', 'unknown'])]: by.chance.pick<Json>([
        { id: 'urn:r' },
        [{ id: 'urn:r' }, { id: 'urn:r' }],
        'urn:r',
      ]),
    },
  }),
  (_, by) => ({
    '@graph': by.chance.pick<Json>([[], [{ id: 'urn:g', type: 'Image' }], { name: by.text() }, [{}]]),
  }),
  (_, by) => ({
    id: by.chance.pick<Json>(['urn:a', '_:x', '_:y', 'relative', '', 'https://a.example/{}', 'a b', 5]),
  }),
  (_, by) => ({ '@id': by.chance.pick(['urn:a', '_:x']) }),
  (_, by) => ({
    type: by.chance.pick<Json>([
      ...['Alignment', 'Unknown', 'ext:T', '_:t'],
      ...[[], [5], ['Image', 'Profile'], ['Profile', 'Image', 'Image'], ['Achievement', 'Alignment']],
    ]),
  }),
  (target) => ({ 'ext:copy': structuredClone(target) }),
]

/** Does what people, programs and attackers do to documents, so many times. */
export function mistreat(document: JsonObject, times: number, by: Credentials): void {
  for (let count = 0; count < times; count++) {
    const target = by.chance.pick(objectsIn(document))
    const keys = Object.keys(target).filter((key) => key !== '@context')
    if (by.chance.yes(0.5) || keys.length === 0) {
      Object.assign(target, by.chance.pick(ENTRIES)(target, by))
    } else {
      const key = by.chance.pick(keys)
      target[key] = by.chance.pick(VALUES)(target[key] ?? null, by)
    }
  }
}

function objectsIn(value: Json | undefined): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn)
  if (!isObject(value)) return []
  return [value, ...Object.entries(value).flatMap(([key, inner]) => (key === '@context' ? [] : objectsIn(inner)))]
}
