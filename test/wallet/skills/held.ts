import type { Report } from '#credential'
import type { JsonObject } from '#platform'
import { NOT_LISTED } from '#trust'
import type { WalletParts } from '../../../wallet/parts.ts'
import {
  type HeldCredential,
  type LastCheck,
  readCredential,
  saveCredential,
  shownAs,
} from '../../../wallet/records/credentials.ts'
import type { Person } from '../../../wallet/records/person.ts'

export const COLLEGE = 'did:web:college.example'

export const RECOGNISED: LastCheck = {
  face: 'genuine',
  marks: [],
  at: '2026-11-01T09:00:00Z',
  stands: { status: 'active', recognition: 'recognised', allowed: 'RegulatedAward' },
}

let made = 0

/** A held credential about some terms, as it was found at its last check. It is not signed: nothing here verifies. */
export function held(
  {
    subject = {},
    achievement = {},
    ...credential
  }: JsonObject & { subject?: JsonObject; achievement?: JsonObject } = {},
  checked: Partial<LastCheck> = {},
): HeldCredential {
  const id = `held-${++made}`
  const text = JSON.stringify({
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    id: `urn:example:${id}`,
    issuer: { id: COLLEGE, name: 'Example College' },
    awardedDate: '2026-01-15T00:00:00Z',
    ...credential,
    credentialSubject: {
      assurance: 'ProviderAssessed',
      ...subject,
      achievement: { id: `https://college.example/${id}`, name: `Course ${id}`, ...achievement },
    },
  })
  const received = readCredential(text)
  const found = { ...RECOGNISED, ...checked }
  return {
    id,
    text,
    received,
    shown: shownAs(received, found),
    state: 'held',
    checked: found,
    receivedAt: '2026-11-01T09:00:00Z',
    issueLogEvidence: null,
  }
}

/** What says that an achievement is about a term of a framework. */
export function aligned(targetFramework: string, ...codes: readonly string[]): JsonObject {
  return { alignment: codes.map((targetCode) => ({ type: ['Alignment'], targetFramework, targetCode })) }
}

/** Puts one into somebody's passport as if it had been verified and found as it says. Answers its id there. */
export async function hold(
  parts: WalletParts,
  person: Person,
  { text, received }: HeldCredential,
  stands: Partial<NonNullable<LastCheck['stands']>> = {},
): Promise<string> {
  const { status = 'active', recognition = 'recognised', allowed = 'RegulatedAward' } = stands
  const failed = status === 'revoked' || status === 'suspended'
  const report: Report = {
    verdict: failed ? 'rejected' : 'accepted',
    standing: failed ? 'noLongerValid' : status === 'unknown' ? 'unchecked' : 'genuine',
    checks: failed ? [{ check: 'status', outcome: 'failed', code: `status.${status}`, detail: {} }] : [],
    recognition: { ...NOT_LISTED, outcome: recognition, assurance: { claimed: null, allowed, effective: null } },
    marks: [],
    credential: received.credential,
    securing: 'data-integrity',
    digest: received.digest,
    checkedAt: parts.now().toISOString(),
    at: parts.now().toISOString(),
  }
  const { id } = await parts.storage.transaction((together) =>
    saveCredential(parts, together, person, { text, received, report }),
  )
  return id
}
