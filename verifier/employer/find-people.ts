import type { LearningSource } from '#credential'
import { type Frameworks, skillClassesOf, type Target } from '#skills'
import { ASSURANCE_STEPS, type Assurance } from '#trust'
import type { EmployerView, ShownSkill } from './employer-view.ts'
import type { ShownCredential } from './shown-credential.ts'
import type { ShownWork } from './shown-work.ts'

/** What an employer looks for; an empty text is anything. */
export interface PeopleSearch {
  /** Words that a skill or what shows it must hold. */
  skill: string
  /** What asks for it: a job, a standard, or the qualification of a course; null for anything. */
  target: Pick<Target, 'title' | 'requirements'> | null
  /** A class of skills, by its id. */
  class: string
  source: LearningSource | ''
  /** The least that something has to be sure; work that somebody confirmed is confirmed by them, and no more. */
  assurance: Assurance | ''
}

/** A skill that somebody shows, with what of it fits; one of the two is not empty. */
export interface FoundSkill {
  skill: ShownSkill
  credentials: readonly ShownCredential[]
  work: readonly ShownWork[]
}

/**
 * What one person shows of what is looked for. Credential and work are asked alike, so whoever has nothing but work that somebody
 * confirmed is found by it. Source and assurance have to fit one and the same thing; of
 * work nobody says where it was learnt.
 */
export function skillsFound({ skills }: EmployerView, wish: PeopleSearch, known: Frameworks): FoundSkill[] {
  const words = plain(wish.skill).split(/\s+/).filter(Boolean)
  const classesOf = skillClassesOf(known)
  const asked =
    wish.target && new Set(wish.target.requirements.flatMap(({ term, alsoShownBy }) => [term, ...alsoShownBy]))
  return skills.flatMap((skill): FoundSkill[] => {
    if (asked !== null && !asked.has(skill.term)) return []
    const shownBy = [...(skill.by === null ? [] : [skill.by]), ...skill.others]
    const done = [...(skill.work === null ? [] : [skill.work]), ...skill.otherWork]
    const text = plain([skill.name, ...[...shownBy, ...done].map(({ title }) => title)].join(' '))
    if (!words.every((word) => text.includes(word))) return []
    if (wish.class !== '' && !classesOf(skill).includes(wish.class)) return []
    const isSure = ({ item }: { item: string }) => isSureEnough(skill.weighed.get(item), wish)
    const credentials = shownBy.filter((one) => (wish.source === '' || wish.source === one.source) && isSure(one))
    const work = done.filter((one) => wish.source === '' && isSure(one))
    return credentials.length + work.length === 0 ? [] : [{ skill, credentials, work }]
  })
}

/** What nobody can tell, or could not be checked, is not sure enough. */
function isSureEnough(found: ReturnType<ShownSkill['weighed']['get']>, { assurance: least }: PeopleSearch): boolean {
  if (least === '') return true
  if (found === undefined || found.state === 'unknown') return false
  const { assurance } = found
  return assurance !== null && ASSURANCE_STEPS.indexOf(assurance) >= ASSURANCE_STEPS.indexOf(least)
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase()
