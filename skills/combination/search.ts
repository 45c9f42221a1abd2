/** One of the things that may be chosen in a layer. */
export interface Option {
  cost: number
  /** What it adds to each need, and takes of each limit, in their order. */
  gives: readonly number[]
  takes: readonly number[]
  /** What of that it adds to each need without any cost. */
  spares: readonly number[]
  /** What its cost is for; solutions are told apart by it. Empty where it costs nothing. */
  key: string
}

/** One option is to be chosen in each layer. */
export interface Problem<O extends Option> {
  layers: readonly (readonly O[])[]
  needs: readonly number[]
  limits: readonly number[]
  /** Which needs must be met in full. */
  isHard: readonly boolean[]
  /** What it costs to end with so much missing of each need. */
  final: (missing: readonly number[]) => number
  /** No more than the options to come cost if, after all that they add without cost, so much is missing of each need. */
  bound: (missing: readonly number[]) => number
}

export interface Search<O extends Option> {
  /** The least cost; infinite if there is no solution. */
  cost: number
  /** A cheapest solution that takes, layer by layer, the first option that still leads to one. */
  first(): O[]
  /** The keys of cheapest solutions, each set of keys once, at most so many; and whether there are more. */
  keys(most: number): { found: string[][]; hasMore: boolean }
}

/** What is still missing of each need, then what is left of each limit. */
type State = readonly number[]

/**
 * Finds the least cost exactly: dynamic programming over what is missing and what is left, from the last layer to the first,
 * visiting only states that can be reached, and leaving out (branch and bound) what cannot cost less than what was found.
 * See docs/combination.md for why that is exact.
 */
export function search<O extends Option>(problem: Problem<O>): Search<O> {
  const { layers, needs, limits } = problem
  const ahead = lookAhead(problem)
  const memo = layers.map(() => new Map<number, number>())
  // One for each layer, written anew for each option: a search makes millions.
  const states = layers.map((): number[] => [])
  const missing = new Array<number>(needs.length).fill(0)
  const start = [...needs, ...limits.map((limit, at) => Math.min(limit, ahead.use(0, at)))]

  /** Writes down the state after an option. False if it breaks a limit or leaves a need that nothing can meet. */
  function follow(layer: number, state: State, { gives, takes }: O, next: number[]): boolean {
    for (let at = 0; at < needs.length; at++) {
      const still = (state[at] as number) - (gives[at] as number)
      if (problem.isHard[at] && still > ahead.reach(layer + 1, at)) return false
      // Beyond what can still be lost again, a surplus makes no difference.
      next[at] = Math.max(still, -ahead.loss(layer + 1, at))
    }
    for (let at = 0; at < limits.length; at++) {
      const left = (state[needs.length + at] as number) - (takes[at] as number)
      if (left < 0) return false
      // Nor does what nothing to come could use up.
      next[needs.length + at] = Math.min(left, ahead.use(layer + 1, at))
    }
    return true
  }

  function after(layer: number, state: State, option: O): State | undefined {
    const next: number[] = []
    return follow(layer, state, option, next) ? next : undefined
  }

  function least(layer: number, state: State): number {
    const options = layers[layer]
    if (options === undefined) return problem.final(state)
    const key = ahead.keyOf(state)
    const known = memo[layer]?.get(key)
    if (known !== undefined) return known
    const lower = lowerBound(layer, state)
    const next = states[layer] as number[]
    let best = Number.POSITIVE_INFINITY
    for (const option of options) {
      if (best <= lower) break
      if (option.cost >= best) continue
      if (!follow(layer, state, option, next) || option.cost + lowerBound(layer + 1, next) >= best) continue
      best = Math.min(best, option.cost + least(layer + 1, next))
    }
    memo[layer]?.set(key, best)
    return best
  }

  function lowerBound(layer: number, state: State): number {
    for (let at = 0; at < needs.length; at++) {
      missing[at] = Math.max(0, (state[at] as number) - ahead.gain(layer, at, state))
    }
    return problem.bound(missing)
  }

  function costs(layer: number, state: State, cost: number): boolean {
    return lowerBound(layer, state) <= cost && least(layer, state) === cost
  }

  function first(): O[] {
    let state: State = start
    return layers.map((options, layer) => {
      const cost = least(layer, state)
      for (const option of options) {
        const next = after(layer, state, option)
        if (next === undefined || !costs(layer + 1, next, cost - option.cost)) continue
        state = next
        return option
      }
      throw new RangeError('there is no solution')
    })
  }

  function keys(most: number): { found: string[][]; hasMore: boolean } {
    const found: string[][] = []
    const visit = (layer: number, states: readonly State[], cost: number, chosen: readonly string[]) => {
      if (found.length > most) return
      if (cost === 0 || layer === layers.length) {
        found.push([...chosen])
        return
      }
      for (const [key, { price, options }] of byKey(layers[layer] ?? [])) {
        const next = new Map<number, State>()
        for (const state of states) {
          for (const option of options) {
            const one = after(layer, state, option)
            if (one && costs(layer + 1, one, cost - price)) next.set(ahead.keyOf(one), one)
          }
        }
        const chosenNow = key === '' ? chosen : [...chosen, key]
        if (next.size > 0) visit(layer + 1, [...next.values()], cost - price, chosenNow)
      }
    }
    const cost = least(0, start)
    if (cost < Number.POSITIVE_INFINITY) visit(0, [start], cost, [])
    return { found: found.slice(0, most), hasMore: found.length > most }
  }

  return { cost: least(0, start), first, keys }
}

