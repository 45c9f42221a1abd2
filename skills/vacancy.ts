import type { Frameworks } from './frameworks.ts'
import { type TargetChoice, targetChoices } from './known-targets.ts'
import type { Target } from './target.ts'

/** A name of a skill that stands in a text. */
export interface NamedSkill {
  term: string
  name: string
}

/** A job in an advertiser's own words: what it is called, and the skills that it asks for. */
export interface Vacancy {
  title: string
  terms: readonly string[]
}

/**
 * The skills whose whole names stand in a text, in its order, each once. Only names are compared, whatever their case and
 * the signs between their words: nothing is guessed from other words. Of two names that overlap the longer counts.
 */
export function skillsNamedIn(text: string, names: readonly NamedSkill[]): NamedSkill[] {
  const haystack = ` ${plain(text)} `
  const found = names
    .flatMap((skill) => {
      const name = plain(skill.name)
      const at = name === '' ? -1 : haystack.indexOf(` ${name} `)
      return at < 0 ? [] : [{ skill, at, end: at + name.length + 1 }]
    })
    .toSorted((one, other) => other.end - other.at - (one.end - one.at))
  const kept = found.filter(
    (one, index) => !found.slice(0, index).some((longer) => one.at < longer.end && longer.at < one.end),
  )
  const inOrder = kept.toSorted((one, other) => one.at - other.at).map(({ skill }) => skill)
  return inOrder.filter(({ term }, at) => inOrder.findIndex((one) => one.term === term) === at)
}

/** The roles, standards and qualifications that a text calls by their titles, in its order. */
export function targetsNamedIn(text: string, known: Frameworks): TargetChoice[] {
  const choices = targetChoices(known)
  const named = skillsNamedIn(
    text,
    choices.map(({ id, title }) => ({ term: id, name: title })),
  )
  return named.flatMap(({ term }) => choices.find(({ id }) => id === term) ?? [])
}

/** The id of a target that is a vacancy: it is of nobody's framework. */
export const VACANCY = 'vacancy'

/** A vacancy as a target: what it asks for is what its applicant read out of it, and no package says how much of it. */
export function vacancyTarget({ title, terms }: Vacancy, nameOf: (term: string) => string): Target {
  const requirements = terms.map((term) => ({
    ...{ term, name: nameOf(term), isEssential: true, mustBeCurrent: false },
    ...{ policies: [], alsoShownBy: [] },
  }))
  return { id: VACANCY, kind: 'goal', title, requirements, rules: [] }
}

/** The most letters that are looked through: in Unicode's compatible forms a text can be eighteen times as long. */
const MAX_LETTERS = 100_000

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .slice(0, MAX_LETTERS)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim()
