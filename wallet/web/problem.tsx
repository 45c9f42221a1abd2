import type { Problem } from '#server'
import { problemPage } from '#web'
import { HELPING, PUBLIC } from './frame.ts'
import { reasonOf } from './reasons.ts'

/** A page that could not be had, with the remedy and a way on. */
export function problem({ title, detail, code, status }: Problem): string {
  const signIn = code === 'access.required' || code.startsWith('signIn.')
  const next = signIn
    ? { href: '/sign-in', label: 'Sign in' }
    : code === 'help.notAllowed'
      ? { href: HELPING, label: 'What you can help with' }
      : code.startsWith('share.') || code.startsWith('help.')
        ? { href: '/', label: 'What is this?' }
        : { href: '/passport', label: 'Go to my passport' }
  return problemPage({ ...PUBLIC, title, detail: reasonOf({ code, message: detail }), code, status, next })
}
