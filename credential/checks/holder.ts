import { keyBinding } from '../sd-jwt/key-binding.ts'
import { type Check, resultOf } from './check.ts'

const result = resultOf('holder')

/**
 * Whether the person who shows it is the person it is about. A credential by itself cannot say, unless it brings the proof of
 * its holder's key along; a presentation can.
 */
export const holder: Check = ({ received }, world) =>
  received.securing === 'sd-jwt' ? keyBinding(received.sdJwt, world) : result('notice', 'holder.notPresented')
