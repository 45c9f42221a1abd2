import type { Currency } from '#skills'
import { CurrencyBadge, formatDate } from '#web'
import type { Showing } from '../../skills/showing.ts'
import { Marked } from './marked.tsx'
import { selfWords } from './self-words.ts'
import { whoSaysWords } from './who-says-words.tsx'

/** The page of one skill. */
export const skillAt = (term: string) => `/skills/map/${encodeURIComponent(term)}`

/** Who says so, by icon and words. What could not be checked is neither a yes nor a no. */
export function Who({ skill: { state, credential, work, described } }: { skill: Showing }) {
  const [first] = work?.confirmedBy ?? []
  const by = <bdi>{credential?.issuerName}</bdi>
  const words = whoSaysWords()
  if (described !== null) return <Marked icon="file-check">{words.described}</Marked>
  if (state === 'selfAssessed') return <Marked icon="info">{selfWords().ownWord}</Marked>
  if (first !== undefined) {
    return <Marked icon="check">{words.confirmedByPerson(<bdi>{first.by}</bdi>, <bdi>{first.relation}</bdi>)}</Marked>
  }
  if (state === 'proven') return <Marked icon="badge-check">{words.proven(by)}</Marked>
  if (state === 'confirmed') return <Marked icon="check">{words.confirmed(by)}</Marked>
  if (credential?.status === 'unknown') {
    return <Marked icon="circle-question-mark">{words.unchecked(by)}</Marked>
  }
  return <Marked icon="circle-question-mark">{words.notSure(by)}</Marked>
}

/** How current it is. That nobody stated it takes nothing away from it. */
export function Lasts({ currency, until }: { currency: Currency; until: string | null }) {
  if (currency === 'unknown') return <span class="soft">{whoSaysWords().howLong}</span>
  return (
    <span>
      <CurrencyBadge currency={currency} />
      {until && <span class="soft"> {formatDate(until)}</span>}
    </span>
  )
}
