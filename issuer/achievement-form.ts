import { z } from 'zod'
import { PassportError } from '#platform'
import {
  ACHIEVEMENT_TYPES,
  type AchievementBody,
  ASSESSMENT_METHODS,
  ASSURANCES,
  achievementBody,
  CREDIT_SCHEMES,
  LEARNING_SETTINGS,
} from './achievement-body.ts'
import levels from './levels.json' with { type: 'json' }

/** Levels of qualifications, by framework; one is chosen by its framework and code. */
export const LEVELS = levels

export const levelKey = ({ framework, code }: { framework: string; code: string }) => `${framework} ${code}`

const text = z.string().max(5_000).default('')

/** The form that describes an achievement, as a browser sends it. What is missing is found by `readAchievementForm`. */
export const achievementForm = z.object({
  name: text,
  description: text,
  criteria: text,
  type: z.enum(Object.keys(ACHIEVEMENT_TYPES) as [keyof typeof ACHIEVEMENT_TYPES]).default('ext:Module'),
  code: text,
  skills: text,
  skillsReason: z.enum(['', 'NotApplicable', 'NotRecorded']).default(''),
  skillsWhy: text,
  partOf: text,
  level: text,
  levelReason: text,
  assessmentMethods: z.array(z.enum(ASSESSMENT_METHODS)).default([]),
  assessmentReason: z.enum(['', 'NotApplicable', 'NotRecorded']).default(''),
  assessmentWhy: text,
  awardedBy: text,
  validatedBy: text,
  deliveredBy: text,
  currency: z.enum(['', 'current', 'expires', 'doesNotExpire', 'notRecorded']).default(''),
  months: text,
  assurance: z.enum(['', ...ASSURANCES]).default(''),
  learningSetting: z.enum(['', ...LEARNING_SETTINGS]).default(''),
  creditValue: text,
  creditScheme: z.enum(['', ...CREDIT_SCHEMES]).default(''),
  gradeKind: z.enum(['none', 'percent', 'values']).default('none'),
  gradePass: text,
  gradeValues: text,
})

export type AchievementForm = z.infer<typeof achievementForm>

export interface FieldFault {
  field: keyof AchievementForm
  message: string
}

/** A larger award that something can be a part of. */
export type Whole = AchievementBody['partOf'][number]

/** What a filled-in form says, or what is missing in it: each of the six standard fields is stated or explained. */
export function readAchievementForm(
  form: AchievementForm,
  wholes: readonly Whole[] = [],
): { body: AchievementBody } | { faults: FieldFault[] } {
  const faults: FieldFault[] = []
  const fault = (field: keyof AchievementForm, message: string) => void faults.push({ field, message })
  for (const [field, what] of [
    ['name', 'a name'],
    ['description', 'a description'],
    ['criteria', 'what has to be shown'],
  ] as const) {
    if (form[field].trim() === '') fault(field, `Enter ${what}.`)
  }
  const level = LEVELS.find((one) => levelKey(one) === form.level) ?? null
  const skills = lines(form.skills)
  const months = Number(form.months)
  if (skills.length === 0 && form.skillsReason === '') fault('skills', 'Enter a skill, or say why there is none.')
  if (level === null && !['NotApplicable', 'NotRecorded'].includes(form.level)) {
    fault('level', 'Choose a level, or say that there is none.')
  }
  if (form.partOf !== '' && !wholes.some(({ url }) => url === form.partOf)) {
    fault('partOf', 'Choose one of your achievements.')
  }
  if (form.assessmentMethods.length === 0 && form.assessmentReason === '') {
    fault('assessmentMethods', 'Choose how it is assessed, or say why that is not stated.')
  }
  if (form.currency === '') fault('currency', 'Choose how long it counts.')
  const hasMonths = form.currency === 'current' || form.currency === 'expires'
  if (hasMonths && !(Number.isInteger(months) && months >= 1 && months <= 600)) {
    fault('months', 'Enter for how many months, from 1 to 600.')
  }
  if ((form.creditValue.trim() === '') !== (form.creditScheme === '')) {
    fault('creditValue', 'Enter both how many credits and in which scheme, or neither.')
  }
  if (form.gradeKind === 'percent' && !/^\d{1,3}$/.test(form.gradePass.trim())) {
    fault('gradePass', 'Enter the pass mark, from 0 to 100.')
  }
  if (form.gradeKind === 'values' && lines(form.gradeValues).length === 0) fault('gradeValues', 'Enter the grades.')
  if (faults.length > 0) return { faults }
  const read = achievementBody.safeParse({
    name: form.name,
    description: form.description,
    criteria: form.criteria,
    type: form.type,
    ...(form.code.trim() === '' ? {} : { code: form.code }),
    skills: skills.map(readSkill),
    partOf: wholes.filter(({ url }) => url === form.partOf),
    level,
    assessmentMethods: form.assessmentMethods,
    awardedBy: lines(form.awardedBy),
    validatedBy: lines(form.validatedBy),
    deliveredBy: lines(form.deliveredBy),
    ...(form.assurance === '' ? {} : { assurance: form.assurance }),
    ...(form.learningSetting === '' ? {} : { learningSetting: form.learningSetting }),
    credits: form.creditScheme === '' ? [] : [{ value: form.creditValue.trim(), scheme: form.creditScheme }],
    currency: hasMonths ? { kind: form.currency, months } : { kind: form.currency },
    explanations: explanationsOf(form, { skills, level }),
    grade: gradeOf(form),
  })
  if (read.success) return { body: read.data }
  return { faults: read.error.issues.map(({ path, message }) => ({ field: fieldOf(String(path[0])), message })) }
}

