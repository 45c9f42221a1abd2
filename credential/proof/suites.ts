import { eddsaRdfc2022 } from './eddsa-rdfc-2022.ts'
import type { Cryptosuite } from './suite.ts'

/** Every Data Integrity cryptosuite we know. A further one is a file beside this one and a word here. */
const SUITES: readonly Cryptosuite[] = [eddsaRdfc2022]

/** The suite of that name, compared as a whole string, or undefined. */
export function findSuite(name: unknown): Cryptosuite | undefined {
  return SUITES.find((suite) => suite.name === name)
}
