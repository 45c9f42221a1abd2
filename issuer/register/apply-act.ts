import { PassportError } from '#platform'
import { isSameLog, logsOf, type PinnedKey, type RecognisedAction, type RecognisedEntity, scopeKey } from '#trust'
import type { Act, ActOf } from './act.ts'
import { newKeys, withNewKeys } from './merge-keys.ts'
import { isInForce } from './state.ts'

type Change<A extends Act> = (entity: RecognisedEntity, act: A) => RecognisedEntity

/**
 * The entries that an act changes, as they are after it. Throws `request.conflict` for what the entry does not allow (it is
 * there already, it is suspended already), `request.notFound` for an entry that is not there.
 */
export function applyAct(entities: ReadonlyMap<string, RecognisedEntity>, act: Act): RecognisedEntity[] {
  if (act.act === 'addSeveral') return addedTogether(entities, act)
  const entity = entities.get(act.did)
  if (act.act === 'add') {
    if (entity !== undefined) throw conflict('It is on the register already. Change its entry instead.')
    return [added(act)]
  }
  if (entity === undefined) throw new PassportError('request.notFound', 'It is not on the register.')
  switch (act.act) {
    case 'extend':
      return [{ ...entity, actions: [...entity.actions, awarding(act.award)] }]
    case 'rescope':
      return [rescoped(entity, act)]
    case 'end':
      return [changed(entity, act.of, (action) => ended(action, act.until))]
    case 'suspend':
      return [changed(entity, act.of, (action) => suspended(action, act.from))]
    case 'lift':
      return [changed(entity, act.of, (action) => lifted(action, act.until))]
    case 'withdraw':
      return [changed(entity, act.of, (action) => withdrawn(action, act))]
    case 'reinstate':
      return [changed(entity, act.of, reinstated)]
    case 'pinKeys':
      return [withKeys(entity, act.keys)]
    case 'pinLog':
      return [withLog(entity, act)]
    case 'endKey':
      return [keyEnded(entity, act)]
    case 'close':
      return [closed(entity, act.on, act.custodian, null)]
    case 'handOver':
      return handedOver(entity, entities.get(act.successor.did), act)
    case 'delegate':
      return [delegated(entity, act)]
    case 'rename':
      return [{ ...entity, name: act.name }]
  }
}

/** Who is there already keeps what the entry says, and may award more. */
function addedTogether(
  entities: ReadonlyMap<string, RecognisedEntity>,
  { entries }: ActOf<'addSeveral'>,
): RecognisedEntity[] {
  const dids = new Set(entries.map(({ did }) => did))
  if (dids.size < entries.length) throw conflict('The same DID is in it twice.')
  return entries.map((entry) => {
    const entity = entities.get(entry.did)
    if (entity === undefined) return added(entry)
    if (entity.closure !== null) throw conflict(`${entity.name} is closed.`)
    return {
      ...entity,
      actions: [...entity.actions, ...entry.awards.map(awarding)],
      keys: withNewKeys(entity.keys, entry.keys),
    }
  })
}

function added({ did, name, awards, keys }: Omit<ActOf<'add'>, 'act'>): RecognisedEntity {
  return { did, name, actions: awards.map(awarding), keys, closure: null, issueLog: null, recognisedIn: null }
}

function awarding(award: ActOf<'extend'>['award']): RecognisedAction {
  return { action: 'issue', ...award, suspensions: [], withdrawal: null, depth: 0 }
}

const rescoped: Change<ActOf<'rescope'>> = (entity, { of, award }) => {
  const before = changed(entity, of, (action) => ended(action, new Date(award.from.getTime() - 1_000)))
  return { ...before, actions: [...before.actions, awarding(award)] }
}

function changed(
  entity: RecognisedEntity,
  of: readonly number[],
  change: (action: RecognisedAction) => RecognisedAction,
): RecognisedEntity {
  if (of.some((place) => entity.actions[place] === undefined)) throw conflict('The entry does not say that.')
  return { ...entity, actions: entity.actions.map((action, place) => (of.includes(place) ? change(action) : action)) }
}

function ended(action: RecognisedAction, until: Date): RecognisedAction {
  if (until < action.from) throw conflict('It cannot end before it begins.')
  if (action.until !== null && action.until <= until) throw conflict('It ends before that day already.')
  return { ...action, until }
}

function suspended(action: RecognisedAction, from: Date): RecognisedAction {
  if (action.suspensions.some(({ until }) => until === null || until > from)) {
    throw conflict('It is suspended then already.')
  }
  return { ...action, suspensions: [...action.suspensions, { from, until: null }] }
}

function lifted(action: RecognisedAction, until: Date): RecognisedAction {
  const open = action.suspensions.find((one) => one.until === null)
  if (open === undefined) throw conflict('It is not suspended.')
  if (until < open.from) throw conflict('A suspension cannot end before it begins.')
  const suspensions = action.suspensions.map((one) => (one === open ? { ...one, until } : one))
  return { ...action, suspensions }
}

function withdrawn(action: RecognisedAction, { on, isRetroactive, reason }: ActOf<'withdraw'>): RecognisedAction {
  if (action.withdrawal !== null) throw conflict('It was withdrawn already.')
  return { ...action, withdrawal: { on, isRetroactive, reason } }
}

function reinstated(action: RecognisedAction): RecognisedAction {
  if (action.withdrawal === null) throw conflict('It was not withdrawn.')
  return { ...action, withdrawal: null }
}

