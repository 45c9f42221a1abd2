import { z } from 'zod'
import {
  COVERAGE_DEGREES,
  type CoverageDegree,
  ENDORSEMENT_KINDS,
  ENDORSEMENT_OUTCOMES,
  type EndorsementKind,
  isOfScheme,
} from '#credential'
import type { JsonObject } from '#platform'

const text = z.string().max(20_000).default('')

/** The form that describes an endorsement, as a browser sends it. */
export const endorsementForm = z.object({
  name: text,
  subject: text,
  kind: z.enum(['', ...ENDORSEMENT_KINDS]).default(''),
  scheme: text,
  outcome: z.enum(['', ...ENDORSEMENT_OUTCOMES]).default(''),
  approvedAgainst: text,
  coverage: text,
  cycle: text,
  firstTeachingOn: text,
  reviewDueOn: text,
  validFrom: text,
  validUntil: text,
  conditions: text,
  mayIssue: text,
  comment: text,
})

export type EndorsementForm = z.infer<typeof endorsementForm>

export interface EndorsementFault {
  field: keyof EndorsementForm
  message: string
}

/** What is endorsed, and how, as a credential says it (`SkillsPassportEndorsement` of skills-passport v1). */
export interface Endorsement {
  name: string
  validFrom: string
  validUntil: string | null
  subject: JsonObject
}

const ADDRESS = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i
const MOST_LINES = 500

/** What a filled-in form says, or what is wrong with it. */
export function readEndorsementForm(
  form: EndorsementForm,
): { endorsement: Endorsement } | { faults: EndorsementFault[] } {
  const faults: EndorsementFault[] = []
  const fault = (field: keyof EndorsementForm, message: string) => void faults.push({ field, message })
  const { kind } = form
  if (form.name.trim() === '') fault('name', 'Enter what it is called, such as “HTQ approval”.')
  if (form.name.trim().length > 300) fault('name', 'Enter a shorter name: at most 300 characters.')
  if (kind === '') fault('kind', 'Choose what kind of endorsement it is.')
  if (!isAddress(form.subject)) fault('subject', 'Enter the address or DID of what it is about.')
  if (kind !== '' && isOfScheme({ kind })) {
    if (!isAddress(form.scheme)) fault('scheme', 'Enter the address of the scheme that you own.')
    if (form.outcome === '') fault('outcome', 'Choose how you decided.')
  } else if (form.scheme.trim() !== '' && !isAddress(form.scheme)) {
    fault('scheme', 'Enter the address of the scheme, or leave it empty.')
  }
  if (isConfirmation(kind) && form.comment.trim() === '') fault('comment', 'Enter what you confirm, in your own words.')
  if (form.comment.length > 4_000) fault('comment', 'Enter at most 4,000 characters.')
  if (form.conditions.length > 4_000) fault('conditions', 'Enter at most 4,000 characters.')
  if (form.cycle.trim().length > 300) fault('cycle', 'Enter at most 300 characters.')
  if (form.outcome === 'ApprovedWithConditions' && form.conditions.trim() === '') {
    fault('conditions', 'Enter the conditions under which you approved it.')
  }
  for (const field of ['approvedAgainst', 'mayIssue'] as const) {
    const wrong = lines(form[field]).find((line) => !isAddress(line))
    if (wrong !== undefined) fault(field, `Enter one address on each line. This is none: ${wrong.slice(0, 100)}`)
  }
  const coverage = readCoverage(form.coverage)
  if (typeof coverage === 'string') fault('coverage', coverage)
  for (const field of ['firstTeachingOn', 'reviewDueOn', 'validUntil'] as const) {
    if (form[field] !== '' && !isDate(form[field])) fault(field, 'Enter a date, or leave it empty.')
  }
  if (!isDate(form.validFrom)) fault('validFrom', 'Enter the date from which it holds.')
  else if (form.validUntil !== '' && form.validUntil < form.validFrom) {
    fault('validUntil', 'Enter a date that is not before the one from which it holds.')
  }
  if (faults.length > 0 || kind === '' || typeof coverage === 'string') return { faults }
  return { endorsement: endorsementOf(form, kind, coverage) }
}

function endorsementOf(form: EndorsementForm, kind: EndorsementKind, coverage: Covered[]): Endorsement {
  const some = (name: string, value: string) => (value.trim() === '' ? {} : { [name]: value.trim() })
  const list = (name: string, values: (string | JsonObject)[]) => (values.length === 0 ? {} : { [name]: values })
  return {
    name: form.name.trim(),
    validFrom: `${form.validFrom}T00:00:00Z`,
    validUntil: form.validUntil === '' ? null : `${form.validUntil}T23:59:59Z`,
    subject: {
      id: form.subject.trim(),
      type: ['EndorsementSubject', 'SkillsPassportEndorsement'],
      ...some('endorsementComment', form.comment),
      endorsementKind: kind,
      ...some('scheme', form.scheme),
      ...some('outcome', form.outcome),
      ...list('approvedAgainst', lines(form.approvedAgainst)),
      ...list(
        'coverage',
        coverage.map(({ competency, degree }) => ({ type: ['CoverageStatement'], competency, coverageDegree: degree })),
      ),
      ...some('approvalCycle', form.cycle),
      ...some('firstTeachingOn', form.firstTeachingOn),
      ...some('reviewDueOn', form.reviewDueOn),
      ...some('conditions', form.conditions),
      ...list('mayIssue', lines(form.mayIssue)),
    },
  }
}

interface Covered {
  competency: string
  degree: CoverageDegree
}

/** Lines of an address and a degree; or what is wrong with the first that is wrong. */
function readCoverage(value: string): Covered[] | string {
  const covered: Covered[] = []
  for (const line of lines(value)) {
    const [competency = '', word = '', ...more] = line.split(/[\s,;]+/)
    const degree = COVERAGE_DEGREES.find((one) => one.toLowerCase() === word.toLowerCase())
    if (!isAddress(competency) || degree === undefined || more.length > 0) {
      return `Enter an address and one of ${COVERAGE_DEGREES.join(', ')} on each line. This is none: ${line.slice(0, 100)}`
    }
    covered.push({ competency, degree })
  }
  const twice = covered.find(
    ({ competency }, index) => covered.findIndex((one) => one.competency === competency) < index,
  )
  if (twice !== undefined) return `Say once how far this is covered: ${twice.competency.slice(0, 100)}`
  return covered.length > MOST_LINES ? `Enter at most ${MOST_LINES} lines.` : covered
}

const isConfirmation = (kind: EndorsementForm['kind']) => kind !== '' && !isOfScheme({ kind })
const isAddress = (value: string) => value.trim().length <= 2_000 && ADDRESS.test(value.trim())

function isDate(value: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(value) &&
    !Number.isNaN(Date.parse(value)) &&
    value.startsWith(new Date(value).toISOString().slice(0, 10))
  )
}

function lines(value: string): string[] {
  return value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
