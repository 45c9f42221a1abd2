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
  const lines = linesOf(item.team)
  const lineOf = ({ by }: Confirmation) => lineFor(by, lines)
  const named = lines.map((line): TeamMember => {
    const own = said.findLast((one) => lineOf(one) === line)
    return own === undefined ? { ...line, saidBy: 'holder' } : { name: own.by, part: own.part, saidBy: 'themself' }
  })
  const others = said.filter((one) => lineOf(one) === undefined)
  return [...named, ...others.map(({ by, part }): TeamMember => ({ name: by, part, saidBy: 'themself' }))]
}

type Line = Pick<TeamMember, 'name' | 'part'>

function linesOf(text: string): Line[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [name = '', ...part] = line.split(':')
      return { name: name.trim(), part: part.join(':').trim() }
    })
}

/**
 * Whom of those that the holder named somebody is: of their whole name, or of the longest that theirs begins with, as in “Kim” for
 * “Kim Lee”. They are one person, so they are one line.
 */
function lineFor(by: string, lines: readonly Line[]): Line | undefined {
  const plain = (text: string) => text.normalize('NFC').toLowerCase()
  return lines
    .filter(({ name }) => `${plain(by)} `.startsWith(`${plain(name)} `))
    .toSorted((one, other) => other.name.length - one.name.length)[0]
}
