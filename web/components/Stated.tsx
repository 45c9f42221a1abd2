import type { ComponentChildren } from 'preact'
import { formatDate } from '../dates.ts'
import { wordsOf } from '../sentences/words.ts'

/** A value of a credential; where there is none, it says so, with the issuer's own reason if one was given. */
export function Stated({ children, why }: { children: ComponentChildren; why?: string | undefined }) {
  const empty = children === null || children === undefined || children === '' || children === false
  if (!empty) return <>{children}</>
  return (
    <span class="not-stated">
      Not stated by the issuer
      {why && (
        <>
          . Their reason: <bdi>{wordsOf(why)}</bdi>
        </>
      )}
    </span>
  )
}

/** A date that programs read too. */
export function DateText({ value }: { value: string }) {
  return <time dateTime={value}>{formatDate(value)}</time>
}