/** Options of one key have one cost. */
function byKey<O extends Option>(options: readonly O[]): Map<string, { price: number; options: O[] }> {
  const groups = new Map<string, { price: number; options: O[] }>()
  for (const option of options) {
    const group = groups.get(option.key)
    if (group) group.options.push(option)
    else groups.set(option.key, { price: option.cost, options: [option] })
  }
  return groups
}

interface Ahead {
  /** The most that the layers from this one on can add to a need. */
  reach(layer: number, need: number): number
  /** No less than what they can add to a need without cost, by what is left of the limits. */
  gain(layer: number, need: number, state: State): number
  /** The most that they can take away from it. */
  loss(layer: number, need: number): number
  /** The most that they can use of a limit. */
  use(layer: number, limit: number): number
  keyOf(state: State): number
}

function lookAhead<O extends Option>({ layers, needs, limits }: Problem<O>): Ahead {
  const sums = (count: number, of: (option: O, at: number) => number) =>
    Array.from({ length: count }, (_, at) => {
      const totals = new Array<number>(layers.length + 1).fill(0)
      for (let layer = layers.length - 1; layer >= 0; layer--) {
        let most = 0
        for (const option of layers[layer] ?? []) most = Math.max(most, of(option, at))
        totals[layer] = (totals[layer + 1] as number) + most
      }
      return totals
    })
  const reach = sums(needs.length, ({ gives }, at) => gives[at] as number)
  const free = sums(needs.length, ({ spares }, at) => spares[at] as number)
  const rates = needs.map((_, need) => limits.map((_, limit) => rateOf(layers, need, limit)))
  const beyond = sums(needs.length, ({ spares, takes }, at) =>
    takes.reduce((sum, value, limit) => sum - value * (rates[at]?.[limit] as number), spares[at] as number),
  )
  const loss = sums(needs.length, ({ gives }, at) => -(gives[at] as number))
  const use = sums(limits.length, ({ takes }, at) => takes[at] as number)
  const at = (table: number[][]) => (layer: number, index: number) => table[index]?.[layer] as number
  const offsets = [...needs.map((_, index) => at(loss)(0, index)), ...limits.map(() => 0)]
  const spans = [
    ...needs.map((needed, index) => needed + 2 * at(loss)(0, index) + 1),
    ...limits.map((limit) => limit + 1),
  ]
  const keyOf = (state: State) => {
    let key = 0
    for (let index = 0; index < state.length; index++) {
      key = key * (spans[index] as number) + (state[index] as number) + (offsets[index] as number)
    }
    return key
  }
  // Whatever is taken of the limits, no more can be added for it than the rates say; the rest is added beyond it.
  const gain = (layer: number, need: number, state: State) => {
    let most = beyond[need]?.[layer] as number
    for (let limit = 0; limit < limits.length; limit++) {
      most += (rates[need]?.[limit] as number) * (state[needs.length + limit] as number)
    }
    // All that is added is whole; a rate may not be, and is not exact then.
    return Math.min(Math.floor(most + 1e-6), free[need]?.[layer] as number)
  }
  return { reach: at(reach), gain, loss: at(loss), use: at(use), keyOf }
}

/** The most that an option adds to a need without cost for one that it takes of a limit. */
function rateOf<O extends Option>(layers: Problem<O>['layers'], need: number, limit: number): number {
  let most = 0
  for (const { spares, takes } of layers.flat()) {
    const taken = takes[limit] as number
    if (taken > 0) most = Math.max(most, (spares[need] as number) / taken)
  }
  return most
}
