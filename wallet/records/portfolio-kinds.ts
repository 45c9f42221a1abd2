import { z } from 'zod'
import type { PersonalKind } from './personal.ts'

export type PortfolioItem = z.infer<(typeof PORTFOLIO_ITEM)['schema']>

/** Something that a person made or did: an artefact, a project of their own, or one in a team with their own part in it. */
export const PORTFOLIO_ITEM = {
  kind: 'portfolioItem',
  schema: z.object({
    type: z.enum(['artefact', 'project', 'teamProject']),
    title: z.string().min(1).max(120),
    about: z.string().max(4_000),
    /** What it shows that they can do, in their own words. */
    skill: z.string().max(120),
    /** Their own part; of what they made alone it may be empty. */
    contribution: z.string().max(2_000),
    /** Of a project in a team: the others, one on a line, each with a colon and what they did. */
    team: z.string().max(8_000).default(''),
    link: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]),
  }),
} satisfies PersonalKind

export type EvidenceFile = z.infer<(typeof EVIDENCE_FILE)['schema']>

/** A file that belongs to an item. Its content is kept once, whatever number of items it belongs to. */
export const EVIDENCE_FILE = {
  kind: 'evidenceFile',
  schema: z.object({
    item: z.string().max(100),
    name: z.string().max(200),
    /** SHA-256 of its content, in hexadecimal. */
    digest: z.string().regex(/^[0-9a-f]{64}$/),
    /** In bytes. */
    size: z.int().nonnegative(),
  }),
} satisfies PersonalKind

/** A piece of a file's content, in Base64: small enough for a saved passport's file of records. */
export const EVIDENCE_BLOCK = {
  kind: 'evidenceBlock',
  schema: z.object({ bytes: z.base64().max(400_000) }),
} satisfies PersonalKind

/** An item as it was when somebody was asked about it. */
const seen = z.object({
  title: z.string(),
  about: z.string(),
  contribution: z.string(),
  team: z.string().default(''),
  files: z.array(z.object({ name: z.string(), digest: z.string() })).max(100),
})

export type SeenItem = z.infer<typeof seen>

export type ConfirmationRequest = z.infer<(typeof CONFIRMATION_REQUEST)['schema']>

/** A link by which somebody is asked to confirm an item. Its name is the secret part of the link. */
export const CONFIRMATION_REQUEST = {
  kind: 'confirmationRequest',
  schema: z.object({ item: z.string().max(100), seen, until: z.iso.datetime() }),
} satisfies PersonalKind

export type Confirmation = z.infer<(typeof CONFIRMATION)['schema']>

/** What somebody who is not the holder said of an item. Who they are is what they say. */
export const CONFIRMATION = {
  kind: 'confirmation',
  schema: z.object({
    item: z.string().max(100),
    seen,
    by: z.string().max(120),
    relation: z.string().max(120),
    email: z.string().max(254),
    words: z.string().max(2_000),
    /** In a team: their own part in it. */
    part: z.string().max(2_000),
    at: z.iso.datetime(),
    /** That it was given here: see `confirm.ts`. */
    proof: z.string().max(64),
  }),
} satisfies PersonalKind
