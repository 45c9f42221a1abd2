import { Button, Choices, ErrorSummary, Field, FileDrop, Heading, languageUnless, page, Scan, translated } from '#web'
import { checkWords } from './check-words.ts'
import { frameOf } from './frame.ts'
import { DayField, RecipientField } from './further-questions.tsx'

export interface CheckPageOptions {
  /** What was pasted before. */
  text?: string
  /** The person who was asked about before. */
  recipient?: string | undefined
  /** The day that was asked for before. */
  at?: string | undefined
  /** Whether the answer is not to show who somebody is. */
  isBlind?: boolean
  error?: { field: string; message: string }
}

/** Asks whether the answer should show who somebody is. */
export function BlindChoice({ isBlind }: { isBlind: boolean }) {
  const words = checkWords()
  return (
    <Choices
      name="blind"
      legend={words.blind}
      type="checkbox"
      options={[
        {
          value: 'on',
          label: words.blindLabel,
          hint: words.blindHint,
          checked: isBlind,
        },
      ]}
    />
  )
}

/** Where an employer begins: one field, one file, one camera. No account. */
export const checkPage = translated((options: CheckPageOptions = {}): string => {
  const { text, recipient, at, isBlind = false, error } = options
  const words = checkWords()
  const errorOf = (field: string) => (error?.field === field ? error.message : undefined)
  return page({
    ...frameOf('/check', isBlind),
    title: words.title,
    listed: true,
    description: words.description,
    hasErrors: error !== undefined,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={error ? [error] : []} />
        <Heading lead={words.lead}>{words.title}</Heading>
        <form class="flow" method="post" action="/check" enctype="multipart/form-data">
          <Field
            name="text"
            label={words.paste}
            hint={words.pasteHint}
            rows={3}
            code
            either
            value={text}
            error={errorOf('text')}
          />
          <Scan field="text" label={words.scan} />
          <FileDrop
            name="file"
            label={words.file}
            hint={words.fileHint}
            qrField="text"
            submits
            required={false}
            error={errorOf('file')}
          />
          <details class="fold" open={recipient !== undefined}>
            <summary>{words.aboutWhom}</summary>
            <RecipientField value={recipient} />
          </details>
          <details class="fold" open={at !== undefined}>
            <summary>{words.otherDay}</summary>
            <DayField value={at} error={errorOf('at')} />
          </details>
          <BlindChoice isBlind={isBlind} />
          <Button icon="search">{words.check}</Button>
        </form>
      </div>
    ),
  })
}, languageOf)

function languageOf({ error }: CheckPageOptions = {}) {
  return languageUnless(error !== undefined)
}
