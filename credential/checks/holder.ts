import { type Check, resultOf } from './check.ts'

const result = resultOf('holder')

/** Whether the person who shows it is the person it is about. A credential by itself cannot say; a presentation can. */
export const holder: Check = () => result('notice', 'holder.notPresented')
