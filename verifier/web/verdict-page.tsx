import { Fragment } from 'preact'
import { givenMarks, type Standing } from '#credential'
import { frameworks } from '#skills'
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
import { blinded } from '../employer/blind.ts'
import { type EmployerView, employerView } from '../employer/employer-view.ts'
import type { ShownCredential } from '../employer/shown-credential.ts'
import { BlindSwitch } from './blind-switch.tsx'
import { BlindCard, EmployerSection, Facts } from './employer-section.tsx'
import { frameOf, withBlind } from './frame.ts'
import { FurtherQuestions, textToSendAgain } from './further-questions.tsx'
import { KeepReceipt } from './keep-receipt.tsx'

interface VerdictPageOptions {
  /** The link that led to it. */
  link?: string | undefined
  /** What was pasted, to be sent again with a further question. */
  again?: string | undefined
  question?: Question
  /** Whether it is not to be seen who it is. */
  isBlind?: boolean
  /** What was handed in, to be looked at in the other way; null where that cannot be sent again. */
  sent?: string | null
}

/** The verdict as a page: the answer first, then what the credential shows, then every check with its reason. */
export function verdictPage(
  answer: CheckAnswer,
  { link, again, question = {}, isBlind = false, sent = null }: VerdictPageOptions = {},
): string {
  const shown = shownIn(answer)
  const [only] = shown
  const isOne = only !== undefined && shown.length === 1
  const text = isOne ? textToSendAgain(only, again) : null
  const { view } = employerView(answer, frameworks())
  const isFurther = isOne && text !== null && saysMore(only) && !isBlind
  return page({
    ...frameOf(null, isBlind),
    title: isOne ? en.headlines[faceOf(only)] : 'Verdict',
    body: (
      <div class="flow">
        {only !== answer && <OfTheWhole checks={checksOfTheWhole(answer)} />}
        {isBlind && isOne && <Heading>{en.headlines[faceOf(only)]}</Heading>}
        {isBlind && <Switch isBlind sent={sent} question={question} />}
        {isOne && !isBlind && <One answer={only} />}
        {!isOne && <Counted reports={shown} />}
        {(isBlind || view.credentials.length > 1) && <EmployerSection view={isBlind ? blinded(view) : view} />}
        {!isBlind && view.credentials.length > 0 && <Switch isBlind={false} sent={sent} question={question} />}
        {isBlind ? (
          <Blind view={blinded(view)} />
        ) : isOne ? (
          <Parts answer={only} view={view} />
        ) : (
          <Several reports={shown} view={view} />
        )}
        {isFurther && <FurtherQuestions answer={only} text={text} question={question} />}
        {isFurther && <KeepReceipt text={text} />}
        <Actions>
          <ButtonLink href={withBlind('/check', isBlind)} icon="search">
            Check another
          </ButtonLink>
          {view.credentials.length > 0 && (
            <ButtonLink href={withBlind('/check/compare', isBlind)} variant="secondary" icon="users">
              Compare two people
            </ButtonLink>
          )}
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

/** Looks at the same in the other way; the day that was asked for stays. */
function Switch({ isBlind, sent, question }: { isBlind: boolean; sent: string | null; question: Question }) {
  const at = question.at?.toISOString().slice(0, 10)
  const fields = [['text', sent ?? ''] as const, ...(at === undefined ? [] : [['at', at] as const])]
  return <BlindSwitch isBlind={isBlind} again={sent === null ? null : { action: '/check', fields }} />
}

function Blind({ view }: { view: EmployerView }) {
  return (
    <section class="flow" aria-labelledby="awards">
      <h2 id="awards">What shows it</h2>
      {view.credentials.map((credential) => (
        <BlindCard key={credential.item} credential={credential} />
      ))}
    </section>
  )
}

/** Of what is not proven, nothing more is worth asking. */
const saysMore = ({ standing, verdict }: CredentialAnswer) =>
  standing !== 'notGenuine' && (standing !== 'unchecked' || verdict === 'rejected')

/** One answer; `of` names it where it is one of several on the page. */
function One({ answer, of, facts }: { answer: CredentialAnswer; of?: string; facts?: ShownCredential | undefined }) {
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
      {facts && <Facts credential={facts} />}
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

function Counted({ reports }: Pick<SeveralAnswer, 'reports'>) {
  const genuine = reports.filter(({ standing }) => standing === 'genuine').length
  const rest = STANDINGS.flatMap((standing) => {
    const found = reports.filter((report) => report.standing === standing).length
    return found === 0 ? [] : [`${found} ${en.standings[standing].toLowerCase()}`]
  })
  if (reports.length === 0)
    return <Heading lead="There is no credential in it that could be checked.">Nothing to check</Heading>
  return (
    <Heading
      lead={
        rest.length === 0
          ? `${count(reports.length, 'credential')}, each checked by itself.`
          : `${genuine} genuine, ${rest.join(', ')}.`
      }
    >
      {genuine} of {reports.length} genuine
    </Heading>
  )
}

function Several({ reports, view }: Pick<SeveralAnswer, 'reports'> & { view: EmployerView }) {
  return (
    <>
      {reports.map((report, index) => (
        <Fragment key={`${report.digest}${index}`}>
          <One answer={report} of={`${index + 1}`} facts={factsOf(report, view)} />
          <Parts answer={report} of={`${index + 1}-`} view={view} />
        </Fragment>
      ))}
    </>
  )
}

/** The answer about each credential that a record holds. */
function Parts({
  answer: { reports = [] },
  of = '',
  view,
}: {
  answer: CredentialAnswer
  of?: string
  view: EmployerView
}) {
  if (reports.length === 0) return null
  return (
    <section class="flow" aria-labelledby={`parts-${of}`}>
      <h2 id={`parts-${of}`}>The {count(reports.length, 'credential')} in this record</h2>
      {reports.map((report, index) => (
        <One
          key={`${report.digest}${index}`}
          answer={report}
          of={`${of}part-${index + 1}`}
          facts={factsOf(report, view)}
        />
      ))}
    </section>
  )
}

const factsOf = ({ digest }: CredentialAnswer, { credentials }: EmployerView) =>
  credentials.find((one) => one.digest === digest)

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
