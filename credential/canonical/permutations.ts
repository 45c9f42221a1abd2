/** The distinct orders of a list; what is in it several times is not told apart. */
export function* permutations<Item>(list: readonly Item[]): Generator<readonly Item[]> {
  const places = new Map<Item, number>()
  for (const item of list) if (!places.has(item)) places.set(item, places.size)
  const order = list.map((item) => ({ item, place: places.get(item) ?? 0 })).sort((a, b) => a.place - b.place)
  do yield order.map(({ item }) => item)
  while (advance(order))
}

/** How many distinct orders a list has, or a number that is too large to count. */
export function countPermutations(list: readonly unknown[]): number {
  const seen = new Map<unknown, number>()
  let count = 1
  for (const [at, item] of list.entries()) {
    const times = (seen.get(item) ?? 0) + 1
    seen.set(item, times)
    count = (count * (at + 1)) / times
  }
  return count
}

interface Placed {
  place: number
}

/** Steps to the next order, as a counter does; false after the last. */
function advance(order: Placed[]): boolean {
  const placeAt = (at: number) => order[at]?.place ?? -1
  let pivot = order.length - 2
  while (pivot >= 0 && placeAt(pivot) >= placeAt(pivot + 1)) pivot--
  if (pivot < 0) return false
  let successor = order.length - 1
  while (placeAt(successor) <= placeAt(pivot)) successor--
  swap(order, pivot, successor)
  for (let left = pivot + 1, right = order.length - 1; left < right; left++, right--) swap(order, left, right)
  return true
}

function swap<Item>(list: Item[], a: number, b: number): void {
  const [first, second] = [list[a], list[b]]
  if (first === undefined || second === undefined) return
  list[a] = second
  list[b] = first
}
