import { isObject } from '#platform'
import { Button, Field, FileDrop } from '#web'
import type { CredentialAnswer } from '../answer.ts'
import type { Question } from '../check.ts'
import { checkWords } from './check-words.ts'

/** Asks for what the reader knows of the person, to be compared with whom it is about. */
export function RecipientField({ value }: { value?: string | undefined }) {
  return (
    <Field
      name="recipient"
      label={checkWords().recipient}
      hint={checkWords().recipientHint}
      required={false}
      maxLength={320}
      autocomplete="off"
      value={value}
    />
  )
}

/** Asks for the day to check for, where that is not today. */
export function DayField({ value, error }: { value?: string | undefined; error?: string | undefined }) {
  return (
    <Field
      name="at"
      type="date"
      label={checkWords().day}
      hint={checkWords().dayHint}
      width="short"
      required={false}
      value={value}
      error={error}
    />
  )
}

interface FurtherQuestionsProps {
  answer: CredentialAnswer
  /** The credential as it was given, to be sent again. */
  text: string
  question: Question
}

/** What else can be asked of a credential that its issuer signed: is it about this person, and are these its files? */
export function FurtherQuestions({ answer, text, question }: FurtherQuestionsProps) {
  const words = checkWords()
  const hasFiles = answer.checks.some(({ code }) => code === 'evidence.notSupplied' || code === 'evidence.unreachable')
  return (
    <details class="fold" open={answer.summary?.recipientIsHashed === true && question.recipient === undefined}>
      <summary>{hasFiles ? words.askMoreWithFiles : words.askMore}</summary>
      <form class="flow" method="post" action="/check" enctype="multipart/form-data">
        <input type="hidden" name="text" value={text} />
        <RecipientField value={question.recipient} />
        <DayField value={question.at?.toISOString().slice(0, 10)} />
        {hasFiles && (
          <FileDrop name="evidenceFile" label={words.evidence} hint={words.evidenceHint} multiple required={false} />
        )}
        <div class="actions">
          <Button icon="search">{words.checkAgain}</Button>
          {hasFiles && (
            <Button variant="secondary" icon="file-check" name="evidence" value="fetch">
              {words.fetchEvidence}
            </Button>
          )}
        </div>
      </form>
    </details>
  )
}

/** The credential to send again: as it was pasted, or the document itself; none for a token of which only the content is at hand. */
export function textToSendAgain({ credential, securing }: CredentialAnswer, pasted: string | undefined): string | null {
  if (pasted !== undefined) return pasted
  return securing === 'data-integrity' && isObject(credential ?? undefined) ? JSON.stringify(credential) : null
}
