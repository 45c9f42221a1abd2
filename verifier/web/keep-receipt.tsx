import { Button, Choices } from '#web'
import { checkWords } from './check-words.ts'

/** Offers a receipt of the check, for whoever has to show later what was found and by what. */
export function KeepReceipt({ text }: { text: string }) {
  const words = checkWords()
  return (
    <details class="fold">
      <summary>{words.receipt}</summary>
      <form class="flow" method="post" action="/receipt" enctype="multipart/form-data">
        <p>{words.receiptText}</p>
        <input type="hidden" name="text" value={text} />
        <Choices
          type="checkbox"
          name="summary"
          legend={words.receiptLegend}
          options={[
            {
              value: 'include',
              label: words.receiptLabel,
              hint: words.receiptHint,
            },
          ]}
        />
        <Button icon="file-check">{words.receiptDownload}</Button>
      </form>
    </details>
  )
}
