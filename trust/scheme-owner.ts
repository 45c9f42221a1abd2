import type { AwardFacts } from './award.ts'
import { type Decision, decide, decideForAnother, isTakenAway } from './decide.ts'
import type { RecognisedAction, RecognisedEntity, TrustList } from './model.ts'

/** An endorsement under a scheme: who signed it, from which days it is, and for which time that is asked. */
export interface SchemeQuestion {
  scheme: string
  claimant: string
  on: readonly Date[]
  at: Date
}

interface Owner {
  did: string
  name: string
}

/**
 * Whom the lists name as the owner of a scheme on the days of an endorsement, which is who could have given it, besides the one
 * that claims to be: on a list itself, or on that of somebody whom it lets recognise others under the scheme. The first that
 * is found; null where the lists name nobody else.
 */
export function schemeOwner(question: SchemeQuestion, lists: readonly TrustList[]): Owner | null {
  for (const list of lists) {
    const named = namedOn(list, question).find(({ did }) => did !== question.claimant)
    if (named !== undefined) return { did: named.did, name: named.name }
  }
  return null
}

/** Those whom a list names, and over how many lists of others: as far as it lets these go, and none from whom it took it itself. */
function namedOn(list: TrustList, question: SchemeQuestion): (Owner & { steps: number })[] {
  const own = [...list.entities.values()].filter((entity) => decisionsOn(entity, 'issue', question).some(isRecognised))
  const inTurn = [...list.delegated].flatMap(([did, theirs]) => {
    const may = decisionsOn(list.entities.get(did), 'recognise', question).filter(isRecognised)
    const depth = Math.max(-1, ...may.map(({ action }) => action?.depth ?? 0))
    return namedOn(theirs, question)
      .filter((owner) => owner.steps <= depth)
      .filter((owner) => !decisionsOn(list.entities.get(owner.did), 'issue', question).some(isTakenAway))
      .map((owner) => ({ ...owner, steps: owner.steps + 1 }))
  })
  return [...own.map(({ did, name }) => ({ did, name, steps: 0 })), ...inTurn]
}

const isRecognised = ({ outcome }: Decision) => outcome === 'recognised'

/**
 * What each of somebody's actions under the scheme says of the days. Whose a scheme is depends neither on the kind of the
 * endorsement nor on the key.
 */
function decisionsOn(
  entity: RecognisedEntity | undefined,
  kind: RecognisedAction['action'],
  { scheme, on, at }: SchemeQuestion,
): Decision[] {
  if (entity === undefined) return []
  const facts: AwardFacts = { ...NOTHING_STATED, issuer: entity.did, on, schemes: [scheme] }
  const say = kind === 'issue' ? decide : decideForAnother
  return entity.actions
    .filter(({ action, scope }) => action === kind && scope.schemes?.includes(scheme))
    .map((action) => say({ ...entity, keys: [], actions: [{ ...action, scope: { schemes: [scheme] } }] }, facts, at))
}

const NOTHING_STATED: Omit<AwardFacts, 'issuer' | 'on' | 'schemes'> = {
  key: null,
  kind: 'endorsement',
  awardedOn: null,
  signedAt: null,
  witnessedAt: null,
  seenAt: null,
  credentialTypes: [],
  achievements: [],
  creators: [],
  achievementTypes: [],
  levels: [],
  fields: [],
  places: [],
  deliveries: [],
  endorsementKinds: [],
  assurance: null,
}
