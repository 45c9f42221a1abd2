import { ASSOCIATION_TYPES, type Association, isLearnerRecord, learnerRecord, openedPart } from '#credential'
import { asArray, asText, isObject, type JsonObject, PassportError, parseJsonObject } from '#platform'
import { isUniqueViolation } from '#storage'
import { addresses } from './addresses.ts'
import { plainProfileOf } from './identity.ts'
import { issue } from './issue.ts'
import type { IssuerParts } from './parts.ts'
import { type CredentialRecord, findRecord, getIssued, listHeldBy } from './records/credentials.ts'
import type { Staff } from './viewer.ts'

/** One award that can go into a record. */
export interface Awarded {
  id: string
  title: string
  issuedAt: string
  /** The id of what was achieved, by which a record says how two of them belong together. */
  achievementId: string
  signed: JsonObject
}

/** A person's awards, to be put together. */
export interface Learner {
  name: string
  email: string
  awards: Awarded[]
}

export interface RecordForm {
  name: string
  /** The awards that go in. */
  award: string[]
  /** How awards belong together, line by line: source, kind and target, the kind empty where it is not said. */
  source: string[]
  relation: string[]
  target: string[]
}

export interface RecordFault {
  field: 'name' | 'award' | 'relation'
  message: string
}

/** The issuers whose credentials are shown in part have none that could be put into a record whole. */
const SELECTIVE: ReadonlySet<string> = new Set(['ecdsa-sd-2023', 'bbs-2023', 'sd-jwt-vc'])

/** All that this issuer awarded to the person who has this credential. Throws `request.conflict` where nothing can be put together. */
export async function awardsOf(
  credentialId: string,
  { issuer }: Pick<Staff, 'issuer'>,
  { storage }: IssuerParts,
): Promise<Learner> {
  const { recipient_email: email, recipient_name: name } = await getIssued(storage.db, issuer.id, credentialId)
  if (email === null || name === null) {
    throw new PassportError('request.conflict', 'It is not known here whose award this is, so no others can be found.')
  }
  if (SELECTIVE.has(issuer.suite)) {
    const why = 'Your credentials are signed so that their holder chooses what to show of each.'
    throw new PassportError('request.conflict', `${why} They cannot be put together in a record.`)
  }
  const held = await listHeldBy(storage.db, issuer.id, email)
  return { name, email, awards: held.flatMap(awarded) }
}

function awarded({ id, title, issued_at: issuedAt, signed: text }: CredentialRecord): Awarded[] {
  if (text === null) return []
  const signed = parseJsonObject(text)
  const credential = openedPart(signed)
  if (isLearnerRecord(credential)) return []
  const [subject] = asArray(credential.credentialSubject)
  const achievement = isObject(subject) && isObject(subject.achievement) ? subject.achievement : {}
  return [{ id, title, issuedAt: issuedAt ?? '', achievementId: asText(achievement.id), signed }]
}

/**
 * Puts a person's awards together in a Comprehensive Learner Record (CLR 2.0), signs it and sends the link to take it. `once`
 * names this record, so that a button pressed twice is one record; under it other content is refused
 * (`idempotency.mismatch`). Answers its id, or what is wrong with the form.
 */
export async function composeRecord(
  form: RecordForm,
  { learner, once }: { learner: Learner; once: string },
  { issuer, actor }: Pick<Staff, 'issuer' | 'actor'>,
  parts: IssuerParts,
): Promise<{ id: string } | { faults: RecordFault[] }> {
  const read = readForm(form, learner)
  if ('faults' in read) return read
  const { chosen, associations } = read
  const credential = learnerRecord({
    id: addresses(parts.config.baseUrl).badge(once),
    name: form.name.trim(),
    issuer: plainProfileOf(issuer),
    validFrom: parts.now(),
    identifier: [{ type: 'IdentityObject', hashed: false, identityHash: learner.name, identityType: 'name' }],
    credentials: chosen.map(({ signed }) => signed),
    associations,
    partial: chosen.length < learner.awards.length,
  })
  if (await isComposed(credential, once, issuer.id, parts)) return { id: once }
  try {
    const recipient = { name: learner.name, email: learner.email }
    await issue({ id: once, credential, recipient }, issuer, { actor }, parts)
  } catch (error) {
    if (error instanceof PassportError && error.code === 'award.suspended') {
      return { faults: [{ field: 'award', message: error.message }] }
    }
    // The same form sent twice at once; the other was first.
    if (!isUniqueViolation(error) || !(await isComposed(credential, once, issuer.id, parts))) throw error
  }
  return { id: once }
}

function readForm(
  { name, award, source, relation, target }: RecordForm,
  { awards }: Learner,
): { chosen: Awarded[]; associations: Association[] } | { faults: RecordFault[] } {
  const chosen = awards.filter(({ id }) => award.includes(id))
  const find = (id: string | undefined) => chosen.find((one) => one.id === id && one.achievementId !== '')
  const lines = source.map((id, index) => ({ id, kind: relation[index] ?? '', to: target[index] }))
  const said = lines.filter(({ id, kind }) => kind !== '' && award.includes(id))
  const associations = said.flatMap(({ id, kind, to }): Association[] => {
    const associationType = ASSOCIATION_TYPES.find((type) => type === kind)
    const [from, towards] = [find(id), find(to)]
    if (associationType === undefined || !from || !towards || from.achievementId === towards.achievementId) return []
    return [{ associationType, sourceId: from.achievementId, targetId: towards.achievementId }]
  })
  const faults: RecordFault[] = []
  if (name.trim() === '') faults.push({ field: 'name', message: 'Give the record a name.' })
  if (chosen.length === 0) faults.push({ field: 'award', message: 'Choose at least one award.' })
  if (associations.length < said.length) {
    const message = 'Choose for each relation another award that goes into the record too.'
    faults.push({ field: 'relation', message })
  }
  return faults.length > 0 ? { faults } : { chosen, associations }
}

/** Whether this record was written down before. Throws `idempotency.mismatch` where something else was under its id. */
async function isComposed(
  credential: JsonObject,
  once: string,
  issuerId: string,
  { storage }: IssuerParts,
): Promise<boolean> {
  const before = await findRecord(storage.db, issuerId, once)
  if (before === undefined) return false
  const content = ({ name, credentialSubject }: JsonObject) => JSON.stringify([name, credentialSubject])
  if (before.unsigned === '' || content(parseJsonObject(before.unsigned)) !== content(credential)) {
    throw new PassportError(
      'idempotency.mismatch',
      'This form was sent already with other content, and nothing more was signed. Open the form anew.',
    )
  }
  if (before.state === 'failed') {
    throw new PassportError('request.conflict', 'This record could not be signed. Open the form anew and try again.')
  }
  return true
}
