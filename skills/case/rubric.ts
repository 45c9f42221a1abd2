import type { JsonObject } from '#platform'
import type { TechniqueLevel } from '../model.ts'
import type { Addresses } from './addresses.ts'

/** The levels of techniques as a rubric of CASE 1.1 (CFRubric): each by its place, the lowest first. */
export function levelRubric(levels: readonly TechniqueLevel[], at: Addresses, changedAt: string): JsonObject {
  const rubric = at.link('CFRubrics', 'levels', 'Levels of a technique')
  const criterion = at.link('CFRubricCriteria', 'levels/criterion', 'Level')
  const stamp = { lastChangeDateTime: changedAt }
  return {
    ...identityOf(rubric),
    title: rubric.title,
    ...stamp,
    CFRubricCriteria: [
      {
        ...identityOf(criterion),
        category: criterion.title,
        position: 1,
        rubricId: rubric.identifier,
        ...stamp,
        CFRubricCriterionLevels: levels.map((quality, index) => ({
          ...identityOf(at.link('CFRubricCriterionLevels', `levels/${quality}`, quality)),
          quality,
          position: index + 1,
          rubricCriterionId: criterion.identifier,
          ...stamp,
        })),
      },
    ],
  }
}

function identityOf({ identifier, uri }: { identifier: string; uri: string }) {
  return { identifier, uri }
}
