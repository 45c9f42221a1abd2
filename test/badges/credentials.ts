import type { JsonObject } from '#platform'

/** What the examples say: one course, as the field's standards let a college write it. */

const ACHIEVEMENT = {
  id: 'https://college.example/modules/NSO4/v2',
  type: ['Achievement'],
  name: 'Network Security Operations',
  description: 'Assessed module at level 4 in which learners secure and watch over a small network.',
  criteria: { narrative: 'Pass the project and the professional discussion.' },
} satisfies JsonObject

const OB = (version: string) => `https://purl.imsglobal.org/spec/ob/v3p0/context${version}.json`
const V2 = 'https://www.w3.org/ns/credentials/v2'
const V1 = 'https://www.w3.org/2018/credentials/v1'

/** An Open Badge 3.0 of that course, in that version of the Open Badges context. */
export function badge(issuer: string, version = '-3.0.3', changes: JsonObject = {}): JsonObject {
  return {
    '@context': [V2, OB(version)],
    id: 'urn:uuid:7d2f64b1-2a55-4c39-9a6c-6d0c5b8d0001',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: 'Network Security Operations',
    issuer: { id: issuer, type: ['Profile'], name: 'Example Independent College' },
    validFrom: '2026-06-30T00:00:00Z',
    credentialSubject: { type: ['AchievementSubject'], achievement: ACHIEVEMENT },
    ...changes,
  }
}

/** The same in VC Data Model 1.1, for which the first two versions of the Open Badges context were made. */
export function olderBadge(issuer: string, version: '' | '-3.0.1', contexts: readonly string[] = []): JsonObject {
  const { validFrom, '@context': _, ...rest } = badge(issuer)
  return { '@context': [V1, OB(version), ...contexts], ...rest, issuanceDate: validFrom ?? '' }
}

/** A W3C credential that is no badge. */
export function plain(issuer: string): JsonObject {
  return {
    '@context': [V2],
    id: 'urn:uuid:7d2f64b1-2a55-4c39-9a6c-6d0c5b8d0002',
    type: ['VerifiableCredential'],
    name: 'First aid at work',
    issuer,
    validFrom: '2026-06-30T00:00:00Z',
    credentialSubject: { id: 'did:example:learner', name: 'Ola Adeyemi' },
  }
}

/** An endorsement of that course by somebody else. */
export function endorsement(issuer: string): JsonObject {
  return {
    '@context': [V2, OB('-3.0.3')],
    id: 'urn:uuid:7d2f64b1-2a55-4c39-9a6c-6d0c5b8d0003',
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: 'An employer values this course',
    issuer: { id: issuer, type: ['Profile'], name: 'Example Networks Ltd' },
    validFrom: '2026-07-01T00:00:00Z',
    credentialSubject: {
      id: ACHIEVEMENT.id,
      type: ['EndorsementSubject'],
      endorsementComment: 'Everybody we hired from it could start on the first day.',
    },
  }
}