/** The form as it would have been filled in for this achievement. */
export function formOf(body: AchievementBody): AchievementForm {
  const { explanations, currency, grade, level } = body
  const [credit] = body.credits
  return achievementForm.parse({
    name: body.name,
    description: body.description,
    criteria: body.criteria,
    type: body.type,
    code: body.code,
    skills: body.skills.map(({ name, url }) => (url === undefined ? name : `${name} | ${url}`)).join('\n'),
    skillsReason: explanations.Skill?.reason,
    skillsWhy: explanations.Skill?.text,
    partOf: body.partOf[0]?.url,
    level: level === null ? explanations.Level?.reason : levelKey(level),
    levelReason: explanations.Level?.text,
    assessmentMethods: body.assessmentMethods,
    assessmentReason: explanations.AssessmentMethod?.reason,
    assessmentWhy: explanations.AssessmentMethod?.text,
    awardedBy: body.awardedBy.join('\n'),
    validatedBy: body.validatedBy.join('\n'),
    deliveredBy: body.deliveredBy.join('\n'),
    currency: currency.kind,
    months: 'months' in currency ? String(currency.months) : '',
    assurance: body.assurance,
    learningSetting: body.learningSetting,
    creditValue: credit?.value,
    creditScheme: credit?.scheme,
    gradeKind: grade?.kind ?? 'none',
    gradePass: grade?.kind === 'percent' ? String(grade.pass) : '',
    gradeValues: grade?.kind === 'values' ? grade.values.join('\n') : '',
  })
}

/**
 * What the form changes of an achievement, with what the form does not show kept: frameworks of skills whose name stayed,
 * further credits, regulators.
 */
export function keepUnshown(body: AchievementBody, before: AchievementBody): AchievementBody {
  return {
    ...body,
    skills: body.skills.map((skill) => ({ ...before.skills.find(({ name }) => name === skill.name), ...skill })),
    partOf: [...body.partOf, ...before.partOf.slice(1)],
    credits: [...body.credits, ...before.credits.slice(1)],
    regulatedBy: before.regulatedBy,
    // What was said of the achievement was said of it as it was; what was said of its issuer holds on.
    endorsements: before.endorsements.filter(({ about }) => about === 'issuer'),
  }
}

function explanationsOf(form: AchievementForm, { skills, level }: { skills: string[]; level: unknown }) {
  const why = (reason: string, text: string) => ({ reason, ...(text.trim() === '' ? {} : { text: text.trim() }) })
  return {
    ...(skills.length === 0 ? { Skill: why(form.skillsReason, form.skillsWhy) } : {}),
    ...(level === null ? { Level: why(form.level, form.levelReason) } : {}),
    ...(form.assessmentMethods.length === 0
      ? { AssessmentMethod: why(form.assessmentReason, form.assessmentWhy) }
      : {}),
  }
}

function gradeOf({ gradeKind, gradePass, gradeValues }: AchievementForm) {
  if (gradeKind === 'percent') return { kind: 'percent', pass: Number(gradePass.trim()) }
  return gradeKind === 'values' ? { kind: 'values', values: lines(gradeValues) } : null
}

/** A line is a skill's name, and after a bar its address in a framework. */
function readSkill(line: string): { name: string; url?: string } {
  const [, name = line, url] = /^(.*\S)\s*\|\s*(\S+)$/.exec(line) ?? []
  return url === undefined ? { name } : { name, url }
}

const FIELD_OF: Readonly<Record<string, keyof AchievementForm>> = { credits: 'creditValue', grade: 'gradePass' }

function fieldOf(name: string): keyof AchievementForm {
  const known = Object.keys(achievementForm.shape).find((one) => one === name)
  if (known !== undefined) return known as keyof AchievementForm
  const other = FIELD_OF[name]
  if (other === undefined) throw new PassportError('request.invalid', `The achievement's ${name} is not valid.`)
  return other
}

function lines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
