import type { Currency, CurrencyValue, GapState, LevelReference } from '#skills'
import { CurrencyBadge, DateText, GapBadge, sentences, stateWords } from '#web'
import type { ShownCredential, ShownLevel } from '../employer/shown-credential.ts'
import { employerWords } from './employer-words.tsx'

/** Who says that somebody can do something, how sure that is, and whether it is current: in this order everywhere. */
export function WhoSaysSo({ state, isMet = null, by }: WhoSaysSoProps) {
  const { gapStatesOfOthers } = stateWords()
  const words = isShown(state) ? (howSure(by) ?? gapStatesOfOthers[state]) : gapStatesOfOthers[state]
  return (
    <>
      {state !== 'lapsed' && <GapBadge row={{ state, isMet }} words={{ ...gapStatesOfOthers, [state]: words }} />}
      <span>
        <bdi>{by.issuer}</bdi> <span class="soft">({sentences().recognitionLabels[by.recognition].toLowerCase()})</span>
      </span>
      <Currently currency={by.currency} />
    </>
  )
}

interface WhoSaysSoProps {
  state: GapState
  isMet?: boolean | null
  by: ShownCredential
}

/** What a credential's assurance comes to. Where no list speaks for its issuer, it is that issuer's own word, and said to be. */
export function howSure({ assurance, claimed, recognition }: ShownCredential): string | null {
  const { assurances } = stateWords()
  if (recognition === 'recognised' && assurance !== null) return sentence(assurances[assurance])
  return claimed === null ? null : employerWords().issuerSays(assurances[claimed])
}

/** What its issuer took back or replaced has no last day that matters. */
const WITHOUT_DATES: readonly Currency[] = ['revoked', 'suspended', 'superseded']

/** How current something is on the day asked about, with its last day where there is one. */
export function Currently({ currency: { state, until } }: { currency: CurrencyValue }) {
  return (
    <span class="marked">
      {state === 'unknown' ? (
        <span class="soft">{employerWords().lastsUnstated}</span>
      ) : (
        <CurrencyBadge currency={state} />
      )}
      {until && !WITHOUT_DATES.includes(state) && (
        <span class="soft">
          <DateText value={until} />
        </span>
      )}
    </span>
  )
}

/** A level by its name, and what it is broadly comparable with elsewhere. */
export function LevelElsewhere({ level: { name, elsewhere } }: { level: ShownLevel }) {
  return (
    <>
      <bdi>{name}</bdi>
      {elsewhere.length > 0 && <span class="soft">{employerWords().comparable(elsewhere.map(nameOf).join(', '))}</span>}
    </>
  )
}

/** Whether something shows it, whatever its weight. */
const isShown = (state: GapState) => state === 'proven' || state === 'confirmed' || state === 'selfAssessed'

const nameOf = ({ framework, code }: LevelReference) => `${framework} ${code}`

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
