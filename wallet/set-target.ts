import { type Answer, type Package, type Progress, type ProgressCode, progressOf, TECHNIQUE_LEVELS } from '#skills'
import { levelsOverTime, type SelfAssessment } from './assess-self.ts'
import type { WalletParts } from './parts.ts'
import type { Person } from './records/person.ts'
import { listPersonal, savePersonal } from './records/personal.ts'
import { OWN_TARGET, type OwnTarget } from './records/personal-kinds.ts'

/** A target of one's own, and how one came on towards it. */
export interface OwnProgress {
  name: string
  target: OwnTarget
  progress: Answer<Progress, ProgressCode>
}

/** What the form of a new target says, as it was written. */
export interface TargetWish {
  technique: string
  level: string
  by: string
}

/** By field: what is wrong and how to put it right. */
export type TargetFaults = Partial<Record<keyof TargetWish, string>>

type Parts = Pick<WalletParts, 'storage' | 'keys' | 'now'>

const MAX_YEARS = 10

/** Sets a target, or says what is wrong with the wish. The same one set twice on a day is one. */
export async function setTarget(
  parts: Parts,
  person: Person,
  { framework, found, today }: SelfAssessment,
  wish: TargetWish,
): Promise<{ name: string } | { faults: TargetFaults }> {
  const technique = framework.content.techniques.find(({ code }) => code === wish.technique)
  const level = TECHNIQUE_LEVELS.find((one) => one === wish.level && one !== 'Inexperienced')
  const here = found.value.find((one) => one.technique === wish.technique)?.level ?? 'Inexperienced'
  const isThere = level !== undefined && TECHNIQUE_LEVELS.indexOf(level) <= TECHNIQUE_LEVELS.indexOf(here)
  const by = dayFault(wish.by, today)
  const faults: TargetFaults = {
    ...(technique === undefined ? { technique: 'Choose what you want to get better at.' } : {}),
    ...(level === undefined ? { level: 'Choose the level that you want to reach.' } : {}),
    ...(isThere ? { level: `You say that you are at ${here} already. Choose a higher level.` } : {}),
    ...(by === undefined ? {} : { by }),
  }
  if (Object.keys(faults).length > 0 || technique === undefined || level === undefined) return { faults }
  const target: OwnTarget = { framework: framework.id, technique: technique.code, level, by: wish.by, setOn: today }
  const name = [target.framework, target.technique, target.level, target.by, today].join(' ')
  return { name: await savePersonal(parts, person, OWN_TARGET, target, name) }
}

/** One's own targets, the latest first. One that was reached says so by itself. */
export async function listTargets(parts: Parts, person: Person, self: SelfAssessment): Promise<OwnProgress[]> {
  const records = await listPersonal(parts, person, OWN_TARGET)
  return records
    .filter(({ content }) => isOf(self.framework, content))
    .toReversed()
    .map(({ name, content: target }) => {
      const assessments = levelsOverTime(self, target.technique)
      return { name, target, progress: progressOf(self.framework, assessments, target, self.today) }
    })
}

/** A technique that a version of the framework does not have any more can be shown by nothing. */
function isOf(framework: Package<'techniques'>, { framework: id, technique }: OwnTarget): boolean {
  return id === framework.id && framework.content.techniques.some(({ code }) => code === technique)
}

function dayFault(by: string, today: string): string | undefined {
  if (!OWN_TARGET.schema.shape.by.safeParse(by).success)
    return 'Enter the day by which you want to be there, such as 2027-06-25.'
  if (by <= today) return 'Enter a day that is still to come.'
  const last = `${Number(today.slice(0, 4)) + MAX_YEARS}${today.slice(4)}`
  return by > last ? `Enter a day within the next ${MAX_YEARS} years.` : undefined
}
