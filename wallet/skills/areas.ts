import type { CaseKind, Frameworks, Package } from '#skills'

/** The area of what no framework has. */
export const NAMED = 'Named by whoever says so'

/** The area of the techniques of using computers. */
export const COMPUTERS = 'Using computers'

/** What a framework is called: its title, else its id in words. */
export function frameworkName({ id, content }: Package<CaseKind>): string {
  if ('title' in content && typeof content.title === 'string') return content.title
  const words = id.replaceAll('/', ': ').replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Makes the area of a term: the occupational standard or the framework that it is of, by its name. */
export function areasOf({ techniques, standards, competences, rulesets }: Frameworks): (term: string) => string {
  const areas = new Map<string, string>([
    ...techniques.content.techniques.map(({ code }) => [`${techniques.id}#${code}`, COMPUTERS] as const),
    ...standards.flatMap(({ content }) =>
      content.standards.flatMap(({ title, skills }) => skills.map(({ id }) => [id, title] as const)),
    ),
    ...competences.flatMap((one) => one.content.competences.map(({ id }) => [id, frameworkName(one)] as const)),
    ...rulesets.flatMap((one) => one.content.units.map(({ id }) => [`${one.id}#${id}`, frameworkName(one)] as const)),
  ])
  return (term) => areas.get(term) ?? NAMED
}
