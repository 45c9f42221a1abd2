import type { Frameworks } from './frameworks.ts'
import { qualificationTarget, roleTarget, standardTarget, type Target } from './target.ts'

/** Something to compare somebody with. */
export interface TargetChoice {
  id: string
  kind: Target['kind']
  title: string
}

/** All that is known to compare somebody with, but for their own goals. */
export function targetChoices({ competences, standards, rulesets }: Frameworks): TargetChoice[] {
  const roles = competences.flatMap(({ content }) => content.roles ?? [])
  const qualifications = rulesets.flatMap((ruleset) =>
    ruleset.content.qualifications.flatMap(({ id }) => qualificationTarget(ruleset, id) ?? []),
  )
  return [
    ...roles.map(({ id, title }): TargetChoice => ({ id, kind: 'role', title })),
    ...standards.flatMap(({ content }) =>
      content.standards.map(({ code, title }): TargetChoice => ({ id: code, kind: 'standard', title })),
    ),
    ...qualifications.map(({ id, title }): TargetChoice => ({ id, kind: 'qualification', title })),
  ]
}

/** A role that the frameworks have; null for what is none. */
export function findRole({ competences }: Frameworks, id: string): Target | null {
  return first(competences.map((framework) => roleTarget(framework, id)))
}

/** A role by its id, a standard by its code, or a qualification as `ruleset#id`; null for none of these. */
export function findTarget(known: Frameworks, id: string): Target | null {
  return (
    findRole(known, id) ??
    first(known.standards.map((standards) => standardTarget(standards, id))) ??
    first(
      known.rulesets.map((ruleset) =>
        id.startsWith(`${ruleset.id}#`) ? qualificationTarget(ruleset, id.slice(ruleset.id.length + 1)) : null,
      ),
    )
  )
}

function first<T>(found: readonly (T | null)[]): T | null {
  return found.find((one) => one !== null) ?? null
}
