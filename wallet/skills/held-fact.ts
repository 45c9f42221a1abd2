import { type SkillFact, type Stands, skillFactOf, withReplacements } from '#credential'
import type { CpdEntry, Frameworks } from '#skills'
import type { HeldCredential, LastCheck } from '../records/credentials.ts'

/** What a held credential says to the engine of skills; its `item` is its id in the passport. */
export interface HeldFact extends SkillFact {
  face: LastCheck['face']
  checkedAt: string
  /** Hours of development that its holder logged for it; none as it is read. */
  cpd: readonly (CpdEntry & { what: string })[]
}

/** Reads what is held. What is not genuine says nothing, and is left out. */
export function factsOf(held: readonly HeldCredential[], known: Frameworks): HeldFact[] {
  const genuine = held.filter(({ checked }) => checked.face !== 'notGenuine')
  return withReplacements(genuine.map((one) => factOf(one, known)))
}

function factOf({ id, shown, checked }: HeldCredential, known: Frameworks): HeldFact {
  const { face, at } = checked
  const fact = skillFactOf(id, shown, { stands: standsAt(checked), isBegun: face !== 'notYetValid' }, known)
  return { ...fact, face, checkedAt: at, cpd: [] }
}

/** Of a check from before the status was noted: what the verdict of then implies, and no more. */
function standsAt({ stands, face }: LastCheck): Stands {
  const noted = stands ?? { status: isGenuine(face) ? 'active' : 'unknown', recognition: null, allowed: null }
  return face === 'genuineInPart' ? { ...noted, status: 'unknown' } : noted
}

function isGenuine(face: LastCheck['face']): boolean {
  return face === 'genuine' || face === 'genuineNotListed' || face === 'genuineNotRecognised'
}
