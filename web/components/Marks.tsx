import { isGiven, isOfScheme, type Mark, type MarkState, resultsOfMark } from '#credential'
import { formatTime } from '../dates.ts'
import type { IconName } from '../icons.ts'
import { sentenceFor } from '../sentences/sentences.ts'
import { sentences } from '../sentences/spoken.ts'
import { Away } from './Away.tsx'
import { Body } from './Body.tsx'
import { credentialWords } from './credential-words.ts'
import { endorsementRows, some } from './endorsement-rows.tsx'
import { Icon } from './Icon.tsx'
import { Shortened } from './Shortened.tsx'
import { DateText } from './Stated.tsx'
import { SummaryList, type SummaryRow } from './SummaryList.tsx'
import { verdictWords } from './verdict-words.ts'

interface MarksProps {
  marks: readonly Mark[]
  /** Of the section, unique on its page, so that a card can lead there. */
  id: string
  headingLevel: 2 | 3
}

/** Marks that were given by who says so. Of others it is not told again what they say was approved. */
const IS_ITS_SIGNERS: Record<MarkState, boolean> = {
  shown: true,
  expired: true,
  withdrawn: true,
  notYet: true,
  notApproved: true,
  unchecked: false,
  notSchemeOwner: false,
  invalid: false,
  otherSubject: false,
  unbound: false,
  own: false,
}

/**
 * What others say of a credential, under schemes of theirs or by their own word: what was found of each, and with one click
 * what was approved, against what, by whom, and which list says that it is theirs to approve. It is apart from levels.
 */
export function Marks({ marks, id, headingLevel }: MarksProps) {
  const Section = `h${headingLevel}` as const
  if (marks.length === 0) return null
  return (
    <section class="marks" id={id} aria-labelledby={`${id}-heading`}>
      <Section id={`${id}-heading`}>{sentences().marks.heading}</Section>
      <ul class="checks">
        {marks.map((mark, index) => (
          <li key={`${mark.by.id}${index}`} class={isGiven(mark) ? 'check check-passed' : 'check'}>
            <Icon name={iconOf(mark)} />
            <div>
              <p class="check-name">
                <strong>
                  {IS_ITS_SIGNERS[mark.state] && mark.name !== null ? (
                    <bdi>{mark.name}</bdi>
                  ) : (
                    sentences().marks.kinds[mark.kind]
                  )}
                </strong>{' '}
                <span class="check-outcome">
                  {isGiven(mark) ? sentences().marks.kinds[mark.kind] : verdictWords().forInformation}
                </span>
              </p>
              {resultsOfMark(mark).map((result) => (
                <p key={result.code}>{sentenceFor(sentences(), result)}</p>
              ))}
              <details>
                <summary>{leadsTo(mark)}</summary>
                <SummaryList
                  rows={
                    IS_ITS_SIGNERS[mark.state] ? [...endorsementRows(mark, mark.about), ...signed(mark)] : signed(mark)
                  }
                />
              </details>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function leadsTo(mark: Mark): string {
  if (!IS_ITS_SIGNERS[mark.state]) return verdictWords().whoSigned
  return isOfScheme(mark) ? verdictWords().whatWasApproved : verdictWords().whatTheySay
}

function iconOf(mark: Mark): IconName {
  if (isGiven(mark)) return 'badge-check'
  return mark.state === 'shown' ? 'info' : 'circle-minus'
}

function signed({ by, scheme, validFrom, validUntil, withdrawnOn, recognition, state }: Mark): SummaryRow[] {
  const { list, asOf, isStale } = recognition
  const words = verdictWords()
  return [
    {
      label: words.signedBy,
      value: (
        <>
          {by.name && <bdi>{by.name}</bdi>} <Shortened text={by.id} />
        </>
      ),
    },
    ...some(credentialWords().scheme, scheme && <Away url={scheme}>{scheme}</Away>),
    ...some(words.holdsFrom, validFrom && <DateText value={validFrom} />),
    ...some(words.holdsUntil, validUntil && <DateText value={validUntil} />),
    ...some(
      words.withdrawn,
      state === 'withdrawn' && (withdrawnOn ? <DateText value={withdrawnOn} /> : words.dayUnknown),
    ),
    ...some(
      words.list,
      list && (
        <>
          <bdi>{list.name}</bdi>
          {asOf && words.asOf(formatTime(asOf))}
          {isStale && words.isStale}
          {list.operator && (
            <>
              {words.keptBy}
              <Body id={list.operator} />
            </>
          )}
        </>
      ),
    ),
  ]
}
