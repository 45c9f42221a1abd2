import type { CredentialSummary, Report } from '#credential'
import { NOT_LISTED } from '#trust'

const NOW = '2027-11-25T09:12:00.000Z'

/** A credential of which the issuer stated nothing but its title. */
export const bare: CredentialSummary = {
  id: null,
  title: 'Manual handling',
  skill: [],
  level: null,
  assessmentMethods: [],
  issuer: { id: 'did:web:college.example', name: null },
  recipientName: null,
  awardedBy: [],
  deliveredBy: [],
  validatedBy: [],
  regulatedBy: [],
  knownNames: {},
  awardedOn: null,
  validFrom: null,
  validUntil: null,
  currentUntil: null,
  doesNotExpire: false,
  credits: [],
  assurance: null,
  description: null,
  criteria: null,
  evidence: [],
  recipientIsHashed: false,
  mayLackParts: false,
  renewal: [],
  terms: [],
  record: null,
  endorsement: null,
  imageDataUrl: null,
  explained: {},
  digest: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
}

export const full: CredentialSummary = {
  ...bare,
  skill: ['Lift'],
  level: { name: 'Level 2', framework: 'RQF', code: '2', url: 'https://rqf.example/2' },
  assessmentMethods: ['PracticalObservation'],
  issuer: { id: 'did:web:college.example', name: 'Example College' },
  recipientName: 'Siân Ó Briain',
  awardedBy: ['Example College'],
  deliveredBy: ['Example Campus'],
  validatedBy: ['Example University'],
  regulatedBy: ['Example Office'],
  awardedOn: '2027-06-25T00:00:00Z',
  validFrom: '2027-06-30T00:00:00Z',
  validUntil: '2031-06-30T00:00:00Z',
  currentUntil: '2030-06-30',
  credits: [{ value: '3', scheme: 'CATS', level: null }],
  assurance: 'ProviderAssessed',
  description: 'About lifting.',
  criteria: 'Lift a box.',
  evidence: [{ name: 'Film', url: 'https://evidence.example/film' }],
}

export const report: Report = {
  verdict: 'accepted',
  standing: 'genuine',
  checks: [
    { check: 'proof', outcome: 'passed', code: 'proof.ok', detail: {} },
    { check: 'status', outcome: 'passed', code: 'status.ok', detail: { asOf: NOW } },
  ],
  recognition: NOT_LISTED,
  marks: [],
  credential: { id: 'urn:example:1', issuer: 'did:web:college.example' },
  securing: 'data-integrity',
  digest: bare.digest,
  checkedAt: NOW,
  at: NOW,
}
