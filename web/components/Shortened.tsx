/** How much of either end is kept. */
const HEAD = 18
const TAIL = 6

/** A long identifier without its middle. Only for show: two may look alike. */
export function shorten(text: string): string {
  return text.length <= HEAD + TAIL + 1 ? text : `${text.slice(0, HEAD)}…${text.slice(-TAIL)}`
}

/** A DID, digest or address, shortened in the middle, with the whole on demand. */
export function Shortened({ text }: { text: string }) {
  const short = shorten(text)
  if (short === text) return <code>{text}</code>
  return (
    <details class="shortened">
      <summary>
        <code>{short}</code>
        <span class="unseen"> Show the whole</span>
      </summary>
      <code>{text}</code>
    </details>
  )
}
