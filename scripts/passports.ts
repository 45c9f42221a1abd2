import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { parseJson } from '#platform'
import { ASSURANCE_STEPS } from '#trust'
import type { RecognisedToo } from '../issuer/demonstration.ts'
import type { ExamplePerson } from '../wallet/demonstration.ts'

const FOLDER = join(import.meta.dirname, '..', 'examples', 'passports')

const index = z.object({
  people: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      who: z.string(),
      look: z.array(z.object({ href: z.string(), label: z.string() })),
    }),
  ),
  institutions: z.array(
    z.object({
      did: z.string(),
      name: z.string(),
      recognised: z.object({ achievementTypes: z.array(z.string()), assurance: z.enum(ASSURANCE_STEPS) }),
    }),
  ),
})

/** The passports in `examples/passports/`: who they are of, read now, and what is in them, read when it is asked for. */
export function examplePassports(): { people: ExamplePerson[]; institutions: RecognisedToo[] } {
  const { people, institutions } = index.parse(parseJson(readFileSync(join(FOLDER, 'index.json'))))
  return {
    people: people.map((one) => ({ ...one, passport: () => readFile(join(FOLDER, `${one.id}.zip`)) })),
    institutions,
  }
}
