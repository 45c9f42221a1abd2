import { isObject, type Json } from '#platform'
import type { KeyEnd, PinnedKey } from '../../model.ts'
import { malformed, onlyMembers, optionalDate, readText } from './fields.ts'

const KEY = new Set(['type', 'publicKeyMultibase', 'validFrom', 'validUntil', 'endReason'])
const ENDS: readonly KeyEnd[] = ['superseded', 'closed', 'compromised']

/** A key that a list knows an issuer by. An end has its reason: one without could be a compromise that nobody wrote down. */
export function readKey(value: Json): PinnedKey {
  if (!isObject(value)) throw malformed('a key on it cannot be read')
  onlyMembers(value, KEY, 'a key')
  const until = optionalDate(value.validUntil)
  const reason = ENDS.find((one) => one === value.endReason) ?? null
  if ((until === null) !== (reason === null)) throw malformed('the end of a key on it has no reason that is understood')
  return {
    key: readText(value.publicKeyMultibase, 'a key on it cannot be read'),
    from: optionalDate(value.validFrom),
    until,
    reason,
  }
}
