import type { JsonObject } from '#platform'

/** An Open Badge as a college would issue it, with terms of ours, for a test to change and to sign. */
export function sampleCredential(issuer: string, changes: JsonObject = {}): JsonObject {
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      'https://w3id.org/skills-passport/v1',
    ],
    id: 'urn:uuid:5d0a7b0e-1111-4a4e-9d66-0d3f3f7c0001',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: 'Network Security Operations',
    issuer: { id: issuer, type: ['Profile'], name: 'Example Independent College' },
    validFrom: '2026-06-30T00:00:00Z',
    awardedDate: '2026-06-25T00:00:00Z',
    credentialSubject: {
      type: ['AchievementSubject', 'SkillsPassportSubject'],
      identifier: [{ type: 'IdentityObject', hashed: false, identityHash: 'Ola Adeyemi', identityType: 'name' }],
      currentUntil: '2029-06-25',
      assurance: 'ExternallyQualityAssured',
      achievement: {
        id: 'https://college.example/modules/NSO4/v2',
        type: ['Achievement', 'SkillsPassportAchievement'],
        achievementType: 'ext:Module',
        name: 'Network Security Operations',
        description: 'Assessed module.',
        criteria: { narrative: 'Pass both components.' },
        credit: [{ type: ['Credit'], creditValue: '30', creditScheme: 'CATS' }],
        assessmentMethod: ['Project', 'ProfessionalDiscussion'],
        awardedBy: ['did:web:university.example'],
        alignment: [
          {
            type: ['Alignment'],
            targetType: 'ext:QualificationLevel',
            targetFramework: 'RQF',
            targetCode: '4',
            targetName: 'RQF Level 4',
            targetUrl: 'http://data.europa.eu/snb/qdr/c_308a1766',
          },
          {
            type: ['Alignment'],
            targetType: 'CFItem',
            targetName: 'Secure a small network',
            targetUrl: 'https://college.example/skills/NE-S03',
          },
        ],
      },
    },
    ...changes,
  }
}
