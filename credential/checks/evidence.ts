import { asArray, isObject } from '#platform'
import { type Check, resultOf } from './check.ts'

const result = resultOf('evidence')

/** Evidence with a digest can be compared once someone supplies the file. None is fetched: its address may be anyone's. */
export const evidence: Check = ({ credential }) => {
  const items = [...asArray(credential.evidence), ...asArray(credential.relatedResource)].filter(isObject)
  if (items.length === 0) return result('passed', 'evidence.none')
  return result('notice', 'evidence.notSupplied', { count: items.length })
}
