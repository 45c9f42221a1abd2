import { Button, Choices } from '#web'

/** Offers a receipt of the check, for whoever has to show later what was found and by what. */
export function KeepReceipt({ text }: { text: string }) {
  return (
    <details class="fold">
      <summary>Keep a receipt of this check</summary>
      <form class="flow" method="post" action="/receipt" enctype="multipart/form-data">
        <p>
          It is checked once more, and you are handed a signed file that says what was found, with the lists and keys
          that were looked at. Years from now it can be checked again without any network. We keep nothing.
        </p>
        <input type="hidden" name="text" value={text} />
        <Choices
          type="checkbox"
          name="summary"
          legend="What is in it"
          options={[
            {
              value: 'include',
              label: 'Whom and what the credential is about',
              hint: 'Without this the receipt holds nothing of the person.',
            },
          ]}
        />
        <Button icon="file-check">Download the receipt</Button>
      </form>
    </details>
  )
}
