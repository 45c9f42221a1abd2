import type { RecognisedEntity } from '#trust'
import { finding, type ProofFinding } from './checks/check.ts'
import type { VerificationMethod } from './did/document.ts'
import type { World } from './world.ts'

/** The keys that a trust list knows somebody by, and which list that is. */
export interface PinnedKeys {
  methods: readonly VerificationMethod[]
  list: { name: string; asOf: Date }
  /** Whether the list says that they are no more: then their own address may be anyone's by now. */
  isClosed: boolean
}

/**
 * The keys by which the verifier's lists know somebody, each as its DID document would list it: with its end, as far as that
 * has come. With these what a provider signed can be verified when the provider, and its DID document, are gone. Only lists
 * that the operator trusts are asked: whoever may let others award what is theirs says nothing of who holds which key. One
 * that says it is closed goes before those that have not heard of it yet, whose address for it may be anyone's.
 */
export function pinnedKeys(did: string, { trustLists, now, at = now }: World): PinnedKeys | undefined {
  const pins = trustLists.flatMap(({ name, asOf, entities }): PinnedKeys[] => {
    const entity = entities.get(did)
    if (entity === undefined || entity.keys.length === 0) return []
    const isClosed = entity.closure !== null && entity.closure.on <= at
    return [{ methods: methodsOf(entity), list: { name, asOf }, isClosed }]
  })
  return pins.find(({ isClosed }) => isClosed) ?? pins[0]
}

function methodsOf({ did, keys }: RecognisedEntity): VerificationMethod[] {
  return keys.map(({ key, until, reason }) => ({
    id: `${did}#${key}`,
    controller: did,
    publicKeyMultibase: key,
    ...(until === null ? {} : { [reason === 'compromised' ? 'revoked' : 'expires']: until.toISOString() }),
  }))
}

/**
 * The finding by the first pinned key that the signature holds under. Where it holds under none, that is no fault of the
 * signature: the list may not have known every key.
 */
export async function foundWithPins(
  tried: readonly (() => Promise<ProofFinding>)[],
  { name, asOf }: PinnedKeys['list'],
  claimedBy: string,
): Promise<ProofFinding> {
  const detail = { list: name, asOf: asOf.toISOString() }
  for (const examine of tried) {
    const found = await examine()
    // Whatever else is wrong with it is wrong under every key.
    if (found.code === 'proof.invalid') continue
    return { ...found, notices: [...found.notices, { code: 'issuer.keyPinned', detail }] }
  }
  return finding('unknown', 'proof.keyNotPinned', detail, claimedBy)
}
