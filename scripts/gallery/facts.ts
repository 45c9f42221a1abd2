import type { CheckResult, CredentialSummary, Report } from '#credential'
import { NOT_LISTED } from '#trust'

/** A picture for the middle of a seal, carried within the credential as a badge's picture is. */
const BADGE_IMAGE = `data:image/svg+xml;base64,${Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><rect width="100" height="100" fill="#e4f1ee"/><path d="M50 18l26 10v20c0 18-11 29-26 36-15-7-26-18-26-36V28z" fill="#0b6e69"/><path d="M38 50l9 9 17-18" fill="none" stroke="#fff" stroke-width="6"/></svg>',
).toString('base64')}`

/** A module with all that a card can show. */
export const module: CredentialSummary = {
  id: 'urn:uuid:5d0a7b0e-1111-4a4e-9d66-0d3f3f7c0001',
  title: 'Network Security Operations (module, 30 credits at level 4)',
  skill: ['Monitor a network for intrusions', 'Respond to security incidents'],
  partOf: [{ name: 'Higher National Certificate in Networks', url: 'https://college.example/hnc-networks' }],
  level: {
    name: 'Level 4',
    framework: 'Regulated Qualifications Framework',
    code: 'RQF 4',
    url: 'https://frameworks.example/rqf/4',
  },
  assessmentMethods: ['Project', 'PracticalObservation'],
  issuer: { id: 'did:key:z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH', name: 'Example Independent College' },
  issuerType: 'TrainingProvider',
  recipientName: 'Siân Ó Briain',
  awardedBy: ['Example Independent College'],
  deliveredBy: ['Example Independent College, Cardiff campus'],
  validatedBy: ['Example Validating University'],
  regulatedBy: ['Example Office for Standards'],
  knownNames: {},
  awardedOn: '2027-06-25T00:00:00Z',
  validFrom: '2027-06-30T00:00:00Z',
  validUntil: null,
  currentUntil: '2030-06-30',
  doesNotExpire: false,
  credits: [{ value: '30', scheme: 'CATS', level: 'http://levels.example/4' }],
  assurance: 'ExternallyQualityAssured',
  description: 'Assessed module of an approved programme: defending a small network, by day and by night.',
  criteria: 'Pass both components at 40 per cent or above.',
  evidence: [{ name: 'Incident report', url: 'https://evidence.example/report.pdf' }],
  recipientIsHashed: false,
  mayLackParts: false,
  renewal: [],
  terms: [],
  record: null,
  endorsement: null,
  imageDataUrl: null,
  licenceNumber: null,
  explained: {},
  digest: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
}

/** A course that says little of itself, by an issuer without a name. */
export const course: CredentialSummary = {
  ...module,
  id: null,
  title: 'Manual handling refresher',
  skill: [],
  partOf: [],
  level: null,
  assessmentMethods: ['AttendanceOnly'],
  issuer: { id: 'did:web:training.provider-with-a-long-name.example:departments:health-and-safety', name: null },
  issuerType: null,
  recipientName: null,
  awardedBy: [],
  deliveredBy: [],
  validatedBy: [],
  regulatedBy: [],
  knownNames: {},
  awardedOn: '2026-03-02T09:30:00Z',
  validUntil: '2027-03-02T09:30:00Z',
  currentUntil: null,
  credits: [],
  assurance: 'AttendanceRecorded',
  description: null,
  criteria: null,
  evidence: [],
  explained: { Level: 'Half-day courses are not placed at a level.' },
  digest: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
}

/** A manufacturer's certificate with a picture. */
export const certificate: CredentialSummary = {
  ...module,
  title: 'Certified Router Engineer, Associate',
  issuer: { id: 'did:web:academy.example', name: 'Example Networks Academy' },
  awardedBy: ['Example Networks Academy'],
  level: { name: 'Associate', framework: null, code: null, url: null },
  awardedOn: '2026-11-02T00:00:00Z',
  currentUntil: '2029-11-01',
  imageDataUrl: BADGE_IMAGE,
  digest: '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
}

