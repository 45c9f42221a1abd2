import type { LearningSource } from '#credential'
import { ASSURANCE_STEPS, type Assurance } from '#trust'
import type { CanDo, CanDoRecord } from '../can-do.ts'
import type { Showing } from './showing.ts'

/** What somebody looks for among skills and what shows them; an empty text is anything. */
export interface SkillSearch {
  /** Words that a skill, its area, what shows it or whoever says so must hold. */
  words: string
  source: LearningSource | ''
  /** A class of skills, by its id. */
  class: string
  /** The least that something has to be sure. */
  assurance: Assurance | ''
}

/** A skill that was found, with what of it fits; or something that names no skill. */
export interface Found {
  /** Null of what names no skill. */
  skill: CanDo | null
  /** What fits, the best first; never empty. */
  shownBy: readonly Showing[]
  /** How many more show it and do not fit. */
  left: number
}

export interface SearchResult {
  found: readonly Found[]
  /** How many hold the words, whatever else was chosen. */
  holdWords: number
  /** How many hold the words and were left out because how sure they are could not be told. */
  notTold: number
  /** How many there are in all. */
  all: number
}

/** What a search has to know of a skill besides what is in it. */
export interface SkillPlaces {
  areaOf: (term: string) => string
  classesOf: (skill: CanDo) => readonly string[]
}

/**
 * Looks through skills, behaviours, techniques, awards and what was made or done, all at once and whatever way they came. Source and
 * assurance have to fit one and the same thing that shows a skill. Of what is not sure enough and of what nobody can tell, the second
 * is counted apart.
 */
export function searchSkills(
  { skills, unnamed }: Pick<CanDoRecord, 'skills' | 'unnamed'>,
  wish: SkillSearch,
  { areaOf, classesOf }: SkillPlaces,
): SearchResult {
  const words = plain(wish.words).split(/\s+/).filter(Boolean)
  const holds = (texts: readonly string[]) => {
    const text = plain(texts.join(' '))
    return words.every((word) => text.includes(word))
  }
  const things = [
    ...skills.map((skill) => ({ skill, shownBy: skill.shownBy })),
    ...unnamed.map((one) => ({ skill: null, shownBy: [one] })),
  ]
  const held = things.filter(({ skill, shownBy }) =>
    holds([...(skill === null ? [] : [skill.name, areaOf(skill.term)]), ...shownBy.flatMap(textsOf)]),
  )
  const ofClass = held.filter(
    ({ skill }) => wish.class === '' || (skill !== null && classesOf(skill).includes(wish.class)),
  )
  const ofSource = ofClass.flatMap(({ skill, shownBy }) => {
    const fit = shownBy.filter(({ source }) => wish.source === '' || source === wish.source)
    return fit.length === 0 ? [] : [{ skill, all: shownBy.length, fit }]
  })
  const sure = ofSource.map((one) => ({ ...one, shownBy: one.fit.filter((showing) => isSure(showing, wish) === true) }))
  return {
    found: sure
      .filter(({ shownBy }) => shownBy.length > 0)
      .map(({ skill, all, shownBy }) => ({ skill, shownBy, left: all - shownBy.length })),
    holdWords: held.length,
    notTold: sure.filter(({ fit, shownBy }) => shownBy.length === 0 && fit.some((one) => isSure(one, wish) === null))
      .length,
    all: things.length,
  }
}

/** Whether something is sure enough; null where that could not be checked or is not stated. */
function isSure({ state, assurance }: Showing, wish: SkillSearch): boolean | null {
  if (wish.assurance === '') return true
  if (state === 'unknown' || assurance === null) return null
  return ASSURANCE_STEPS.indexOf(assurance) >= ASSURANCE_STEPS.indexOf(wish.assurance)
}

function textsOf({ title, credential, work, described, own }: Showing): string[] {
  return [
    title,
    credential?.issuerName ?? '',
    ...(work?.confirmedBy ?? []).map(({ by }) => by),
    ...(described?.awardedBy ?? []),
    ...(own?.can ?? []),
  ]
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase()
