import { asArray, isObject } from '#platform'
import { type Check, resultOf } from './check.ts'

const result = resultOf('endorsements')

/** Endorsements inside a credential are signed by others. They are counted here and not verified, so none is shown as a mark. */
export const endorsements: Check = ({ credential }) => {
  const holders = [credential, credential.issuer, ...asArray(credential.credentialSubject)]
  const achievements = asArray(credential.credentialSubject).map((subject) => isObject(subject) && subject.achievement)
  const count = [...holders, ...achievements]
    .filter(isObject)
    .flatMap((holder) => [...asArray(holder.endorsement), ...asArray(holder.endorsementJwt)]).length
  if (count === 0) return result('passed', 'endorsements.none')
  return result('notice', 'endorsements.notChecked', { count })
}
