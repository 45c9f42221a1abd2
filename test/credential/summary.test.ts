import { describe, expect, test } from '@jest/globals'
import { receiveJson, summarise } from '#credential'
import type { JsonObject } from '#platform'
import { sampleCredential } from './sample.ts'

const summaryOf = (credential: JsonObject) => summarise(receiveJson(credential))
const sample = sampleCredential('did:web:college.example')
const subject = sample.credentialSubject as JsonObject
const achievement = subject.achievement as JsonObject
const withSubject = (changes: JsonObject) => ({ ...sample, credentialSubject: { ...subject, ...changes } })
const withAchievement = (changes: JsonObject) => withSubject({ achievement: { ...achievement, ...changes } })

describe('a summary', () => {
  test('says what the credential says', () => {
    expect(summaryOf(sample)).toMatchObject({
      title: 'Network Security Operations',
      skill: ['Secure a small network'],
      level: { name: 'RQF Level 4', framework: 'RQF', code: '4' },
      assessmentMethods: ['Project', 'ProfessionalDiscussion'],
      issuer: { id: 'did:web:college.example', name: 'Example Independent College' },
      recipientName: 'Ola Adeyemi',
      awardedBy: ['did:web:university.example'],
      knownNames: { 'did:web:college.example': 'Example Independent College' },
      awardedOn: '2026-06-25T00:00:00Z',
      currentUntil: '2029-06-25',
      credits: [{ value: '30', scheme: 'CATS', level: null }],
    })
  })

  test('says nothing where the credential says nothing', () => {
    expect(summaryOf({ issuer: 'did:web:x.example', credentialSubject: {} })).toMatchObject({
      title: 'Credential',
      level: null,
      recipientName: null,
      awardedOn: null,
      validUntil: null,
      currentUntil: null,
      doesNotExpire: false,
      imageDataUrl: null,
    })
  })

  test('shows an image only from within the credential, so that showing it asks nobody', () => {
    const image = (id: string) => summaryOf(withAchievement({ image: { id, type: 'Image' } })).imageDataUrl
    expect(image('data:image/png;base64,iVBORw0KGgo=')).toBe('data:image/png;base64,iVBORw0KGgo=')
    expect(image('https://tracker.example/pixel.png')).toBeNull()
    expect(image('data:text/html;base64,PGh0bWw+')).toBeNull()
  })

  test('does not take a hashed name for a name', () => {
    const identifier = [{ type: 'IdentityObject', hashed: true, identityHash: 'sha256$abc', identityType: 'name' }]
    expect(summaryOf(withSubject({ identifier })).recipientName).toBeNull()
  })
})
