import type { JsonObject } from '#platform'
import { bbs2023 } from './bbs-2023.ts'
import { ecdsaJcs2019 } from './ecdsa-jcs-2019.ts'
import { ecdsaRdfc2019 } from './ecdsa-rdfc-2019.ts'
import { ecdsaSd2023 } from './ecdsa-sd-2023.ts'
import { ed25519Signature2020 } from './ed25519-signature-2020.ts'
import { eddsaJcs2022 } from './eddsa-jcs-2022.ts'
import { eddsaRdfc2022 } from './eddsa-rdfc-2022.ts'
import type { Cryptosuite } from './suite.ts'

/** Every Data Integrity cryptosuite we know. A further one is a file beside this one and a word here. */
export const SUITES = [
  eddsaRdfc2022,
  eddsaJcs2022,
  ecdsaRdfc2019,
  ecdsaJcs2019,
  ecdsaSd2023,
  bbs2023,
] as const satisfies readonly Cryptosuite[]

/** The suites of the time before `DataIntegrityProof`, whose name is the proof's own type. */
export const OLDER_SUITES: readonly Cryptosuite[] = [ed25519Signature2020]

/** The suite that a proof names, compared as a whole string, or undefined. */
export function suiteOf({ type, cryptosuite }: JsonObject): Cryptosuite | undefined {
  if (type === 'DataIntegrityProof') return findSuite(cryptosuite)
  return OLDER_SUITES.find(({ name }) => name === type)
}

/** The cryptosuite of that name, or undefined. */
export function findSuite(name: unknown): Cryptosuite | undefined {
  return SUITES.find((suite) => suite.name === name)
}
