import {
  areOfOnePerson,
  contentDigest,
  looksCompact,
  presentedCredentials,
  type Received,
  receiveCompact,
  receiveJson,
  type SkillFact,
  skillFactOf,
  standsOf,
  subjectIdsOf,
  verify,
} from '#credential'
import { decodeUtf8, isObject, type Json, type JsonObject, PassportError, parseJsonObject } from '#platform'
import { openSharedLink } from '#server'
import { frameworks } from '#skills'
import type { RecognitionOutcome } from '#trust'
import type { IssuerParts } from '../parts.ts'

/** One credential that a learner sent, as far as a decision needs it. */
export interface PackItem {
  credentialId: string
  /** Of what it says (`contentDigest`). */
  digest: string
  title: string
  /** The issuer's own word for itself. */
  issuerName: string
  /** What the lists that we use say of its issuer. */
  recognition: RecognitionOutcome
  /** Whom it is about; null where it does not say, or says several. */
  subject: string | null
  awardedOn: string | null
  level: string | null
  credits: { value: string; scheme: string; level: string | null }[]
  terms: string[]
  certificates: { scheme: string; unit?: string | undefined }[]
}

/** What was sent: what can be decided about, and what cannot, with the reason. */
export interface Pack {
  items: PackItem[]
  left: {
    title: string
    why: 'notGenuine' | 'noLongerValid' | 'notYetValid' | 'notChecked' | 'ownWord' | 'noId' | 'twice'
  }[]
  /** Whether some of the items do not say that they are about the same person as the others. */
  isOfSeveral: boolean
}

const MAX_CREDENTIALS = 50
/** An id that is longer does not fit into a decision. */
const MAX_ID = 2_048

/**
 * Opens a link by which a learner shares credentials, which spends one use, and checks each as any verifier does. Throws
 * `fetch.*`, `share.*`, and `media.unsupported` where something else is there.
 */
export async function openPack(link: string, parts: IssuerParts): Promise<Pack> {
  const { bytes } = await openSharedLink(link, parts.fetch)
  const received = receivedIn(bytes)
  const pack: Pack = { items: [], left: [], isOfSeveral: false }
  const about: JsonObject[] = []
  for (const one of received) {
    const report = await verify(one, await parts.world())
    const stands = standsOf(report)
    const fact = skillFactOf('', one, { stands, isBegun: report.standing !== 'notYetValid' }, frameworks())
    const { title, credentialId } = fact
    const why = whyLeft(fact, report.standing)
    if (why !== null || credentialId === null || credentialId.length > MAX_ID) {
      pack.left.push({ title, why: why ?? 'noId' })
    } else if (pack.items.some((item) => item.credentialId === credentialId)) {
      pack.left.push({ title, why: 'twice' })
    } else {
      const subjects = [...new Set(subjectIdsOf(one.credential))]
      const subject = subjects.length === 1 ? (subjects[0] ?? null) : null
      pack.items.push(
        itemOf(fact, { credentialId, digest: contentDigest(one), subject, recognition: stands.recognition }),
      )
      about.push(one.credential)
    }
  }
  return { ...pack, isOfSeveral: !areOfOnePerson(about) }
}

function receivedIn(bytes: Uint8Array): Received[] {
  const text = decodeUtf8(bytes).trim()
  if (!looksCompact(text) && !text.startsWith('{')) throw nothingShared()
  const all: Json[] = presentedCredentials(looksCompact(text) ? text : parseJsonObject(text)).slice(0, MAX_CREDENTIALS)
  const received = all.flatMap((one): Received[] => {
    if (typeof one === 'string') return [receiveCompact(one)]
    return isObject(one) ? [receiveJson(one)] : []
  })
  if (received.length === 0) throw nothingShared()
  return received
}

/** What nobody could check is neither genuine nor false: nothing is decided about it. */
function whyLeft({ isOwn, status }: SkillFact, standing: string): Pack['left'][number]['why'] | null {
  if (standing === 'notGenuine') return 'notGenuine'
  if (status === 'unknown') return 'notChecked'
  if (status !== 'active' || standing === 'noLongerValid') return 'noLongerValid'
  if (standing === 'notYetValid') return 'notYetValid'
  return isOwn ? 'ownWord' : null
}

function itemOf(
  fact: SkillFact,
  found: Pick<PackItem, 'credentialId' | 'digest' | 'subject' | 'recognition'>,
): PackItem {
  const { title, issuerName, awardedOn, level, credits, terms, certificates } = fact
  return {
    ...found,
    title,
    issuerName,
    awardedOn,
    level: level?.code ?? null,
    credits: credits.map((credit) => ({ value: credit.value, scheme: credit.scheme, level: credit.level })),
    terms: [...terms],
    certificates: certificates.map(({ scheme, unit }) => ({ scheme, unit })),
  }
}

const nothingShared = () =>
  new PassportError(
    'media.unsupported',
    'The link leads to no shared credentials. Ask for the link that was made to share them.',
  )
