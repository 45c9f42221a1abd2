import { asArray, asText, isObject, type Json, type JsonObject, PassportError } from '#platform'
import { endorsementFacts } from '../endorsement-facts.ts'
import { type Endorsed, markOf } from '../judge-mark.ts'
import type { EndorsedPart, Mark } from '../mark.ts'
import { type Received, receiveJson, receiveJwt } from '../received.ts'
import { type CheckResult, isUnknownForm, type Report } from '../report.ts'
import type { World } from '../world.ts'
import { type CheckInside, type Inside, MAX_DEPTH, resultOf, type Subject } from './check.ts'
import { resultsOfMark } from './endorsement-results.ts'

const result = resultOf('endorsements')

const MAX_ENDORSEMENTS = 10

/** What an endorsement may be about, by its `id`. */
export type About = ReadonlyMap<string, EndorsedPart>

interface Endorsement {
  value: Json
  isJwt: boolean
  about: About
}

export interface Found {
  marks: readonly Mark[]
  results: CheckResult[]
}

export const endorsements: CheckInside = (_subject, _world, { endorsed }) => endorsed.results

/**
 * Endorsements (Open Badges 3.0 §5.2) are credentials by others, each verified as one. None makes the credential more or
 * less genuine: one that does not hold, or is about something else, is said not to count. An endorsement names what it is
 * about by an id that anyone may write into a credential of theirs, so it speaks for an issuer's award only where that
 * issuer is itself proven to be the one endorsed, or is recognised, or is named in it.
 */
export async function lookAtEndorsements(
  { credential, issuerId }: Subject,
  world: World,
  { verify, recognised }: Pick<Inside, 'verify' | 'recognised'>,
): Promise<Found> {
  const found = endorsementsIn(credential, issuerId)
  if (found.length === 0) return { marks: [], results: result('passed', 'endorsements.none') }
  if ((world.depth ?? 0) >= MAX_DEPTH) {
    return { marks: [], results: result('notice', 'endorsements.notChecked', { count: found.length }) }
  }
  const endorsed: Endorsed = {
    issuerId: issuerId ?? '',
    isRecognised: recognised.recognition.outcome === 'recognised',
    achievements: achievementsIn(credential).map(({ id }) => asText(id)),
    awardedOn: asText(credential.awardedDate).slice(0, 10) || null,
  }
  const checked = await Promise.all(
    found.slice(0, MAX_ENDORSEMENTS).map(async (endorsement): Promise<Found> => {
      const received = receive(endorsement)
      if ('code' in received) return unread(received.code)
      return lookAtEndorsement(received, endorsement.about, endorsed, { verify, world })
    }),
  )
  const left = found.length - checked.length
  return {
    marks: checked.flatMap(({ marks }) => marks),
    results: [
      ...checked.flatMap(({ results }) => results),
      ...(left > 0 ? result('notice', 'endorsements.tooMany', { count: left }) : []),
    ],
  }
}

/** Of the credential itself, of its achievements and of the profiles in it (Open Badges 3.0 §B.1.1, §B.1.2, §B.1.20). */
function endorsementsIn(credential: JsonObject, issuerId: string | null): Endorsement[] {
  const achievements = achievementsIn(credential)
  const issuers: [Json | undefined, 'issuer'][] = [[issuerId ?? undefined, 'issuer']]
  const ofAchievements = achievements.map(({ id }): [Json | undefined, 'achievement'] => [id, 'achievement'])
  return [
    ...heldBy(credential, [[credential.id, 'credential'], ...ofAchievements, ...issuers]),
    ...achievements.flatMap((achievement) => heldBy(achievement, [[achievement.id, 'achievement']])),
    ...(isObject(credential.issuer) ? heldBy(credential.issuer, issuers) : []),
  ]
}

function achievementsIn({ credentialSubject }: JsonObject): JsonObject[] {
  const subjects = asArray(credentialSubject).filter(isObject)
  return subjects.flatMap(({ achievement }) => asArray(achievement)).filter(isObject)
}

function heldBy(holder: JsonObject, about: [Json | undefined, EndorsedPart][]) {
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

/** One in a form that we do not know may be good. */
const unread = (reason: string): Found => ({
  marks: [],
  results: result('notice', isUnknownForm(reason) ? 'endorsements.unchecked' : 'endorsements.invalid', { reason }),
})

/**
 * One endorsement, as it would be found in a credential that carries it beside what it is about: `named` says which ids that
 * has. For whoever is to carry it.
 */
export async function lookAtEndorsement(
  received: Received,
  named: About,
  endorsed: Endorsed,
  { verify, world }: { verify: Inside['verify']; world: World },
): Promise<Found> {
  return judge(await verify(received, world), named, endorsed, world)
}

function judge(report: Report, named: About, endorsed: Endorsed, world: World): Found {
  const { credential } = report
  const about = credential === null ? null : subjectOf(credential, named)
  const facts = credential === null ? null : endorsementFacts(credential)
  if (credential === null || facts === null) return { marks: [], results: judgePlain(report, about, endorsed) }
  const mark = markOf({ ...report, credential }, facts, about, endorsed, world)
  return { marks: [mark], results: resultsOfMark(mark) }
}

/** What of the credential all subjects of an endorsement are; null where one is something else. */
function subjectOf({ type, credentialSubject }: JsonObject, named: About): EndorsedPart | null {
  const subjects = asArray(credentialSubject).map((one) => (isObject(one) ? asText(one.id) : ''))
  const [first, ...others] = subjects.map((id) => named.get(id))
  const isEndorsement = asArray(type).includes('EndorsementCredential')
  return isEndorsement && first !== undefined && others.every((other) => other === first) ? first : null
}

/** A good word of no kind and under no scheme. It counts where a list recognises whoever put it in, for anything. */
function judgePlain(report: Report, about: EndorsedPart | null, { issuerId, isRecognised }: Endorsed): CheckResult[] {
  const { credential, recognition, verdict, checks } = report
  const { id: endorser, name: ownName } = isObject(credential?.issuer) ? credential.issuer : { id: credential?.issuer }
  const name = recognition.issuerName ?? asText(ownName)
  const who = { endorser: asText(endorser), ...(name === '' ? {} : { name: name.slice(0, 200) }) }
  const reason = checks.find(({ outcome }) => outcome === (verdict === 'rejected' ? 'failed' : 'unknown'))?.code ?? ''
  if (verdict === 'rejected') return result('notice', 'endorsements.invalid', { ...who, reason })
  if (verdict === 'undecided') return result('notice', 'endorsements.unchecked', { ...who, reason })
  if (about === null) return result('notice', 'endorsements.otherSubject', who)
  const detail = { ...who, about }
  if (endorser === issuerId) return result('notice', 'endorsements.own', detail)
  if (recognition.outcome !== 'recognised') return result('notice', 'endorsements.notListed', detail)
  if (about !== 'issuer' && !isRecognised) return result('notice', 'endorsements.unbound', detail)
  return result('passed', 'endorsements.ok', detail)
}
