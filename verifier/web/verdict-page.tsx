import { Fragment } from 'preact'
import { givenMarks, type Standing } from '#credential'
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
import { type CheckAnswer, type CredentialAnswer, type SeveralAnswer, shownIn } from '../answer.ts'
import type { Question } from '../check.ts'
import { FRAME } from './frame.ts'
import { FurtherQuestions, textToSendAgain } from './further-questions.tsx'
import { KeepReceipt } from './keep-receipt.tsx'

interface VerdictPageOptions {
  /** The link that led to it. */
  link?: string | undefined
  /** What was pasted, to be sent again with a further question. */
  again?: string | undefined
  question?: Question
}

/** The verdict as a page: the answer first, then what the credential shows, then every check with its reason. */
export function verdictPage(answer: CheckAnswer, { link, again, question = {} }: VerdictPageOptions = {}): string {
  const shown = shownIn(answer)
  const [only] = shown
  const isOne = only !== undefined && shown.length === 1
  const text = isOne ? textToSendAgain(only, again) : null
  return page({
    ...FRAME,
    title: isOne ? en.headlines[faceOf(only)] : 'Verdict',
    body: (
      <div class="flow">
        {only !== answer && <OfTheWhole checks={checksOfTheWhole(answer)} />}
        {isOne ? <One answer={only} /> : <Several reports={shown} />}
        {isOne && <Parts answer={only} />}
        {isOne && text !== null && saysMore(only) && <FurtherQuestions answer={only} text={text} question={question} />}
        {isOne && text !== null && saysMore(only) && <KeepReceipt text={text} />}
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

/** Of what is not proven, nothing more is worth asking. */
const saysMore = ({ standing, verdict }: CredentialAnswer) =>
  standing !== 'notGenuine' && (standing !== 'unchecked' || verdict === 'rejected')

/** One answer; `of` names it where it is one of several on the page. */
function One({ answer, of }: { answer: CredentialAnswer; of?: string }) {
  const { summary, standing } = answer
  const isOneOfMany = of !== undefined
  const id = isOneOfMany ? `verdict-${of}` : 'verdict'
  const marks = { given: givenMarks(answer.marks), href: `#${id}-marks` }
  const unproven = standing === 'notGenuine' || standing === 'unchecked'
  return (
    <Verdict
      report={answer}
      summary={summary}
      audience="employer"
      headingLevel={isOneOfMany ? 2 : 1}
      id={id}
      folds={isOneOfMany}
    >
      {summary && isOneOfMany && (
        <details class="fold">
          <summary>All that it says</summary>
          <CredentialCard summary={summary} headingLevel={3} unproven={unproven} marks={marks} />
        </details>
      )}
      {summary && !isOneOfMany && <CredentialCard summary={summary} unproven={unproven} marks={marks} />}
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
        <Fragment key={`${report.digest}${index}`}>
          <One answer={report} of={`${index + 1}`} />
          <Parts answer={report} of={`${index + 1}-`} />
        </Fragment>
      ))}
    </>
  )
}

/** The answer about each credential that a record holds. */
function Parts({ answer: { reports = [] }, of = '' }: { answer: CredentialAnswer; of?: string }) {
  if (reports.length === 0) return null
  return (
    <section class="flow" aria-labelledby={`parts-${of}`}>
      <h2 id={`parts-${of}`}>The {count(reports.length, 'credential')} in this record</h2>
      {reports.map((report, index) => (
        <One key={`${report.digest}${index}`} answer={report} of={`${of}part-${index + 1}`} />
      ))}
    </section>
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
