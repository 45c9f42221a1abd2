import type { Problem } from '#server'
import { problemPage, translated } from '#web'
import { HELPING, PUBLIC } from './frame.ts'
import { onwardWords } from './problem-words.ts'
import { reasonOf } from './reasons.ts'

/** A page that could not be had, with the remedy and a way on. */
export const problem = translated(({ title, detail, code, status }: Problem): string => {
  const words = onwardWords()
  const signIn = code === 'access.required' || code.startsWith('signIn.')
  const next = signIn
    ? { href: '/sign-in', label: words.signIn }
    : code === 'help.notAllowed'
      ? { href: HELPING, label: words.helping }
      : code.startsWith('share.') || code.startsWith('help.')
        ? { href: '/', label: words.about }
        : { href: '/passport', label: words.passport }
  return problemPage({ ...PUBLIC, title, detail: reasonOf({ code, message: detail }), code, status, next })
})
