import type { Answer, RuleReference, Step, Values } from './answer.ts'
import { compareLevels, readLevel } from './levels.ts'
import type { Package, QualificationType } from './model.ts'
import { referenceTo } from './package.ts'

export type QualificationCode =
  | 'qualification.unknown'
  | 'qualification.isMark'
  | 'qualification.level'
  | 'qualification.size'
  | 'qualification.sameNameElsewhere'
  | 'qualification.levelSame'
  | 'qualification.levelComparable'
  | 'qualification.levelDiffers'
  | 'qualification.levelNoBasis'
  | 'qualification.sizeSame'
  | 'qualification.sizeDiffers'
  | 'qualification.sizeNotComparable'

/**
 * How two types of qualification stand to one another. `markNotLevel`: one of them is a mark that is put on qualifications,
 * so there is nothing to compare. Never "equal": a level and a size are of broad demand and typical.
 */
export type QualificationRelation = 'markNotLevel' | 'sameLevel' | 'broadlyComparable' | 'different' | 'noBasis'

type QualificationStep = Step<QualificationCode>

/** What a type of qualification is: its level and typical size, or that it is a mark. Null for one that is not known. */
export function explainQualification(
  types: Package<'qualificationTypes'>,
  id: string,
): Answer<QualificationType | null, QualificationCode> {
  const type = types.content.types.find((one) => one.id === id)
  const steps = type === undefined ? [tells('unknown', { id })] : stepsOf(type)
  return { value: type ?? null, steps, rules: [referenceTo(types)], counted: [], notCounted: [] }
}

/** Compares two types of qualification by level and by size, each by itself: HNC in England is not HNC in Scotland. */
export function compareQualifications(
  types: Package<'qualificationTypes'>,
  table: Package<'levels'>,
  ids: readonly [string, string],
): Answer<QualificationRelation, QualificationCode> {
  const [one, other] = ids.map((id) => types.content.types.find((type) => type.id === id))
  const rules = [referenceTo(types), referenceTo(table)]
  if (!one || !other) {
    const unknown = ids.filter((_, at) => (at === 0 ? one : other) === undefined)
    return answer(
      'noBasis',
      unknown.map((id) => tells('unknown', { id })),
      rules,
    )
  }
  const own = [...stepsOf(one), ...stepsOf(other)]
  if (one.isMark || other.isMark) return answer('markNotLevel', own, rules)
  const level = levelStep(table, one, other)
  return answer(relationOf(level.code), [...own, ...nameSteps(one, other), level, sizeStep(one, other)], rules)
}

function answer(
  value: QualificationRelation,
  steps: QualificationStep[],
  rules: RuleReference[],
): Answer<QualificationRelation, QualificationCode> {
  return { value, steps, rules, counted: [], notCounted: [] }
}

function stepsOf(type: QualificationType): QualificationStep[] {
  const { id, name, level, isMark, typicalCredit, creditScheme, confidence } = type
  if (isMark) {
    return [{ ...tells('isMark', { id, name, level, source: type.source ?? null }), confidence }]
  }
  const size = { id, name, size: typicalCredit ?? null, scheme: creditScheme ?? null }
  return [
    { ...tells('level', { id, name, level }), confidence },
    { ...tells('size', size), confidence },
  ]
}

function nameSteps(one: QualificationType, other: QualificationType): QualificationStep[] {
  if (one.brand === undefined || one.brand !== other.brand || one.id === other.id) return []
  return [tells('sameNameElsewhere', { brand: one.brand, one: one.nations ?? [], other: other.nations ?? [] })]
}

function levelStep(table: Package<'levels'>, one: QualificationType, other: QualificationType): QualificationStep {
  const [ours, theirs] = [one, other].map(({ level }) => readLevel(table, level))
  const found = ours && theirs ? compareLevels(table, ours, theirs) : null
  const { source = null, caveat = null } = found?.steps[0]?.values ?? {}
  const values = { one: one.level, other: other.level, source, caveat }
  switch (found?.value) {
    case 'same':
      return { ...tells('levelSame', values), isMet: true }
    case 'broadlyComparable':
      return tells('levelComparable', values)
    case 'lower':
    case 'higher':
      return { ...tells('levelDiffers', values), isMet: false }
    default:
      return tells('levelNoBasis', values)
  }
}

/** Credit of two schemes is not compared: a number alone says nothing of what it counts. */
function sizeStep(one: QualificationType, other: QualificationType): QualificationStep {
  const values = {
    one: one.typicalCredit ?? null,
    oneScheme: one.creditScheme ?? null,
    other: other.typicalCredit ?? null,
    otherScheme: other.creditScheme ?? null,
  }
  const isComparable = values.one !== null && values.other !== null && values.oneScheme === values.otherScheme
  if (!isComparable) return tells('sizeNotComparable', values)
  const isSame = values.one === values.other
  return { ...tells(isSame ? 'sizeSame' : 'sizeDiffers', values), isMet: isSame }
}

function relationOf(code: QualificationCode): QualificationRelation {
  switch (code) {
    case 'qualification.levelSame':
      return 'sameLevel'
    case 'qualification.levelComparable':
      return 'broadlyComparable'
    case 'qualification.levelDiffers':
      return 'different'
    default:
      return 'noBasis'
  }
}

type Short<Code> = Code extends `qualification.${infer Name}` ? Name : never

function tells(name: Short<QualificationCode>, values: Values): QualificationStep {
  return { code: `qualification.${name}`, values, isMet: null }
}
