import type { ListAnswer, Recognition } from '#trust'
import { formatTime } from '../dates.ts'
import { inOneDirection } from '../sentences/sentences.ts'
import { sentences } from '../sentences/spoken.ts'
import { Body } from './Body.tsx'
import { Icon } from './Icon.tsx'
import { verdictWords } from './verdict-words.ts'

interface RecognitionLineProps {
  recognition: Recognition
  /** Whether the document is the issuer's. */
  proven: boolean
  /** The assurance that the issuer claims. */
  claimed: string | null
}

/**
 * What the lists say of the issuer, apart from the verdict. An issuer that is on none is neither praised nor blamed, and
 * one whose signature did not hold is never shown as recognised.
 */
export function RecognitionLine({ recognition, proven, claimed }: RecognitionLineProps) {
  const { outcome, list, asOf, isStale, isStapled, others, isConflict } = recognition
  const said = sentences()
  const words = verdictWords()
  const recognised = outcome === 'recognised' && proven
  const assurance = proven ? said.assurance(recognition, claimed) : null
  return (
    <div class={`recognition recognition-${recognised ? 'recognised' : 'neutral'}`}>
      <Icon name={recognised ? 'badge-check' : 'landmark'} />
      <div>
        <p>
          <strong>{said.recognitionLabels[outcome]}</strong>
        </p>
        <p>
          {inOneDirection(said.recognition[outcome](recognition))}
          {!proven && ` ${words.notProven}`}
        </p>
        {assurance && <p>{assurance}</p>}
        {list && (
          <div class="soft">
            {words.list}: <bdi>{list.name}</bdi>
            {asOf && words.asOf(formatTime(asOf))}
            {isStale && words.isStale}
            {isStapled && words.isStapled}
            {list.operator && (
              <>
                {words.keptBy}
                <Body id={list.operator} />
              </>
            )}
          </div>
        )}
        {others.length > 0 && <OtherLists others={others} isConflict={isConflict} />}
      </div>
    </div>
  )
}

/** What the further lists say that know the issuer. A contradiction is not left to be found. */
function OtherLists({ others, isConflict }: { others: readonly ListAnswer[]; isConflict: boolean }) {
  return (
    <details open={isConflict}>
      <summary>{isConflict ? verdictWords().othersDiffer : verdictWords().others}</summary>
      <ul>
        {others.map(({ outcome, list, asOf }) => (
          <li key={list?.url}>
            <bdi>{list?.name}</bdi>: {sentences().recognitionLabels[outcome]}
            {asOf && verdictWords().asOf(formatTime(asOf))}
          </li>
        ))}
      </ul>
    </details>
  )
}
