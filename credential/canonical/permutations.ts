/** The distinct orders of a list; what is in it twice is not told apart. */
export function* permutations<Item>(list: readonly Item[]): Generator<readonly Item[]> {
  const counts = new Map<Item, number>()
  for (const item of list) counts.set(item, (counts.get(item) ?? 0) + 1)
  yield* arrange(counts, list.length, [])
}

function* arrange<Item>(counts: Map<Item, number>, length: number, begun: Item[]): Generator<readonly Item[]> {
  if (begun.length === length) {
    yield begun
    return
  }
  for (const [item, count] of counts) {
    if (count === 0) continue
    counts.set(item, count - 1)
    begun.push(item)
    yield* arrange(counts, length, begun)
    begun.pop()
    counts.set(item, count)
  }
}
