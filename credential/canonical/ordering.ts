/** RDF Dataset Canonicalization orders by Unicode code point; JavaScript orders by UTF-16 code unit. */
export type Compare = (a: string, b: string) => number

/** The two orders differ only where a character beyond the basic plane meets one of U+E000 to U+FFFF. */
export function hasAstral(text: string): boolean {
  return /[\uD800-\uDBFF]/.test(text)
}

export function compareUnits(a: string, b: string): number {
  return a < b ? -1 : a === b ? 0 : 1
}

export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at++) {
    const left = a.charCodeAt(at)
    const right = b.charCodeAt(at)
    if (left !== right) return place(left) - place(right)
  }
  return a.length - b.length
}

/** A code unit's place in code point order: surrogates come after all that is not one. */
function place(unit: number): number {
  if (unit < 0xd800) return unit
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}

/** Sorts texts by code point, comparing code units where that is the same. */
export function sortByCodePoint(texts: string[]): string[] {
  return texts.sort(texts.some(hasAstral) ? compareCodePoints : compareUnits)
}

/** Up to so many, putting each in its place takes less than calling on the engine's sort. */
const FEW = 24

/** Sorts as `Array.prototype.sort` does: what compares equal keeps its order. */
export function sortInPlace<Item>(items: Item[], compare: (a: Item, b: Item) => number): void {
  if (items.length > FEW) {
    items.sort(compare)
    return
  }
  for (let at = 1; at < items.length; at++) {
    const item = items[at] as Item
    let place = at
    for (; place > 0; place--) {
      const before = items[place - 1] as Item
      if (compare(before, item) <= 0) break
      items[place] = before
    }
    items[place] = item
  }
}
