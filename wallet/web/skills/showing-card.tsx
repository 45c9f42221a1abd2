import type { CertificateTechnique } from '#credential'
import type { Frameworks } from '#skills'
import { assurances, CurrencyBadge, DateText, learningSources, SummaryList, type SummaryRow, Sureness } from '#web'
import type { Showing } from '../../skills/showing.ts'
import { nextOf, showingSentence } from './showing-words.ts'
import { ITEM_KINDS } from './timeline-words.ts'

interface ShowingCardProps {
  skill: string
  showing: Showing
  known: Frameworks
  /** Where it shows the skill only by the list of old certificates. */
  through?: CertificateTechnique | undefined
}

/** One thing that shows a skill: what it shows and who says so in a sentence, what that rests on, and what to do next. */
export function ShowingCard({ skill, showing, known, through }: ShowingCardProps) {
  const { title, href, credential } = showing
  const next = nextOf(showing)
  return (
    <article class="card flow">
      <h3>
        <a href={href}>
          <bdi>{title}</bdi>
        </a>
      </h3>
      <p>{showingSentence(skill, showing)}</p>
      <SummaryList rows={rowsOf(showing)} />
      {through !== undefined && credential !== null && (
        <p class="soft">
          The list of old certificates takes it for {known.nameOf(through.unit)}, which goes with this skill.{' '}
          <Sureness of={through.entry.confidence} />
        </p>
      )}
      <p>
        Next: <a href={next.href}>{next.label}</a>
      </p>
    </article>
  )
}

function rowsOf({ kind, source, assurance, currency, until, credential, work, described }: Showing): SummaryRow[] {
  const notStated = <span class="not-stated">Not stated</span>
  const by =
    credential?.issuerName ?? described?.awardedBy.join(', ') ?? work?.confirmedBy.map((one) => one.by).join(', ')
  return [
    { label: 'What it is', value: ITEM_KINDS[kind] },
    { label: 'Who says so', value: by === undefined || by === '' ? 'You' : <bdi>{by}</bdi> },
    { label: 'How sure it is', value: assurance === null ? notStated : inCapital(assurances[assurance]) },
    ...(credential === null
      ? []
      : [
          {
            label: 'Current?',
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
          { label: 'Where you learnt it', value: source === 'notSaid' ? notStated : learningSources[source] },
          {
            label: 'Level',
            value:
              credential.level === undefined ? notStated : `${credential.level.framework} ${credential.level.code}`,
          },
        ]),
  ]
}

const inCapital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
