import { expect, test } from '@jest/globals'
import { digestMultibase } from '#platform'
import { createLoad } from '../../server/load.ts'

const URL_ = 'https://register.example/shard'
const bytesOf = (text: string) => new TextEncoder().encode(text)
const NOW = new Date('2026-11-25T12:00:00Z')

/** A server that answers with what it is told to, and a store. */
function parts() {
  const kept = new Map<string, Uint8Array>()
  const server = { says: '', asked: 0 }
  const load = createLoad({
    fetch: async () => {
      server.asked++
      return { status: 200, mediaType: 'application/json', bytes: bytesOf(server.says), headers: {} }
    },
    documents: {
      find: async (url) => {
        const body = kept.get(url)
        return body && { body, asOf: NOW }
      },
      keep: async (url, { body }) => void kept.set(url, body),
    },
    now: () => NOW,
  })
  return { kept, server, load }
}

test('what has another digest than is stated is not kept, and does not stay in the way of what has it', async () => {
  const { kept, server, load } = parts()
  const options = { maxAgeSeconds: 1_000, maxBytes: 1_000, digest: digestMultibase(bytesOf('good')) }
  server.says = 'bad'
  expect((await load(URL_, options)).bytes).toEqual(bytesOf('bad'))
  expect(kept.size).toBe(0)
  server.says = 'good'
  for (let time = 0; time < 2; time++) expect((await load(URL_, options)).bytes).toEqual(bytesOf('good'))
  expect([server.asked, kept.size]).toEqual([2, 1])
})

test('what was kept before it was compared is had again', async () => {
  const { kept, server, load } = parts()
  kept.set(URL_, bytesOf('bad'))
  server.says = 'good'
  const options = { maxAgeSeconds: 1_000, maxBytes: 1_000, digest: digestMultibase(bytesOf('good')) }
  expect((await load(URL_, options)).bytes).toEqual(bytesOf('good'))
})
