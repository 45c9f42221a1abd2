import type { CertificateTechnique } from '#credential'
import type { Frameworks } from '#skills'
import { CurrencyBadge, DateText, EnglishText, SummaryList, type SummaryRow, Sureness, stateWords } from '#web'
import type { Showing } from '../../skills/showing.ts'
import { showingCardWords } from './showing-card-words.tsx'
import { ShowingTitle } from './showing-title.tsx'
import { nextOf, showingSentence } from './showing-words.ts'
import { itemKinds } from './timeline-words.ts'

interface ShowingCardProps {
  skill: string
  showing: Showing
  known: Frameworks
  /** Where it shows the skill only by the list of old certificates. */
  through?: CertificateTechnique | undefined
}

/** One thing that shows a skill: what it shows and who says so in a sentence, what that rests on, and what to do next. */
export function ShowingCard({ skill, showing, known, through }: ShowingCardProps) {
  const words = showingCardWords()
  const { href, credential } = showing
  const next = nextOf(showing)
  return (
    <article class="card flow">
      <h3>
        <a href={href}>
          <ShowingTitle of={showing} />
        </a>
      </h3>
      <p>{showingSentence(skill, showing)}</p>
      <SummaryList rows={rowsOf(showing)} />
      {through !== undefined && credential !== null && (
        <p class="soft">
          {words.through(<EnglishText>{known.nameOf(through.unit)}</EnglishText>)}{' '}
          <Sureness of={through.entry.confidence} />
        </p>
      )}
      <p>
        {words.next} <a href={next.href}>{next.label}</a>
      </p>
    </article>
  )
}

function rowsOf({ kind, source, assurance, currency, until, credential, work, described }: Showing): SummaryRow[] {
  const words = showingCardWords()
  const { assurances, learningSources } = stateWords()
  const notStated = <span class="not-stated">{words.notStated}</span>
  const by =
    credential?.issuerName ?? described?.awardedBy.join(', ') ?? work?.confirmedBy.map((one) => one.by).join(', ')
  return [
    { label: words.what, value: itemKinds()[kind] },
    { label: words.who, value: by === undefined || by === '' ? words.you : <bdi>{by}</bdi> },
    { label: words.howSure, value: assurance === null ? notStated : inCapital(assurances[assurance]) },
    ...(credential === null
      ? []
      : [
          {
            label: words.isCurrent,
            value:
              currency === 'unknown' ? (
                notStated
              ) : (
                <>
                  <CurrencyBadge currency={currency} />
                  {until !== null && (
                    <span class="soft">
                      {' '}
                      <DateText value={until} />
                    </span>
                  )}
                </>
              ),
          },
          { label: words.where, value: source === 'notSaid' ? notStated : learningSources[source] },
          {
            label: words.level,
            value:
              credential.level === undefined ? notStated : `${credential.level.framework} ${credential.level.code}`,
          },
        ]),
  ]
}

const inCapital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
