import { asArray, asText, isObject, type Json, type JsonObject, PassportError } from '#platform'
import { type Received, receiveJson, receiveJwt } from '../received.ts'
import type { CheckResult, Report } from '../report.ts'
import { type CheckInside, MAX_DEPTH, resultOf } from './check.ts'

const result = resultOf('endorsements')

const MAX_ENDORSEMENTS = 10

/** What an endorsement may be about, by its `id`. */
type About = ReadonlyMap<string, 'credential' | 'achievement' | 'issuer'>

interface Endorsement {
  value: Json
  isJwt: boolean
  about: About
}

/**
 * Endorsements (Open Badges 3.0 §5.2) are credentials by others, each verified as one. None makes the credential more or
 * less genuine: one that does not hold, or is about something else, is said not to count. An endorsement names what it is
 * about by an id that anyone may write into a credential of theirs, so it speaks for an issuer's award only where that
 * issuer is itself proven to be the one endorsed, or is recognised.
 */
export const endorsements: CheckInside = async ({ credential, issuerId }, world, { verify, recognised }) => {
  const found = endorsementsIn(credential, issuerId)
  if (found.length === 0) return result('passed', 'endorsements.none')
  if ((world.depth ?? 0) >= MAX_DEPTH) return result('notice', 'endorsements.notChecked', { count: found.length })
  const isRecognised = recognised.recognition.outcome === 'recognised'
  const checked = found.slice(0, MAX_ENDORSEMENTS)
  const results = await Promise.all(
    checked.map(async (endorsement) => {
      const received = receive(endorsement)
      if ('code' in received) return result('notice', 'endorsements.invalid', { reason: received.code })
      return judge(await verify(received, world), { about: endorsement.about, issuerId, isRecognised })
    }),
  )
  const left = found.length - checked.length
  return [...results.flat(), ...(left > 0 ? result('notice', 'endorsements.tooMany', { count: left }) : [])]
}

/** Of the credential itself, of its achievements and of the profiles in it (Open Badges 3.0 §B.1.1, §B.1.2, §B.1.20). */
function endorsementsIn(credential: JsonObject, issuerId: string | null): Endorsement[] {
  const subjects = asArray(credential.credentialSubject).filter(isObject)
  const achievements = subjects.flatMap(({ achievement }) => asArray(achievement)).filter(isObject)
  const issuers: [Json | undefined, 'issuer'][] = [[issuerId ?? undefined, 'issuer']]
  const ofAchievements = achievements.map(({ id }): [Json | undefined, 'achievement'] => [id, 'achievement'])
  return [
    ...heldBy(credential, [[credential.id, 'credential'], ...ofAchievements, ...issuers]),
    ...achievements.flatMap((achievement) => heldBy(achievement, [[achievement.id, 'achievement']])),
    ...(isObject(credential.issuer) ? heldBy(credential.issuer, issuers) : []),
  ]
}

function heldBy(holder: JsonObject, about: [Json | undefined, 'credential' | 'achievement' | 'issuer'][]) {
  const named = new Map(about.flatMap(([id, what]) => (typeof id === 'string' && id !== '' ? [[id, what]] : [])))
  const of = (value: Json | undefined, isJwt: boolean): Endorsement[] =>
    asArray(value).map((one) => ({ value: one, isJwt, about: named }))
  return [...of(holder.endorsement, false), ...of(holder.endorsementJwt, true)]
}

function receive({ value, isJwt }: Endorsement): Received | { code: string } {
  try {
    if (isJwt) return receiveJwt(asText(value))
    return isObject(value) ? receiveJson(value) : { code: 'shape.invalid' }
  } catch (error) {
    if (error instanceof PassportError) return { code: error.code }
    throw error
  }
}

function judge(
  report: Report,
  { about, issuerId, isRecognised }: { about: About; issuerId: string | null; isRecognised: boolean },
): CheckResult[] {
  const { credential, recognition, verdict, checks } = report
  const { id: endorser, name: ownName } = isObject(credential?.issuer) ? credential.issuer : { id: credential?.issuer }
  const name = recognition.issuerName ?? asText(ownName)
  const who = { endorser: asText(endorser), ...(name === '' ? {} : { name: name.slice(0, 200) }) }
  const reason = checks.find(({ outcome }) => outcome === (verdict === 'rejected' ? 'failed' : 'unknown'))?.code ?? ''
  if (verdict === 'rejected') return result('notice', 'endorsements.invalid', { ...who, reason })
  if (verdict === 'undecided') return result('notice', 'endorsements.unchecked', { ...who, reason })
  const isEndorsement = asArray(credential?.type).includes('EndorsementCredential')
  const subjects = asArray(credential?.credentialSubject).map((one) => (isObject(one) ? asText(one.id) : ''))
  const [first = '', ...others] = subjects.map((id) => about.get(id))
  if (!isEndorsement || first === '' || first === undefined || others.some((other) => other !== first)) {
    return result('notice', 'endorsements.otherSubject', who)
  }
  const detail = { ...who, about: first }
  if (endorser === issuerId) return result('notice', 'endorsements.own', detail)
  if (recognition.outcome !== 'recognised') return result('notice', 'endorsements.notListed', detail)
  if (first !== 'issuer' && !isRecognised) return result('notice', 'endorsements.unbound', detail)
  return result('passed', 'endorsements.ok', detail)
}
