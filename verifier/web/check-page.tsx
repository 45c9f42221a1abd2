import { Button, Choices, ErrorSummary, Field, FileDrop, Heading, page, Scan } from '#web'
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
  return (
    <Choices
      name="blind"
      legend="Choose fairly"
      type="checkbox"
      options={[
        {
          value: 'on',
          label: 'Hide who it is',
          hint: 'You see what they can do, and neither names nor pictures, institutions or days of awards.',
          checked: isBlind,
        },
      ]}
    />
  )
}

/** Where an employer begins: one field, one file, one camera. No account. */
export function checkPage({ text, recipient, at, isBlind = false, error }: CheckPageOptions = {}): string {
  const errorOf = (field: string) => (error?.field === field ? error.message : undefined)
  return page({
    ...frameOf('/check', isBlind),
    title: 'Check a credential',
    listed: true,
    description: 'Is this badge genuine, who stands behind it, and does it still hold? No account needed.',
    hasErrors: error !== undefined,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={error ? [error] : []} />
        <Heading lead="Is it genuine, who stands behind it, and does it still hold? You need no account, and we keep nothing.">
          Check a credential
        </Heading>
        <form class="flow" method="post" action="/check" enctype="multipart/form-data">
          <Field
            name="text"
            label="Paste the link, or the credential itself"
            hint="Such as the link that somebody sent you with an application"
            rows={3}
            code
            either
            value={text}
            error={errorOf('text')}
          />
          <Scan field="text" />
          <FileDrop
            name="file"
            label="Or choose a file, or drop it here"
            hint="The picture of a badge (PNG or SVG), a credential as JSON or JWT, a ZIP file from a wallet, or a picture of a QR code"
            qrField="text"
            submits
            required={false}
            error={errorOf('file')}
          />
          <details class="fold" open={recipient !== undefined}>
            <summary>Is it about a certain person?</summary>
            <RecipientField value={recipient} />
          </details>
          <details class="fold" open={at !== undefined}>
            <summary>As it was on another day?</summary>
            <DayField value={at} error={errorOf('at')} />
          </details>
          <BlindChoice isBlind={isBlind} />
          <Button icon="search">Check it</Button>
        </form>
      </div>
    ),
  })
}
