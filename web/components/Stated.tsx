import type { ComponentChildren } from 'preact'
import { formatDate } from '../dates.ts'
import { wordsOf } from '../sentences/words.ts'
import { credentialWords } from './credential-words.ts'

interface StatedProps {
  children: ComponentChildren
  why?: string | undefined
  mayBeLeftOut?: boolean
}

/**
 * A value of a credential; where there is none, it says so, with the issuer's own reason if one was given. Of a copy that
 * may lack parts nobody can say who is silent.
 */
export function Stated({ children, why, mayBeLeftOut = false }: StatedProps) {
  const empty = children === null || children === undefined || children === '' || children === false
  if (!empty) return <>{children}</>
  const words = credentialWords()
  return (
    <span class="not-stated">
      {mayBeLeftOut ? words.mayBeLeftOut : words.notStated}
      {why && (
        <>
          . {words.reason} <bdi>{wordsOf(why)}</bdi>
        </>
      )}
    </span>
  )
}

/** A date that programs read too. */
export function DateText({ value }: { value: string }) {
  return <time dateTime={value}>{formatDate(value)}</time>
}
