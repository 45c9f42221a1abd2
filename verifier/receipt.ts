import { setTimeout as sleep } from 'node:timers/promises'
import { zipSync } from 'fflate'
import {
  type Consulted,
  didWebUrl,
  loadTrustList,
  receiptOf,
  recording,
  signReceipt,
  type TrustListSource,
  type World,
} from '#credential'
import { digestMultibase, type JsonObject, PassportError, VERSION } from '#platform'
import type { WorldNow } from '#server'
import type { TrustList } from '#trust'
import { type CheckAnswer, reportsOf } from './answer.ts'
import { type CheckParts, check, type Question } from './check.ts'
import type { Identity } from './identity.ts'
import { readThing } from './read.ts'

export interface ReceiptParts extends CheckParts {
  identity: Identity
  trustLists: readonly TrustListSource[]
  /** The version of a list that is in use, where that is kept. */
  keptTrustList: (source: TrustListSource) => Promise<{ digest: string; body: Uint8Array; asOf: Date } | undefined>
}

/** What the documents beside a receipt may take together. Larger lists are named by their digest only. */
const MAX_BUNDLE = 8 * 1024 * 1024

/**
 * Checks one thing and answers with a receipt to be kept: a ZIP file of the signed receipt and of every public document that
 * was looked at. The thing itself is not in it: whoever keeps the receipt has it, and hands it in to check again.
 */
export async function checkForReceipt(
  bytes: Uint8Array,
  mediaType: string,
  question: Question & { summary?: 'include' | undefined },
  parts: ReceiptParts,
): Promise<{ zip: Uint8Array; answer: CheckAnswer }> {
  const thing = readThing(bytes, mediaType)
  if (thing.kind === 'link') {
    throw new PassportError(
      'request.malformed',
      'A receipt is of a credential, not of a link: hand in what is behind it.',
    )
  }
  const load: World['load'] = async (url, options) => (await parts.world()).load(url, options)
  const recorder = recording(load)
  const { world, taken } = recorded(parts.world, recorder.load)
  const answer = await check(thing, question, { ...parts, world })
  const used = taken() ?? (await world(question.at))
  const behindLists = await lookAtLists(parts.trustLists, { ...used, load })
  const lists = await listsInUse(used, parts)
  const consulted = [...behindLists, ...recorder.consulted(), ...lists, ownDocument(parts.identity, used.now)]
  const documents = [...new Map(consulted.map((one) => [one.url, one])).values()]
  const receipt = receiptOf({
    verifier: parts.identity.did,
    software: `skills-passport ${VERSION}`,
    input: { digest: digestMultibase(bytes), mediaType },
    verdict: answer.verdict,
    reports: reportsOf(answer),
    checkedAt: used.now,
    at: used.at ?? used.now,
    challenge: question.challenge,
    domain: question.domain,
    policy: used.trustPolicy ?? 'any',
    trustLists: used.trustLists,
    unavailableLists: used.unavailableLists,
    consulted: documents,
    withSummary: question.summary === 'include',
  })
  const signed = await signReceipt(receipt, parts.identity.signer, { now: used.now, contexts: used.contexts })
  return { zip: bundle(signed, documents), answer }
}

/** The world of one check, with a load that is watched; `taken` is that world, once it was asked for. */
function recorded(world: WorldNow, load: World['load']): { world: WorldNow; taken: () => World | undefined } {
  let taken: World | undefined
  return {
    async world(at) {
      taken = { ...(await world(at)), load }
      return taken
    },
    taken: () => taken,
  }
}

/** What a list was read from; for a list as it was read, it is looked up once, however many receipts rest on it. */
const readFrom = new WeakMap<TrustList, { done: Promise<void>; consulted: () => Consulted[] }>()

/** How long a receipt waits for that. What is not had by then is not beside it. */
const PATIENCE_MS = 5_000

/** Lists were read before the check began. They are looked at once more, so that they and their signers' keys are kept too. */
async function lookAtLists(sources: readonly TrustListSource[], world: World): Promise<Consulted[]> {
  const looks = world.trustLists.flatMap((list) => {
    const source = sources.find(({ url }) => url === list.url)
    return source === undefined ? [] : [lookAt(list, source, world)]
  })
  await Promise.race([Promise.all(looks.map(({ done }) => done)), sleep(PATIENCE_MS, undefined, { ref: false })])
  return looks.flatMap(({ consulted }) => consulted())
}

function lookAt(list: TrustList, source: TrustListSource, world: World) {
  const { load, consulted } = recording(world.load)
  const found = readFrom.get(list)
  if (found !== undefined) return found
  const ignore = () => undefined
  const done = loadTrustList(source, { ...world, load, at: world.now }).then(ignore, ignore)
  const look = { done, consulted }
  readFrom.set(list, look)
  return look
}

/** The lists that were used, where something else may be at their address now: a version that was refused, or a later one. */
async function listsInUse({ trustLists }: World, { keptTrustList }: ReceiptParts): Promise<Consulted[]> {
  const found = await Promise.all(
    trustLists.map(async ({ url, operator: signer, digest }) => {
      const kept = await keptTrustList({ url, signer })
      return kept?.digest === digest
        ? [{ url, digest: digestMultibase(kept.body), asOf: kept.asOf, bytes: kept.body }]
        : []
    }),
  )
  return found.flat()
}

function ownDocument({ did, document }: Identity, asOf: Date): Consulted {
  const bytes = new TextEncoder().encode(JSON.stringify(document))
  return { url: didWebUrl(did, true), digest: digestMultibase(bytes), asOf, bytes }
}

function bundle(receipt: JsonObject, documents: readonly Consulted[]): Uint8Array {
  let size = 0
  // Without its own document nobody can say whose the receipt is, so that goes in first.
  const kept = documents.toReversed().filter(({ bytes }) => {
    const isKept = size + bytes.byteLength <= MAX_BUNDLE
    if (isKept) size += bytes.byteLength
    return isKept
  })
  const encode = (text: string) => new TextEncoder().encode(text)
  return zipSync({
    'receipt.json': encode(`${JSON.stringify(receipt, null, 2)}\n`),
    'README.txt': encode(README),
    ...Object.fromEntries(kept.map(({ digest, bytes }) => [`documents/${digest}`, bytes])),
  })
}

const README = `A receipt of a verification.

receipt.json   what was checked, by digest; the lists and keys that were looked at, with their times; what was found;
               signed by the verifier.
documents/     those public documents as they were then, each under its digest.

The credential itself is not in here. To check again, without any network:
  npx skills-passport receipt THIS.zip CREDENTIAL
`
