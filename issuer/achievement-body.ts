import { z } from 'zod'

export const ASSESSMENT_METHODS = [
  'WrittenExam',
  'OnScreenTest',
  'Assignment',
  'Portfolio',
  'PracticalObservation',
  'WorkplaceObservation',
  'ProfessionalDiscussion',
  'WitnessTestimony',
  'Project',
  'ArtefactReview',
  'Simulation',
  'PriorLearningAssessment',
  'AttendanceOnly',
  'SelfAssessment',
  'NotAssessed',
] as const

export const LEARNING_SETTINGS = [
  'FormalCreditBearing',
  'FormalNonCredit',
  'NonFormal',
  'ManufacturerTraining',
  'EmployerTraining',
  'CPD',
  'Informal',
] as const

export const ASSURANCES = [
  'AttendanceRecorded',
  'ProviderAssessed',
  'ExternallyQualityAssured',
  'RegulatedAward',
] as const

export const CREDIT_SCHEMES = ['RQF', 'CATS', 'SCQF', 'CQFW', 'ECTS', 'ITQPoints', 'CPDHours'] as const

/** What kind of thing is awarded: Open Badges' own words, and ours where it has none. */
export const ACHIEVEMENT_TYPES = {
  'ext:Module': 'Module',
  'ext:Unit': 'Unit',
  'ext:Qualification': 'Qualification',
  Certification: 'Certificate',
  Course: 'Course',
  'ext:CPD': 'Short CPD course',
  Badge: 'Badge',
} as const

/** The standard fields that an achievement may leave out, if it says why. */
export const EXPLAINABLE = ['Skill', 'Level', 'AssessmentMethod', 'AwardingBody'] as const

/** More are not looked at in a credential. */
export const MAX_ENDORSEMENTS = 10

const line = z.string().trim().min(1).max(300)
/** A DID or a web address, which is how credentials name an organisation. */
export const party = z
  .string()
  .trim()
  .max(500)
  .regex(/^(?:did:[a-z0-9]+:[A-Za-z0-9._:%-]+|https?:\/\/[^\s<>"{}|\\^`]+)$/, 'must be a DID or a web address')
const parties = z.array(party).max(20).default([])
const explanation = z.object({ reason: z.enum(['NotApplicable', 'NotRecorded']), text: z.string().max(500).optional() })
const decimal = z.string().regex(/^(0|[1-9]\d*)(\.\d*[1-9])?$/, 'must be a number such as 30 or 7.5')

/** What an achievement is: what stays the same for everyone to whom it is awarded. */
export const achievementBody = z.object({
  name: line,
  description: z.string().trim().min(1).max(4_000),
  /** What had to be shown. */
  criteria: z.string().trim().min(1).max(4_000),
  type: z.enum(Object.keys(ACHIEVEMENT_TYPES) as [keyof typeof ACHIEVEMENT_TYPES]),
  code: z.string().trim().max(100).optional(),
  skills: z
    .array(
      z.object({ name: line, url: party.optional(), code: z.string().max(100).optional(), framework: line.optional() }),
    )
    .max(50)
    .default([]),
  /** The larger awards that it is a part of, each by its address and name. */
  partOf: z
    .array(z.object({ name: line, url: z.url({ protocol: /^https?$/ }).max(500) }))
    .max(10)
    .default([]),
  level: z
    .object({ framework: line, code: z.string().max(20), name: line, url: z.url().max(500) })
    .nullable()
    .default(null),
  assessmentMethods: z.array(z.enum(ASSESSMENT_METHODS)).max(15).default([]),
  /** Without any, the issuer itself is the awarding body. */
  awardedBy: parties,
  deliveredBy: parties,
  validatedBy: parties,
  regulatedBy: parties,
  learningSetting: z.enum(LEARNING_SETTINGS).optional(),
  assurance: z.enum(ASSURANCES).optional(),
  credits: z
    .array(z.object({ value: decimal, scheme: z.enum(CREDIT_SCHEMES) }))
    .max(7)
    .default([]),
  currency: z.discriminatedUnion('kind', [
    /** After so many months it is lapsed, and still true as history. */
    z.object({ kind: z.literal('current'), months: z.number().int().min(1).max(600) }),
    /** After so many months it is not valid any more: for licences whose lapse must stop use. */
    z.object({ kind: z.literal('expires'), months: z.number().int().min(1).max(600) }),
    z.object({ kind: z.literal('doesNotExpire') }),
    z.object({ kind: z.literal('notRecorded') }),
  ]),
  explanations: z.partialRecord(z.enum(EXPLAINABLE), explanation).default({}),
  grade: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('percent'), pass: z.number().int().min(0).max(100) }),
      z.object({ kind: z.literal('values'), values: z.array(line).min(1).max(50) }),
    ])
    .nullable()
    .default(null),
  /** What others say of it, or of who awards it: signed endorsements, as JSON or as a compact JWT. Every award carries them. */
  endorsements: z
    .array(z.object({ about: z.enum(['achievement', 'issuer']), text: z.string().max(200_000) }))
    .max(MAX_ENDORSEMENTS)
    .default([]),
  /** The version that this one differs from only in its endorsements: it is the same achievement, and has its id. */
  meansVersion: z.number().int().min(1).optional(),
})

export type AchievementBody = z.infer<typeof achievementBody>