function withKeys(entity: RecognisedEntity, keys: readonly PinnedKey[]): RecognisedEntity {
  if (newKeys(entity.keys, keys).length === 0) throw conflict('All of its keys are on the register already.')
  return { ...entity, keys: withNewKeys(entity.keys, keys) }
}

/**
 * A log only ever grows: one that is shorter than it was seen, or another of the same length, is not the same any more. What
 * was seen before a withdrawal is all that shows what was awarded before it, so nothing that is seen later takes its place.
 * Another log takes the place of the one before only where that is said, and what was seen of that one stays.
 */
const withLog: Change<ActOf<'pinLog'>> = (entity, { log, replaces }) => {
  const known = logsOf(entity)
  const isBefore = ({ withdrawal }: RecognisedAction) =>
    withdrawal !== null &&
    log.seen.at >= withdrawal.on &&
    known.some(({ seen }) => seen !== undefined && seen.at < withdrawal.on)
  if (entity.actions.some(isBefore)) {
    throw conflict(
      'The log was seen before the withdrawal. To look again would lose what shows what was awarded before.',
    )
  }
  const [inUse] = known
  if (inUse !== undefined && !isSameLog(inUse, log) && replaces !== inUse.url) {
    throw conflict(
      'It is another log than the one on the register. It takes the place of that one only where that is said.',
    )
  }
  const before = known.find((one) => isSameLog(one, log))
  const seen = before?.seen
  if (
    seen !== undefined &&
    (log.seen.size < seen.size || (log.seen.size === seen.size && log.seen.root !== seen.root))
  ) {
    throw conflict('The log does not hold any more what the register saw there. Do not go on before you know why.')
  }
  const isSame = seen?.size === log.seen.size
  const newest = { ...log, since: before?.since ?? log.since, ...(isSame ? { seen } : {}) }
  const earlier = known.filter((one) => one !== before).map(({ url, key, since, seen }) => ({ url, key, since, seen }))
  return { ...entity, issueLog: earlier.length === 0 ? newest : { ...newest, earlier } }
}

const keyEnded: Change<ActOf<'endKey'>> = (entity, { key, until, reason }) => {
  const pinned = entity.keys.find((one) => one.key === key)
  if (pinned === undefined) throw conflict('The register does not know that key.')
  if (pinned.reason === 'compromised') throw conflict('That key is known to be in the wrong hands already.')
  if (pinned.reason !== null && reason !== 'compromised') throw conflict('That key has ended already.')
  return { ...entity, keys: entity.keys.map((one) => (one === pinned ? { ...one, until, reason } : one)) }
}

function closed(
  entity: RecognisedEntity,
  on: Date,
  custodian: { did: string; name: string } | null,
  successor: { did: string; name: string } | null,
): RecognisedEntity {
  if (entity.closure !== null) throw conflict('It is closed already.')
  const keys = entity.keys.map((key) => (key.until === null ? { ...key, until: on, reason: 'closed' as const } : key))
  return { ...entity, keys, closure: { on, custodian, successor } }
}

/**
 * The successor may do from that time on what the closed one could do until then. What was suspended or withdrawn stays; a
 * suspension or withdrawal that lies ahead goes with it.
 */
function handedOver(
  entity: RecognisedEntity,
  successor: RecognisedEntity | undefined,
  { on, from, custodian, successor: named, keys }: ActOf<'handOver'>,
): RecognisedEntity[] {
  if (named.did === entity.did) throw conflict('It cannot be its own successor.')
  const actions = entity.actions
    .filter((action) => isInForce(action, on))
    .map((action) => ({
      ...action,
      from,
      suspensions: action.suspensions.filter(({ until }) => until === null || until > from),
    }))
    .filter(({ until }) => until === null || until > from)
  if (actions.length === 0) throw conflict('There is nothing that it may award then, so nothing to hand over.')
  const before = successor ?? { ...named, actions: [], keys: [], closure: null, issueLog: null, recognisedIn: null }
  if (before.closure !== null) throw conflict('The successor is closed itself.')
  const taken = actions.filter((action) => !before.actions.some((own) => covers(own, action)))
  return [
    closed(entity, on, custodian, { did: named.did, name: before.name }),
    { ...before, actions: [...before.actions, ...taken], keys: withNewKeys(before.keys, keys) },
  ]
}

/** Whether somebody may do that already, for at least as long. */
function covers(own: RecognisedAction, action: RecognisedAction): boolean {
  const isLongEnough = own.until === null || (action.until !== null && own.until >= action.until)
  const isSame = own.action === action.action && scopeKey(own.scope) === scopeKey(action.scope)
  return isSame && isLongEnough && isInForce(own, action.from)
}

/** An entry leads to one list. Another takes its place, for all that it was let recognise before, only where that is said. */
const delegated: Change<ActOf<'delegate'>> = (entity, { from, until, scope, depth, list, replaces }) => {
  const { recognisedIn } = entity
  if (recognisedIn !== null && recognisedIn !== list && replaces !== recognisedIn) {
    throw conflict(
      'It recognises others on another list. This one takes the place of that one only where that is said.',
    )
  }
  const action = { action: 'recognise' as const, from, until, scope, depth }
  return {
    ...entity,
    recognisedIn: list,
    actions: [...entity.actions, { ...action, assurance: null, suspensions: [], withdrawal: null }],
  }
}

const conflict = (why: string) => new PassportError('request.conflict', why)
