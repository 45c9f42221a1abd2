import { type IconName, iconShapes } from '../icons.ts'

/** A picture beside words that say the same; it is hidden from those who listen to the page. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
      dangerouslySetInnerHTML={{ __html: iconShapes(name) }}
    />
  )
}
