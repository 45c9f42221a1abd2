import { isEmail, parseEmail } from '#server'
import { enqueueJob } from '#storage'
import { assessSelf, techniqueOf } from './assess-self.ts'
import { NUDGE_DAYS, NUDGE_JOB } from './nudge-adviser.ts'
import { confirmedWork } from './pack.ts'
import type { WalletParts } from './parts.ts'
import type { PortfolioEntry } from './portfolio.ts'
import { type HeldCredential, listCredentials } from './records/credentials.ts'
import { saveHandover } from './records/handovers.ts'
import type { Person } from './records/person.ts'
import type { Share } from './records/shares.ts'
import { listTargets } from './set-target.ts'
import { share } from './share.ts'
import { listWatched } from './watch-target.ts'

const DAY_MS = 24 * 60 * 60 * 1_000

/** How many days a link of a transition pack may work: each is longer than an adviser waits. */
export const HANDOVER_DAYS = [30, 90, 180] as const

/** What the form of a transition pack says, as it was written. */
export interface HandoverWish {
  credential: readonly string[]
  work: readonly string[]
  /** The names of targets, as `HandoverChoices` has them. */
  target: readonly string[]
  plan: string
  name: string
  reach: string
  audience: string
  lasts: string
  /** The address of an adviser; empty where nobody is to be told. */
  adviser: string
  mayTell: boolean
}

/** The fields in which something can be wrong, as they stand on the form. */
const HANDOVER_FIELDS = ['audience', 'credential', 'plan', 'name', 'reach', 'lasts', 'adviser', 'mayTell'] as const

export type HandoverFault = (typeof HANDOVER_FIELDS)[number]

/** What somebody can choose from for a transition pack. */
export interface HandoverChoices {
  credentials: readonly HeldCredential[]
  work: readonly PortfolioEntry[]
  targets: readonly { name: string; title: string; by: string | null }[]
}

/** Looks through a passport for what can go along. */
export async function handoverChoices(parts: WalletParts, person: Person): Promise<HandoverChoices> {
  const self = await assessSelf(parts, person, parts.frameworks.techniques)
  const own = await listTargets(parts, person, self)
  const watched = await listWatched(parts, person)
  return {
    credentials: (await listCredentials(parts, person)).filter(({ checked }) => checked.face !== 'notGenuine'),
    work: await confirmedWork(parts, person),
    targets: [
      ...own.map(({ name, target: { technique, level, by } }) => ({
        name: `own ${name}`,
        title: `${techniqueOf(self.framework, technique).technique.title}: ${level}`,
        by,
      })),
      ...watched.map(({ target, title }) => ({ name: `watched ${target}`, title, by: null })),
    ],
  }
}

/** Hands chosen things over to a school or college by a link, or says in which fields of the form something is wrong. */
export async function handOver(
  parts: WalletParts,
  person: Person,
  wish: HandoverWish,
  choices: HandoverChoices,
): Promise<{ share: Share } | { faults: readonly HandoverFault[] }> {
  const faults = faultsOf(wish)
  if (faults.length > 0) return { faults }
  const nudgeAt = wish.adviser.trim() === '' ? null : new Date(parts.now().getTime() + NUDGE_DAYS * DAY_MS)
  const { audience, lasts, plan, name, reach, adviser } = wish
  const terms = { leaveOut: [], audience, lasts, until: '', uses: '' }
  const made = await share(
    parts,
    person,
    { credential: [...wish.credential], ...terms },
    {
      handover: {
        work: choices.work.map((one) => one.name).filter((one) => wish.work.includes(one)),
        targets: choices.targets.flatMap((one) =>
          wish.target.includes(one.name) ? [{ title: one.title, by: one.by }] : [],
        ),
        plan: plan.trim(),
        contact: { name: name.trim(), reach: reach.trim() },
        adviser: nudgeAt === null ? null : parseEmail(adviser),
      },
      also: async (together, { id }) => {
        await saveHandover(together, person, { share: id, nudgeAt })
        if (nudgeAt === null) return
        const job = { kind: NUDGE_JOB, owner: person.id, payload: { share: id }, runAt: nudgeAt }
        await enqueueJob(together, job, parts.now())
      },
    },
  )
  return 'faults' in made ? { faults: ['credential'] } : made
}

/** In which fields of the form something is wrong, in their order. */
function faultsOf(wish: HandoverWish): HandoverFault[] {
  const { credential, work, target, plan, name, reach, audience, lasts, adviser, mayTell } = wish
  const isBetween = (text: string, least: number, most: number) =>
    text.trim().length >= least && text.trim().length <= most
  const isEmpty = credential.length + work.length + target.length === 0 && plan.trim() === ''
  const wrong: Record<HandoverFault, boolean> = {
    audience: !isBetween(audience, 1, 120),
    credential: isEmpty,
    plan: !isBetween(plan, 0, 2_000),
    name: !isBetween(name, 1, 120),
    reach: !isBetween(reach, 1, 200),
    lasts: !HANDOVER_DAYS.some((days) => String(days) === lasts),
    adviser: adviser.trim() === '' ? mayTell : !isEmail(adviser),
    // An address alone is no consent.
    mayTell: adviser.trim() !== '' && !mayTell,
  }
  return HANDOVER_FIELDS.filter((field) => wrong[field])
}
