import { z } from 'zod'
import { TECHNIQUE_LEVELS } from '#skills'
import { DESCRIBED_AWARD } from './described-kind.ts'
import { LEARNING_JOURNEY } from './journey-kind.ts'
import { OLD_CERTIFICATE } from './old-certificate-kind.ts'
import type { PersonalKind } from './personal.ts'
import { CONFIRMATION, CONFIRMATION_REQUEST, EVIDENCE_BLOCK, EVIDENCE_FILE, PORTFOLIO_ITEM } from './portfolio-kinds.ts'
import { PRIOR_LEARNING_CLAIM } from './prior-learning-kind.ts'
import { WATCHED_TARGET } from './watch-kind.ts'

export type SelfAnswer = z.infer<(typeof SELF_ANSWER)['schema']>

const day = z.iso.date()

/** An answer to a statement of a framework of techniques, the last of a day. `notSure` takes an earlier answer back. */
export const SELF_ANSWER = {
  kind: 'selfAnswer',
  schema: z.object({
    framework: z.string().max(200),
    statement: z.string().max(100),
    said: z.enum(['yes', 'no', 'notSure']),
    on: day,
    /** Whether somebody sat beside them and helped. */
    withHelp: z.boolean().default(false),
  }),
} satisfies PersonalKind

export type OwnTarget = z.infer<(typeof OWN_TARGET)['schema']>

/** A level that a person wants to reach in a technique by a day, and when they said so. */
export const OWN_TARGET = {
  kind: 'ownTarget',
  schema: z.object({
    framework: z.string().max(200),
    technique: z.string().max(40),
    level: z.enum(TECHNIQUE_LEVELS),
    by: day,
    setOn: day,
  }),
} satisfies PersonalKind

export type CpdRecord = z.infer<(typeof CPD_ENTRY)['schema']>

/** Hours of professional development for a credential, known by its digest, that a person logged themself. */
export const CPD_ENTRY = {
  kind: 'cpdEntry',
  schema: z.object({
    credential: z.string().max(100),
    what: z.string().max(200),
    hours: z.number().positive().max(1_000),
    on: day,
  }),
} satisfies PersonalKind

/** All of them. What comes in with a saved passport is of one of these, or is left out. */
export const PERSONAL_KINDS: readonly PersonalKind[] = [
  SELF_ANSWER,
  OWN_TARGET,
  CPD_ENTRY,
  PORTFOLIO_ITEM,
  EVIDENCE_FILE,
  EVIDENCE_BLOCK,
  CONFIRMATION_REQUEST,
  CONFIRMATION,
  DESCRIBED_AWARD,
  PRIOR_LEARNING_CLAIM,
  OLD_CERTIFICATE,
  LEARNING_JOURNEY,
  WATCHED_TARGET,
]
