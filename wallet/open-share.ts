import { presentationOf } from '#credential'
import { type JsonObject, PassportError } from '#platform'
import type { WalletParts } from './parts.ts'
import { findCredentials, type HeldCredential, presentable } from './records/credentials.ts'
import { findShareByToken, type Share, stateOf, takeUse } from './records/shares.ts'
import { logView, type Viewer } from './records/views.ts'

/** What a share shows to whoever opened it. */
export interface OpenedShare {
  share: Share
  held: HeldCredential[]
  presentation: JsonObject
}

/** What a link leads to, before anyone opens it: changes and spends nothing. Throws where it has ended or never was. */
export async function lookAtShare(parts: WalletParts, token: string): Promise<Share> {
  const share = await findShareByToken(parts, token)
  if (share === undefined) throw notThere()
  if (stateOf(share, parts.now()) !== 'open') throw ended()
  return share
}

/**
 * Opens a share: spends one use, notes when and by what kind of thing, and answers with the credentials exactly as they
 * were received. If they cannot be read, the use is not spent.
 */
export async function openShare(parts: WalletParts, token: string, by: Viewer): Promise<OpenedShare> {
  const opened = await parts.storage.transaction(async (together) => {
    const taken = await takeUse(parts, together, token)
    if (taken === undefined) return undefined
    const { share, owner } = taken
    const held = await findCredentials(together, parts.keys, owner, share.credentialIds)
    if (held.length === 0) throw ended()
    await logView(parts, together, { owner, share, by })
    return { share, held, presentation: presentationOf(held.map(presentable)) }
  })
  parts.metrics.outcome('share', opened === undefined ? 'ended' : 'opened')
  if (opened !== undefined) return opened
  throw (await findShareByToken(parts, token)) === undefined ? notThere() : ended()
}

/** The same whatever the reason, so that it tells nothing of the person. */
const ended = () =>
  new PassportError('share.ended', 'This share has ended. Ask the person who sent you the link for a new one.')

const notThere = () =>
  new PassportError('share.notFound', 'There is no such share. Check that you have the whole link, to its last letter.')
