import type { JsonObject } from '#platform'
import type { HeldCredential, LastCheck } from '../../../wallet/records/credentials.ts'
import { readCredential, shownAs } from '../../../wallet/records/credentials.ts'

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
