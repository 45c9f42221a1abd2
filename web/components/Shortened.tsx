/** How much of either end is kept. */
const HEAD = 18
const TAIL = 6

/** A DID, digest or address, shortened in the middle, with the whole on demand. */
export function Shortened({ text }: { text: string }) {
  if (text.length <= HEAD + TAIL + 1) return <code>{text}</code>
  return (
    <details class="shortened">
      <summary>
        <code>{`${text.slice(0, HEAD)}…${text.slice(-TAIL)}`}</code>
        <span class="unseen"> Show the whole</span>
      </summary>
      <code>{text}</code>
    </details>
  )
}
