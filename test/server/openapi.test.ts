import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startToy, toyRoutes } from './toy.ts'

let toy: Awaited<ReturnType<typeof startToy>>
beforeAll(async () => {
  toy = await startToy()
})
afterAll(() => toy.stop())

test('the description names every route with the schemas that validate it', async () => {
  const document = await (await fetch(`${toy.url}/openapi.json`)).json()
  expect(document.openapi).toBe('3.1.0')
  expect(document.info).toEqual({ title: 'Skills Passport toy', version: '1.0.0' })
  for (const { method, path, summary } of toyRoutes) {
    expect(document.paths[path.replace(':id', '{id}')][method.toLowerCase()].summary).toBe(summary)
  }
  const { post } = document.paths['/things']
  expect(post.requestBody.content['application/json'].schema).toMatchObject({
    type: 'object',
    properties: { name: { type: 'string' } },
    required: ['name'],
  })
  expect(post.responses.default.content['application/problem+json'].schema).toEqual({
    $ref: '#/components/schemas/Problem',
  })
  expect(document.paths['/keyed'].post.security).toEqual([{ apiKey: [] }])
  expect(document.paths['/me'].get.security).toEqual([{ session: [] }])
})

test('every parameter of a path is described, and every reference leads somewhere', async () => {
  const document = await (await fetch(`${toy.url}/openapi.json`)).json()
  for (const [path, item] of Object.entries<
    Record<string, { parameters?: { name: string; in: string }[]; responses: object }>
  >(document.paths)) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    for (const operation of Object.values(item)) {
      const described = (operation.parameters ?? []).filter((one) => one.in === 'path').map(({ name }) => name)
      expect(described).toEqual(names)
      expect(Object.keys(operation.responses).length).toBeGreaterThan(1)
    }
  }
  for (const [, name = ''] of JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
    expect(document.components.schemas[name]).toBeDefined()
  }
})

test('the page for people comes from the same document', async () => {
  const answer = await fetch(`${toy.url}/api`)
  expect(await answer.text()).toBe('<h1>Skills Passport toy</h1>')
})
