import type { Confirmation, PortfolioItem } from './records/portfolio-kinds.ts'

/** Somebody in a team project beside its holder, with what they did and who says so. */
export interface TeamMember {
  name: string
  /** What they did; empty where nobody says. */
  part: string
  /** By their own word where they confirmed the project, as it is now or was; else the holder says so. */
  saidBy: 'themself' | 'holder'
}

const MAX_MEMBERS = 30

/** Why the lines of a team cannot be read; null where they can. */
export function teamFault(text: string): string | null {
  const members = linesOf(text)
  if (members.length > MAX_MEMBERS) return `Name at most ${MAX_MEMBERS} people.`
  return members.every(({ name, part }) => name !== '' && name.length <= 120 && part !== '')
    ? null
    : 'Write one person on each line: their name, a colon, and what they did.'
}

/**
 * The others of a team, in the order in which the holder named them. Where somebody of that name confirmed the project and said
 * what they did, it is their own words; whoever said so and was not named stands after them.
 */
export function teamOf(item: PortfolioItem, confirmations: readonly Confirmation[]): TeamMember[] {
  const said = confirmations.filter(({ part }) => part !== '')
  const named = linesOf(item.team).map(({ name, part }): TeamMember => {
    const own = said.findLast(({ by }) => isSame(by, name))
    return own === undefined ? { name, part, saidBy: 'holder' } : { name: own.by, part: own.part, saidBy: 'themself' }
  })
  const others = said.filter(({ by }) => !linesOf(item.team).some(({ name }) => isSame(by, name)))
  return [...named, ...others.map(({ by, part }): TeamMember => ({ name: by, part, saidBy: 'themself' }))]
}

function linesOf(text: string): { name: string; part: string }[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [name = '', ...part] = line.split(':')
      return { name: name.trim(), part: part.join(':').trim() }
    })
}

/** Whether a name is the one that the holder wrote, or begins with it, as in “Kim” for “Kim Lee”. */
function isSame(by: string, name: string): boolean {
  const [one, other] = [by, name].map((text) => text.normalize('NFC').toLowerCase())
  return one === other || (one ?? '').startsWith(`${other ?? ''} `)
}
