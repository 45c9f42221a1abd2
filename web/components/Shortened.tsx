import { shorten } from '../bodies.ts'
import { formWords } from './form-words.ts'

/** A DID, digest or address, shortened in the middle, with the whole on demand. */
export function Shortened({ text }: { text: string }) {
  const short = shorten(text)
  if (short === text) return <code>{text}</code>
  return (
    <details class="shortened">
      <summary>
        <code>{short}</code>
        <span class="unseen"> {formWords().showAll}</span>
      </summary>
      <code>{text}</code>
    </details>
  )
}
