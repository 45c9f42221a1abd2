import type { Recognition } from '#trust'
import { recognise } from '#trust'
import { validityOf } from '../data-model.ts'
import { parseMoment } from '../dates.ts'
import type { CheckResult } from '../report.ts'
import type { World } from '../world.ts'
import type { Subject } from './check.ts'
import { resultOf } from './check.ts'

const result = resultOf('recognition')

/** What the verifier's lists say of this issuer on the day of the award. It never fails a credential by itself. */
export function recognition(
  { credential, issuerId }: Subject,
  { trustLists, unavailableLists, now }: World,
): { recognition: Recognition; results: CheckResult[] } {
  // Both days are the issuer's own word. The later keeps one that is recognised no more from awarding as of earlier.
  const days = [credential.awardedDate, ...validityOf(credential).from].flatMap((day) => parseMoment(day)?.latest ?? [])
  const on = days.length > 0 ? days : [now]
  const recognition = recognise({ issuer: issuerId ?? '', on }, trustLists, unavailableLists)
  const { outcome, list, asOf } = recognition
  const detail = { ...(list ? { list: list.name, url: list.url } : {}), ...(asOf ? { asOf } : {}) }
  const passed = outcome === 'recognised'
  return { recognition, results: result(passed ? 'passed' : 'notice', `recognition.${outcome}`, detail) }
}