/** An award that never ends. */
export const award: CredentialSummary = {
  ...module,
  title: 'ITQ unit: Improving productivity using IT',
  level: { name: 'Level 2', framework: 'NVQ', code: null, url: null },
  awardedOn: '2003-07-01T00:00:00Z',
  currentUntil: null,
  doesNotExpire: true,
  explained: { Currency: 'DoesNotExpire' },
  digest: '486ea46224d1bb4fb680f34f7c9ad96a8f24ec88be73ea8e5a6c65260e9cb8a7',
}

const AS_OF = '2027-11-25T09:12:00.000Z'
const PASSED: CheckResult[] = [
  { check: 'shape', outcome: 'passed', code: 'shape.ok', detail: {} },
  { check: 'contexts', outcome: 'passed', code: 'contexts.ok', detail: {} },
  { check: 'dates', outcome: 'passed', code: 'dates.ok', detail: {} },
  { check: 'proof', outcome: 'passed', code: 'proof.ok', detail: {} },
  { check: 'issuer', outcome: 'passed', code: 'issuer.ok', detail: {} },
  { check: 'status', outcome: 'passed', code: 'status.ok', detail: { asOf: AS_OF } },
  { check: 'recognition', outcome: 'passed', code: 'recognition.recognised', detail: {} },
  {
    check: 'endorsements',
    outcome: 'notice',
    code: 'endorsements.notListed',
    detail: { name: 'Example Quality Mark', about: 'issuer' },
  },
  { check: 'holder', outcome: 'notice', code: 'holder.notPresented', detail: {} },
  { check: 'evidence', outcome: 'notice', code: 'evidence.notSupplied', detail: { count: 1 } },
]

export const genuine: Report = {
  verdict: 'accepted',
  standing: 'genuine',
  checks: PASSED,
  recognition: {
    ...NOT_LISTED,
    outcome: 'recognised',
    list: {
      url: 'https://lists.example/providers.json',
      name: 'Register of providers',
      operator: 'Example Office for Standards',
    },
    asOf: AS_OF,
    issuerName: 'Example Independent College',
    since: '2019-09-01T00:00:00Z',
  },
  marks: [],
  credential: {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: 'urn:uuid:5d0a7b0e-1111-4a4e-9d66-0d3f3f7c0001',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: module.issuer.id, name: 'Example Independent College' },
  },
  securing: 'data-integrity',
  digest: module.digest,
  checkedAt: AS_OF,
  at: AS_OF,
}

/** The same report, with other findings for some checks. */
export function reportWith(standing: Report['standing'], found: CheckResult[], verdict: Report['verdict']): Report {
  const checks = PASSED.map((check) => found.find((other) => other.check === check.check) ?? check)
  return { ...genuine, standing, verdict, checks }
}

export const notListed: Report = {
  ...reportWith(
    'genuine',
    [{ check: 'recognition', outcome: 'notice', code: 'recognition.notListed', detail: {} }],
    'accepted',
  ),
  recognition: NOT_LISTED,
}

export const revoked = reportWith(
  'noLongerValid',
  [{ check: 'status', outcome: 'failed', code: 'status.revoked', detail: { asOf: AS_OF } }],
  'rejected',
)

const FOLLOWING: CheckResult['check'][] = ['status', 'recognition', 'endorsements', 'holder', 'evidence']
const NOT_RUN = FOLLOWING.map(
  (check): CheckResult => ({ check, outcome: 'unknown', code: `${check}.notRun`, detail: {} }),
)

export const altered: Report = {
  ...reportWith(
    'notGenuine',
    [{ check: 'proof', outcome: 'failed', code: 'proof.invalid', detail: {} }, ...NOT_RUN],
    'rejected',
  ),
  recognition: NOT_LISTED,
}

export const unreachable = reportWith(
  'unchecked',
  [{ check: 'status', outcome: 'unknown', code: 'status.unreachable', detail: { reason: 'fetch.timeout' } }],
  'undecided',
)

export const early = reportWith(
  'notYetValid',
  [{ check: 'dates', outcome: 'failed', code: 'dates.notYetValid', detail: { validFrom: '2028-01-01T00:00:00Z' } }],
  'rejected',
)
