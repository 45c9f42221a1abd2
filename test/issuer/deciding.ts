import { uuid } from '#platform'
import { decisionsIn } from '#protocol'
import type { IssuerParts } from '../../issuer/parts.ts'
import { decideRecognition } from '../../issuer/recognition/decide.ts'
import type { PackItem } from '../../issuer/recognition/open-pack.ts'
import { recognitionTargets } from '../../issuer/recognition/target.ts'
import { getIssuer } from '../../issuer/records/issuers.ts'

/**
 * Imports a unit of 15 points for one learner of an issuer in each of these places at the same moment, where 20 are the most that may
 * be imported. Answers what each lets count, the least first.
 */
export async function countedAtOnce(issuerId: string, places: readonly IssuerParts[]): Promise<string[]> {
  const [first] = places
  if (first === undefined) throw new Error('There is no place.')
  const { db } = first.storage
  const issuer = await getIssuer(db, issuerId)
  const target = (await recognitionTargets(issuer, first)).find(({ key }) => key === 'itq/2003#ITQ-L1')
  if (target === undefined) throw new Error('The rules of 2003 are bundled.')
  const made = await Promise.all(
    places.map(async (parts, at) => {
      const pack = { items: [unit(at)], left: [], isOfSeveral: false }
      const request = { target: target.key, registered: '2026-01-20', once: uuid(), pack }
      const form = { decision: ['0.0'], note: '', name: 'Ola', email: 'at-once@example.org' }
      return await decideRecognition(form, { request, target }, { issuer, actor: 'test' }, parts)
    }),
  )
  const ids = made.flatMap((one) => ('id' in one ? [one.id] : []))
  const rows = await db.selectFrom('credential').select('unsigned').where('id', 'in', ids).execute()
  const decisions = rows.flatMap(({ unsigned }) => decisionsIn(JSON.parse(unsigned)))
  return decisions.map(({ creditCounted }) => creditCounted?.creditValue ?? '').toSorted()
}

const unit = (at: number): PackItem => ({
  credentialId: `urn:example:unit-${at}`,
  digest: `z${at}`,
  title: 'Health and safety',
  issuerName: 'Elsewhere',
  recognition: 'notListed',
  subject: null,
  awardedOn: '2026-01-15',
  level: null,
  credits: [],
  terms: [],
  certificates: [{ scheme: 'NVQ unit', unit: 'Health and safety at work (any awarding body)' }],
})
