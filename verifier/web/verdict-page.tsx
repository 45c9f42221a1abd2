import type { Standing } from '#credential'
import {
  Actions,
  ButtonLink,
  CredentialCard,
  count,
  en,
  faceOf,
  Heading,
  Notice,
  page,
  sentenceFor,
  Verdict,
} from '#web'
import type { CheckAnswer, CredentialAnswer, SeveralAnswer } from '../check.ts'
import { FRAME } from './frame.ts'

/** The verdict as a page: the answer first, then what the credential shows, then every check with its reason. */
export function verdictPage(answer: CheckAnswer, link?: string): string {
  const [only] = 'reports' in answer ? answer.reports : [answer]
  const isOne = only !== undefined && (!('reports' in answer) || answer.reports.length === 1)
  return page({
    ...FRAME,
    title: isOne ? en.headlines[faceOf(only)] : 'Verdict',
    body: (
      <div class="flow">
        {'reports' in answer && <OfTheWhole checks={checksOfTheWhole(answer)} />}
        {isOne ? <One answer={only} /> : 'reports' in answer && <Several reports={answer.reports} />}
        <Actions>
          <ButtonLink href="/check" icon="search">
            Check another
          </ButtonLink>
          {link !== undefined && only?.credential === null && (
            <ButtonLink href={`/check?link=${encodeURIComponent(link)}`} variant="secondary" icon="refresh-cw">
              Try again
            </ButtonLink>
          )}
        </Actions>
      </div>
    ),
  })
}

function One({ answer, index }: { answer: CredentialAnswer; index?: number }) {
  const { summary, standing } = answer
  const isOneOfMany = index !== undefined
  const unproven = standing === 'notGenuine' || standing === 'unchecked'
  return (
    <Verdict
      report={answer}
      summary={summary}
      audience="employer"
      headingLevel={isOneOfMany ? 2 : 1}
      id={isOneOfMany ? `verdict-${index + 1}` : 'verdict'}
      folds={isOneOfMany}
    >
      {summary && isOneOfMany && (
        <details class="fold">
          <summary>All that it says</summary>
          <CredentialCard summary={summary} headingLevel={3} unproven={unproven} />
        </details>
      )}
      {summary && !isOneOfMany && <CredentialCard summary={summary} unproven={unproven} />}
    </Verdict>
  )
}

function Several({ reports }: Pick<SeveralAnswer, 'reports'>) {
  const genuine = reports.filter(({ standing }) => standing === 'genuine').length
  const rest = STANDINGS.flatMap((standing) => {
    const found = reports.filter((report) => report.standing === standing).length
    return found === 0 ? [] : [`${found} ${en.standings[standing].toLowerCase()}`]
  })
  if (reports.length === 0)
    return <Heading lead="There is no credential in it that could be checked.">Nothing to check</Heading>
  return (
    <>
      <Heading
        lead={
          rest.length === 0
            ? `${count(reports.length, 'credential')}, each checked by itself.`
            : `${genuine} genuine, ${rest.join(', ')}.`
        }
      >
        {genuine} of {reports.length} genuine
      </Heading>
      {reports.map((report, index) => (
        <One key={`${report.digest}${index}`} answer={report} index={index} />
      ))}
    </>
  )
}

const STANDINGS: readonly Standing[] = ['notGenuine', 'noLongerValid', 'notYetValid', 'unchecked']

/** Of a presentation of one credential, only what concerns the holder: the rest is in its report. */
function checksOfTheWhole(answer: CheckAnswer): CheckAnswer['checks'] {
  return 'standing' in answer ? answer.checks.filter(({ check }) => check === 'holder') : answer.checks
}

/** What is wrong with the presentation itself, which says nothing against a credential in it. */
function OfTheWhole({ checks }: Pick<CheckAnswer, 'checks'>) {
  return (
    <>
      {checks
        .filter(({ outcome }) => outcome === 'failed' || outcome === 'unknown')
        .map((check) => (
          <Notice key={check.code} tone="attention" title={en.checks[check.check]}>
            {sentenceFor(en, check)}
          </Notice>
        ))}
    </>
  )
}
