import { isObject, type JsonObject } from '#platform'

/** When everything in the benchmarks happens. */
export const NOW = new Date('2026-12-01T12:00:00Z')

/** The same awarded to another person on another day with another result: what varies from award to award of one achievement. */
export function sampleAward(issuer: string, number: number): JsonObject {
  const credential = sampleCredential(issuer)
  const { credentialSubject } = credential
  const subject = isObject(credentialSubject) ? credentialSubject : {}
  const day = String(1 + (number % 28)).padStart(2, '0')
  return {
    ...credential,
    id: `urn:uuid:0c6f9d4e-6f0e-4d55-9b4b-${String(number).padStart(12, '0')}`,
    awardedDate: `2026-06-${day}T00:00:00Z`,
    credentialSubject: {
      ...subject,
      id: `did:example:learner-${number}`,
      result: [
        {
          type: ['Result'],
          resultDescription: 'https://college.example/modules/NSO4#grade',
          value: String(40 + (number % 61)),
        },
      ],
    },
  }
}

/** A plain Open Badges 3.0 credential of common size, which either side issues and verifies. */
export function sampleCredential(issuer: string): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: 'urn:uuid:0c6f9d4e-6f0e-4d55-9b4b-5d8a1c3b7e21',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: 'Network Security Operations',
    issuer: {
      id: issuer,
      type: ['Profile'],
      name: 'Example Independent College',
      otherIdentifier: [{ type: 'IdentifierEntry', identifier: '10099999', identifierType: 'ext:UKPRN' }],
    },
    validFrom: '2026-06-30T00:00:00Z',
    awardedDate: '2026-06-25T00:00:00Z',
    credentialSubject: {
      id: 'did:key:z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH',
      type: ['AchievementSubject'],
      activityStartDate: '2026-01-18T00:00:00Z',
      activityEndDate: '2026-06-18T00:00:00Z',
      creditsEarned: 30,
      result: [{ type: ['Result'], resultDescription: 'https://college.example/modules/NSO4#grade', value: '68' }],
      achievement: {
        id: 'https://college.example/modules/NSO4/v2',
        type: ['Achievement'],
        achievementType: 'ext:Module',
        name: 'Network Security Operations',
        description: 'An assessed module on building and watching over a small network.',
        criteria: { narrative: 'Pass the project and the professional discussion at 40 per cent or above.' },
        version: '2',
        humanCode: 'NSO4',
        creditsAvailable: 30,
        otherIdentifier: [{ type: 'IdentifierEntry', identifier: '100365', identifierType: 'ext:HECoS' }],
        alignment: ['NE-S01', 'NE-S02', 'NE-S03', 'NE-S04'].map((code) => ({
          type: ['Alignment'],
          targetType: 'CFItem',
          targetFramework: 'Example college skill statements',
          targetCode: code,
          targetName: `Skill statement ${code} of the framework`,
          targetUrl: `https://college.example/skills/${code}`,
        })),
        resultDescription: [
          {
            id: 'https://college.example/modules/NSO4#grade',
            type: ['ResultDescription'],
            name: 'Module mark',
            resultType: 'Percent',
            valueMin: '0',
            valueMax: '100',
            requiredValue: '40',
          },
        ],
      },
    },
  }
}
