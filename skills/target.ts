import type { Assurance } from '#schemas'
import type { RuleReference } from './answer.ts'
import type { CurrencyPolicy, Package, RoleRequirement, TechniqueLevel } from './model.ts'
import { referenceTo } from './package.ts'

/** A level on some scale: of a qualifications framework, or of a framework of techniques. */
export interface ScaleLevel {
  framework: string
  code: string
}

export interface Requirement {
  /** A competence, a skill of a standard, a technique, or a unit as `ruleset#unit`. */
  term: string
  name: string
  isEssential: boolean
  mustBeCurrent: boolean
  /** Absent where anybody's word will do, the person's own included. */
  minAssurance?: Assurance | undefined
  level?: ScaleLevel | undefined
  /** How long it lasts by the framework that it is of. */
  policies: readonly CurrencyPolicy[]
  /** Terms that are special cases of it, and so show it too. */
  alsoShownBy: readonly string[]
}

/** What somebody wants to reach: a role, a standard, a qualification, or something of their own. */
export interface Target {
  id: string
  kind: 'role' | 'standard' | 'qualification' | 'goal'
  title: string
  requirements: readonly Requirement[]
  rules: readonly RuleReference[]
}

/** What a role asks for. Null for a role that the framework does not have. */
export function roleTarget(framework: Package<'competences'>, role: string): Target | null {
  const { competences, roles = [] } = framework.content
  const found = roles.find(({ id }) => id === role)
  if (found === undefined) return null
  const requirements = found.requires.map((one) => {
    const policy = competences.find(({ id }) => id === one.c)
    return {
      term: one.c,
      name: policy?.name ?? one.c,
      isEssential: one.essential !== false,
      mustBeCurrent: one.mustBeCurrent === true,
      minAssurance: one.minAssurance,
      policies: policy === undefined ? [] : [policy],
      alsoShownBy: specialCasesOf(framework, one),
    }
  })
  return { id: role, kind: 'role', title: found.title, requirements, rules: [referenceTo(framework)] }
}

/** The skills, knowledge and behaviours of an occupational standard. Null for one that is not there. */
export function standardTarget(standards: Package<'standards'>, code: string): Target | null {
  const found = standards.content.standards.find((one) => one.code === code)
  if (found === undefined) return null
  const requirements = found.skills.map(({ id, name }) => plain(id, name))
  return { id: code, kind: 'standard', title: found.title, requirements, rules: [referenceTo(standards)] }
}

/**
 * The units that nobody gets round for a qualification; how the rest may be chosen, its rules of combination tell. Null for
 * a qualification that the ruleset does not have.
 */
export function qualificationTarget(ruleset: Package<'ruleset'>, qualification: string): Target | null {
  const { qualifications, units } = ruleset.content
  const found = qualifications.find(({ id }) => id === qualification)
  if (found === undefined) return null
  const requirements = found.mandatory.map((unit) =>
    plain(`${ruleset.id}#${unit}`, units.find(({ id }) => id === unit)?.title ?? unit),
  )
  const id = `${ruleset.id}#${qualification}`
  return { id, kind: 'qualification', title: found.title, requirements, rules: [referenceTo(ruleset)] }
}

/** Techniques and the levels that a person set out to reach in them. */
export function goalTarget(
  framework: Package<'techniques'>,
  goal: { id: string; title: string; levels: readonly { technique: string; level: TechniqueLevel }[] },
): Target {
  const requirements = goal.levels.map(({ technique, level }) => {
    const found = framework.content.techniques.find(({ code }) => code === technique)
    const requirement = plain(`${framework.id}#${technique}`, found?.title ?? technique)
    return { ...requirement, level: { framework: framework.id, code: level } }
  })
  return { id: goal.id, kind: 'goal', title: goal.title, requirements, rules: [referenceTo(framework)] }
}

function specialCasesOf(framework: Package<'competences'>, { c }: RoleRequirement): string[] {
  return framework.content.competences.flatMap(({ id, specialises }) => (specialises === c ? [id] : []))
}

function plain(term: string, name: string): Requirement {
  return { term, name, isEssential: true, mustBeCurrent: false, policies: [], alsoShownBy: [] }
}
