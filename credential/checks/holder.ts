import { asArray, isObject } from '#platform'
import { answersQuestion } from '../examine-holder.ts'
import { keyBinding } from '../sd-jwt/key-binding.ts'
import { type Check, resultOf } from './check.ts'

const result = resultOf('holder')

/**
 * Whether the person who shows it is the person it is about. A credential by itself cannot say, unless it brings the proof of
 * its holder's key along; a presentation can. Where whoever checks asked a question, a proof of the credential's own may
 * answer it (VC Data Integrity §4.4, `domain` and `challenge`); to send the credential alone must not be a way around it.
 */
export const holder: Check = ({ received }, world) => {
  if (received.securing === 'sd-jwt') return keyBinding(received.sdJwt, world)
  const { asked = {} } = world
  if (asked.challenge === undefined && asked.domain === undefined) return result('notice', 'holder.notPresented')
  const proofs = asArray(received.credential.proof).filter(isObject)
  if (proofs.every(({ challenge, domain }) => challenge === undefined && domain === undefined)) {
    return result('failed', 'holder.unsigned')
  }
  const isAnswer = proofs.every((proof) => answersQuestion(proof, asked))
  return isAnswer ? result('notice', 'holder.notPresented') : result('failed', 'holder.challengeMismatch')
}
