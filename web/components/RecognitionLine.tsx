import type { Recognition } from '#trust'
import { formatTime } from '../dates.ts'
import { en } from '../sentences/en.ts'
import { Body } from './Body.tsx'
import { Icon } from './Icon.tsx'

/**
 * What the lists say of the issuer, apart from the verdict. An issuer that is on none is neither praised nor blamed, and
 * one whose signature did not hold is never shown as recognised.
 */
export function RecognitionLine({ recognition, proven }: { recognition: Recognition; proven: boolean }) {
  const { outcome, list, asOf } = recognition
  const recognised = outcome === 'recognised' && proven
  return (
    <div class={`recognition recognition-${recognised ? 'recognised' : 'neutral'}`}>
      <Icon name={recognised ? 'badge-check' : 'landmark'} />
      <div>
        <p>
          <strong>{en.recognitionLabels[outcome]}</strong>
        </p>
        <p>
          {en.recognition[outcome](recognition)}
          {!proven && ' But this document is not proven to be that issuer’s.'}
        </p>
        {list && (
          <div class="soft">
            List: <bdi>{list.name}</bdi>
            {asOf && <>, as of {formatTime(asOf)}</>}
            {list.operator && (
              <>
                , kept by <Body id={list.operator} />
              </>
            )}
          </div>
        )}
      </div>
    </div>
  )
}
