import type { ListAnswer, Recognition } from '#trust'
import { formatTime } from '../dates.ts'
import { en } from '../sentences/en.ts'
import { inOneDirection } from '../sentences/sentences.ts'
import { Body } from './Body.tsx'
import { Icon } from './Icon.tsx'

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
  const recognised = outcome === 'recognised' && proven
  const assurance = proven ? en.assurance(recognition, claimed) : null
  return (
    <div class={`recognition recognition-${recognised ? 'recognised' : 'neutral'}`}>
      <Icon name={recognised ? 'badge-check' : 'landmark'} />
      <div>
        <p>
          <strong>{en.recognitionLabels[outcome]}</strong>
        </p>
        <p>
          {inOneDirection(en.recognition[outcome](recognition))}
          {!proven && ' But this document is not proven to be that issuer’s.'}
        </p>
        {assurance && <p>{assurance}</p>}
        {list && (
          <div class="soft">
            List: <bdi>{list.name}</bdi>
            {asOf && <>, as of {formatTime(asOf)}</>}
            {isStale && ', and a newer version is overdue'}
            {isStapled && ', handed in by whoever presented this'}
            {list.operator && (
              <>
                , kept by <Body id={list.operator} />
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
      <summary>{isConflict ? 'Other lists say otherwise' : 'What other lists say'}</summary>
      <ul>
        {others.map(({ outcome, list, asOf }) => (
          <li key={list?.url}>
            <bdi>{list?.name}</bdi>: {en.recognitionLabels[outcome]}
            {asOf && <>, as of {formatTime(asOf)}</>}
          </li>
        ))}
      </ul>
    </details>
  )
}
