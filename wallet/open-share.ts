import { presentationOf } from '#credential'
import { type JsonObject, PassportError } from '#platform'
import { presentedWorkOf, workIn } from './pack.ts'
import type { WalletParts } from './parts.ts'
import type { PortfolioEntry } from './portfolio.ts'
import { findCredentials } from './records/credentials.ts'
import { findHandover, type Handover } from './records/handovers.ts'
import { findShareByToken, type OwnedShare, type Share, stateOf, takeUse, workAlong } from './records/shares.ts'
import { logView, type Viewer } from './records/views.ts'
import { type ShownCredential, shownCopy } from './shown-copies.ts'
import { listsToStaple } from './staple-lists.ts'

/** What a share shows to whoever opened it. */
export interface OpenedShare {
  share: Share
  shown: ShownCredential[]
  /** What of the portfolio goes along; nobody checks it. */
  work: PortfolioEntry[]
  /** Who said that they have it, where it hands somebody over. */
  received: Handover['received']
  presentation: JsonObject
}

/** What a link leads to, before anyone opens it: changes and spends nothing. Throws where it has ended or never was. */
export async function lookAtShare(parts: WalletParts, token: string): Promise<Share> {
  return (await openShareOf(parts, token)).share
}

/**
 * Opens a share: spends one use, notes when and by what kind of thing, and answers with the credentials, exactly as they
 * were received where they are shown whole. If they cannot be read, the use is not spent.
 */
export async function openShare(parts: WalletParts, token: string, by: Viewer): Promise<OpenedShare> {
  try {
    const opened = await open(parts, token, by)
    parts.metrics.outcome('share', 'opened')
    return opened
  } catch (error) {
    if (error instanceof PassportError && error.code.startsWith('share.')) parts.metrics.outcome('share', 'ended')
    throw error
  }
}

async function open(parts: WalletParts, token: string, by: Viewer): Promise<OpenedShare> {
  // Copies take a moment to make, in which nobody else should have to wait for the database.
  const { share, owner } = await openShareOf(parts, token)
  const held = await findCredentials(parts.storage.db, parts.keys, owner, share.credentialIds)
  const copies = await Promise.all(held.map((one) => shownCopy(one, share, parts)))
  const work = await workIn(parts, owner, workAlong(share))
  const lists = await listsToStaple(
    held.map(({ received }) => received.credential),
    parts,
  )
  return await parts.storage.transaction(async (together) => {
    const taken = await takeUse(parts, together, token)
    if (taken === undefined) throw ended()
    const left = await findCredentials(together, parts.keys, owner, share.credentialIds)
    const shown = copies.filter(({ id }) => left.some((one) => one.id === id))
    if (shown.length + work.length === 0 && share.handover === null) throw ended()
    await logView(parts, together, { owner, share, by })
    const documents = shown.map(({ document }) => document)
    const evidence = shown.map(({ issueLogEvidence }) => issueLogEvidence)
    return {
      share: taken.share,
      shown,
      work,
      received: share.handover && ((await findHandover(together, parts.keys, owner, share.id))?.received ?? null),
      presentation: presentationOf(documents, evidence, lists, work.map(presentedWorkOf)),
    }
  })
}

/** A share that can be opened, and whose it is. Throws `share.notFound` and `share.ended`. */
export async function openShareOf(parts: WalletParts, token: string): Promise<OwnedShare> {
  const found = await findShareByToken(parts, token)
  if (found === undefined) throw notThere()
  if (stateOf(found.share, parts.now()) !== 'open') throw ended()
  return found
}

/** The same whatever the reason, so that it tells nothing of the person. */
const ended = () =>
  new PassportError('share.ended', 'This share has ended. Ask the person who sent you the link for a new one.')

const notThere = () =>
  new PassportError('share.notFound', 'There is no such share. Check that you have the whole link, to its last letter.')
