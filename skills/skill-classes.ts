import type { Frameworks } from './frameworks.ts'
import type { SkillClass, Standard } from './model.ts'

/** All classes of skills that packages name; where several name one, the first says what it is called. */
export function skillClasses({ catalogue }: Pick<Frameworks, 'catalogue'>): SkillClass[] {
  const all = catalogue.ofKind('skillClasses').flatMap(({ content }) => content.classes)
  return [...Map.groupBy(all, ({ id }) => id).values()].flatMap(([first, ...more]) =>
    first === undefined ? [] : [{ ...first, members: [first, ...more].flatMap(({ members }) => members) }],
  )
}

interface Place {
  framework: string
  kind?: Standard['skills'][number]['kind']
}

/** Says by a skill's term, or else by its name, of which classes it is; of none where no package says. */
export function skillClassesOf(known: Frameworks): (skill: { term: string; name: string }) => string[] {
  const classes = skillClasses(known)
  const places = placesOf(known)
  const same = (name: string) => name.normalize('NFC').toLowerCase()
  return ({ term, name }) => {
    const place = places.get(term)
    return classes
      .filter(({ members }) =>
        members.some(({ names, framework, termKind }) =>
          names === undefined
            ? place?.framework === framework && (termKind === undefined || termKind === place?.kind)
            : names.some((one) => same(one) === same(name)),
        ),
      )
      .map(({ id }) => id)
  }
}

/** The framework of each term, and what kind of term of a standard it is. */
function placesOf({ techniques, standards, competences, rulesets }: Frameworks): Map<string, Place> {
  return new Map<string, Place>([
    ...techniques.content.techniques.map(
      ({ code }) => [`${techniques.id}#${code}`, { framework: techniques.id }] as const,
    ),
    ...standards.flatMap(({ id, content }) =>
      content.standards.flatMap(({ skills }) =>
        skills.map((skill) => [skill.id, { framework: id, kind: skill.kind }] as const),
      ),
    ),
    ...competences.flatMap(({ id, content }) => content.competences.map((one) => [one.id, { framework: id }] as const)),
    ...rulesets.flatMap(({ id, content }) =>
      content.units.map((unit) => [`${id}#${unit.id}`, { framework: id }] as const),
    ),
  ])
}
