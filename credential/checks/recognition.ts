import { type Recognition, recognise } from '#trust'
import { awardFacts } from '../award-facts.ts'
import type { CheckResult } from '../report.ts'
import type { World } from '../world.ts'
import { resultOf, type Subject } from './check.ts'

const result = resultOf('recognition')

/** What the verifier's lists say of this issuer for this award. It never fails a credential by itself. */
export function recognition(
  subject: Subject,
  { trustLists, unavailableLists, trustPolicy = 'any', now, at = now, isCarried = false }: World,
): { recognition: Recognition; results: CheckResult[] } {
  const award = awardFacts(subject, at, isCarried)
  const recognition = recognise(award, {
    lists: trustLists,
    unavailable: unavailableLists,
    policy: trustPolicy,
    now,
    at,
  })
  const { outcome, reason, list, asOf, isStale, refused, isConflict, others } = recognition
  const unasked = others.filter((one) => one.outcome === 'listUnavailable')
  const detail = {
    ...(reason ? { reason } : {}),
    ...(list ? { list: list.name, url: list.url } : {}),
    ...(asOf ? { asOf } : {}),
  }
  const isUsed = outcome !== 'listUnavailable'
  return {
    recognition,
    results: [
      ...result(outcome === 'recognised' ? 'passed' : 'notice', `recognition.${outcome}`, detail),
      ...(isUsed && isStale && list && asOf ? result('notice', 'recognition.stale', { list: list.name, asOf }) : []),
      ...(isUsed && refused && list
        ? result('notice', 'recognition.listRefused', { list: list.name, reason: refused })
        : []),
      ...unasked.flatMap((one) =>
        result('notice', 'recognition.listUnavailable', one.list ? { list: one.list.name, url: one.list.url } : {}),
      ),
      ...(isConflict ? result('notice', 'recognition.conflict', detail) : []),
    ],
  }
}
