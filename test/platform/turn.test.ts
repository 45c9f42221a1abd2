import { expect, test } from '@jest/globals'
import { turn } from '#platform'

test('between two turns others get theirs', async () => {
  const order: string[] = []
  const work = async (name: string) => {
    await turn()
    order.push(name)
    setImmediate(() => order.push(`others after ${name}`))
  }
  await Promise.all([work('the first'), work('the second')])
  expect(order).toEqual(['the first', 'others after the first', 'the second'])
})
