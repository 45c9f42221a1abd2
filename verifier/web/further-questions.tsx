import { isObject } from '#platform'
import { Button, Field, FileDrop } from '#web'
import type { CredentialAnswer } from '../answer.ts'
import type { Question } from '../check.ts'

/** Asks for what the reader knows of the person, to be compared with whom it is about. */
export function RecipientField({ value }: { value?: string | undefined }) {
  return (
    <Field
      name="recipient"
      label="Their e-mail address or name"
      hint="As they gave it to you. It is compared with whom the credential is about, and not kept."
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
      label="The day to check for"
      hint="Its keys, its status, the lists and the marks are looked at as they were then."
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
  const hasFiles = answer.checks.some(({ code }) => code === 'evidence.notSupplied' || code === 'evidence.unreachable')
  return (
    <details class="fold" open={answer.summary?.recipientIsHashed === true && question.recipient === undefined}>
      <summary>
        {hasFiles
          ? 'Ask about the person or another day, or compare the evidence'
          : 'Is it about a certain person? Did it hold on another day?'}
      </summary>
      <form class="flow" method="post" action="/check" enctype="multipart/form-data">
        <input type="hidden" name="text" value={text} />
        <RecipientField value={question.recipient} />
        <DayField value={question.at?.toISOString().slice(0, 10)} />
        {hasFiles && (
          <FileDrop
            name="evidenceFile"
            label="A file of evidence that you were sent"
            hint="It is compared with the fingerprint in the credential, and not kept."
            multiple
            required={false}
          />
        )}
        <div class="actions">
          <Button icon="search">Check again</Button>
          {hasFiles && (
            <Button variant="secondary" icon="file-check" name="evidence" value="fetch">
              Get the files from the web, and compare them
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
