import { asArray, isObject, type Json } from '#platform'
import { isAssurance } from '../../assurance.ts'
import { MAX_STEPS, type RecognisedAction, type Suspension, type Withdrawal } from '../../model.ts'
import { scopeKey } from '../../scope.ts'
import { malformed, onlyMembers, optionalDate, readCount, readDate, readText } from './fields.ts'
import { readScopeOf } from './scopes.ts'

const ACTION = new Set([
  'type',
  'action',
  'recognizedBy',
  'validFrom',
  'validUntil',
  'scope',
  'outputValidation',
  'maximumAssurance',
  'maximumDepth',
  'suspension',
  'withdrawal',
])

/**
 * An action for one unbroken period (§ RecognizedAction). Actions that nothing of ours asks for, such as `verify`, are left
 * out; one of those that are asked for must be understood whole.
 */
export function readAction(value: Json): RecognisedAction[] {
  if (!isObject(value) || typeof value.action !== 'string') throw malformed('an action on it cannot be read')
  if (value.action !== 'issue' && value.action !== 'recognize') return []
  onlyMembers(value, ACTION, 'an action')
  const from = readDate(value.validFrom)
  const until = optionalDate(value.validUntil)
  if (until !== null && until < from) throw malformed('a period on it ends before it begins')
  const depth = value.maximumDepth === undefined ? 0 : readCount(value.maximumDepth, 'a depth on it cannot be read')
  if (depth > MAX_STEPS) throw malformed('an entry on it may recognise too many steps further')
  const { maximumAssurance: assurance = null } = value
  if (assurance !== null && !isAssurance(assurance)) throw malformed('a step of assurance on it is not known')
  return [
    {
      action: value.action === 'issue' ? 'issue' : 'recognise',
      from,
      until,
      scope: readScopeOf(value),
      assurance,
      suspensions: asArray(value.suspension).map(suspensionOf),
      withdrawal: withdrawalOf(value.withdrawal),
      depth,
    },
  ]
}

/** Two periods of the same scope that overlap would be two answers to one question, in whatever order they say it. */
export function refuseOverlaps(actions: readonly RecognisedAction[]): void {
  if (actions.length < 2) return
  const alike = [...Map.groupBy(actions, ({ scope }) => scopeKey(scope)).values()]
  for (const same of alike.flatMap((those) => [...Map.groupBy(those, ({ action }) => action).values()])) {
    const inOrder = same.toSorted((one, other) => one.from.getTime() - other.from.getTime())
    const overlaps = inOrder.some(({ until }, at) => {
      const next = inOrder[at + 1]
      return next !== undefined && (until === null || until >= next.from)
    })
    if (overlaps) throw malformed('two periods of one entry overlap', 'trust.overlap')
  }
}

function suspensionOf(value: Json): Suspension {
  if (!isObject(value)) throw malformed('a suspension on it cannot be read')
  onlyMembers(value, new Set(['type', 'validFrom', 'validUntil']), 'a suspension')
  return { from: readDate(value.validFrom), until: optionalDate(value.validUntil) }
}

function withdrawalOf(value: Json | undefined): Withdrawal | null {
  if (value === undefined) return null
  if (!isObject(value) || typeof value.retroactive !== 'boolean') throw malformed('a withdrawal on it cannot be read')
  onlyMembers(value, new Set(['type', 'withdrawnOn', 'retroactive', 'reason']), 'a withdrawal')
  return {
    on: readDate(value.withdrawnOn),
    isRetroactive: value.retroactive,
    reason: readText(value.reason, 'a withdrawal on it has no reason'),
  }
}
