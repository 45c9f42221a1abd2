import { isAward, type StandardField, standardFieldFaults } from '#credential'
import { type JsonObject, PassportError } from '#platform'

const MEANT: Readonly<Record<StandardField, string>> = {
  Skill: 'which skill it shows',
  Level: 'its level, by the address of a framework’s level',
  AssessmentMethod: 'how it was assessed',
  AwardingBody: 'who awards or verifies it',
  DateAchieved: 'the day it was achieved',
  Currency: 'how long it holds',
}

/** Why an award cannot be issued as it is: each standard field that it neither states nor explains. */
export function whyIncomplete(credential: JsonObject): PassportError | undefined {
  if (!isAward(credential)) return undefined
  const faults = standardFieldFaults(credential)
  if (faults.length === 0) return undefined
  const named = faults.map(({ field }) => MEANT[field])
  return new PassportError('award.incomplete', `State or explain in the award: ${named.join('; ')}.`, {
    details: {
      errors: faults.map(({ field, code, pointer }) => ({
        code,
        pointer,
        message: `State or explain ${MEANT[field]}.`,
      })),
    },
  })
}

/** Refuses such an award (`award.incomplete`). */
export function expectStandardFields(credential: JsonObject): void {
  const why = whyIncomplete(credential)
  if (why !== undefined) throw why
}
