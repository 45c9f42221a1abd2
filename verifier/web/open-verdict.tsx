import { Fragment } from 'preact'
import { givenMarks } from '#credential'
import { CredentialCard, Verdict } from '#web'
import { type CheckAnswer, type CredentialAnswer, shownIn } from '../answer.ts'
import type { Question } from '../check.ts'
import { type EmployerView, handedIn } from '../employer/employer-view.ts'
import type { ShownCredential } from '../employer/shown-credential.ts'
import { checkWords } from './check-words.ts'
import { Counted } from './counted.tsx'
import { EmployerSection, Facts } from './employer-section.tsx'
import { FurtherQuestions, textToSendAgain } from './further-questions.tsx'
import { KeepReceipt } from './keep-receipt.tsx'
import { OnlyWork, Work } from './shown-work.tsx'

interface OpenVerdictProps {
  answer: CheckAnswer
  view: EmployerView
  /** What was pasted, to be sent again with a further question. */
  again: string | undefined
  question: Question
}

/** The verdict with whom it is about: the answer first, then what the credential shows, then every check with its reason. */
export function OpenVerdict({ answer, view, again, question }: OpenVerdictProps) {
  const shown = shownIn(answer)
  const [only] = shown
  const factsOf = factsIn(answer, view)
  const hasSkills = view.credentials.length > 1 || view.work.some(({ skill }) => skill !== '')
  const skills = hasSkills && <EmployerSection view={view} />
  const work = view.work.length > 0 && <Work work={view.work} />
  if (only === undefined || shown.length > 1) {
    return (
      <>
        {shown.length === 0 && view.work.length > 0 ? <OnlyWork /> : <Counted reports={shown} />}
        {skills}
        <Several reports={shown} factsOf={factsOf} />
        {work}
      </>
    )
  }
  const text = saysMore(only) ? textToSendAgain(only, again) : null
  return (
    <>
      <One answer={only} />
      {skills}
      <Parts answer={only} factsOf={factsOf} />
      {work}
      {text !== null && <FurtherQuestions answer={only} text={text} question={question} />}
      {text !== null && <KeepReceipt text={text} />}
    </>
  )
}

/** Of what is not proven, nothing more is worth asking. */
const saysMore = ({ standing, verdict }: CredentialAnswer) =>
  standing !== 'notGenuine' && (standing !== 'unchecked' || verdict === 'rejected')

/** What an employer weighs a credential by, and the id under which it is found. */
interface FactsOfOne {
  credential: ShownCredential
  id: string | undefined
}

type FactsOf = (report: CredentialAnswer) => FactsOfOne | undefined

/** One that is there twice, by itself and inside a record, is found where it stands first. */
function factsIn(answer: CheckAnswer, { credentials }: EmployerView): FactsOf {
  const first = handedIn(answer)
  return (report) => {
    const credential = credentials.find(({ digest }) => digest === report.digest)
    return credential && { credential, id: first.includes(report) ? credential.item : undefined }
  }
}

/** One answer; `of` names it where it is one of several on the page. */
function One({ answer, of, facts }: { answer: CredentialAnswer; of?: string; facts?: FactsOfOne | undefined }) {
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
      {facts && <Facts credential={facts.credential} id={facts.id} />}
      {summary && isOneOfMany && (
        <details class="fold">
          <summary>{checkWords().allItSays}</summary>
          <CredentialCard summary={summary} headingLevel={3} unproven={unproven} marks={marks} />
        </details>
      )}
      {summary && !isOneOfMany && <CredentialCard summary={summary} unproven={unproven} marks={marks} />}
    </Verdict>
  )
}

function Several({ reports, factsOf }: { reports: readonly CredentialAnswer[]; factsOf: FactsOf }) {
  return (
    <>
      {reports.map((report, index) => (
        <Fragment key={`${report.digest}${index}`}>
          <One answer={report} of={`${index + 1}`} facts={factsOf(report)} />
          <Parts answer={report} of={`${index + 1}-`} factsOf={factsOf} />
        </Fragment>
      ))}
    </>
  )
}

interface PartsProps {
  answer: CredentialAnswer
  of?: string
  factsOf: FactsOf
}

/** The answer about each credential that a record holds. */
function Parts({ answer: { reports = [] }, of = '', factsOf }: PartsProps) {
  if (reports.length === 0) return null
  return (
    <section class="flow" aria-labelledby={`parts-${of}`}>
      <h2 id={`parts-${of}`}>{checkWords().inRecord(reports.length)}</h2>
      {reports.map((report, index) => (
        <One key={`${report.digest}${index}`} answer={report} of={`${of}part-${index + 1}`} facts={factsOf(report)} />
      ))}
    </section>
  )
}
