import { count, formatNumber } from '../dates.ts'
import { language } from '../language.tsx'
import { Button } from './Button.tsx'
import { type ProgressState, progressBarWords } from './progress-words.ts'

export type { ProgressState }

interface ProgressProps {
  label: string
  done: number
  total: number
  state: ProgressState
  /** Answers `{ done, total, state }` as JSON; the bar then follows it, and the page reloads when it ends. */
  pollUrl?: string
  /** Where a POST stops the work. */
  cancelAction?: string
  /** This very page, for a link that looks again where scripts do not run. */
  refreshHref?: string
  /** What one of the things counted is called, such as "badge"; in Welsh as it stands after any number. */
  noun?: string
}

/** Long work with its real numbers. Without scripts a link asks again. */
export function Progress({
  label,
  done,
  total,
  state,
  pollUrl,
  cancelAction,
  refreshHref,
  noun = 'item',
}: ProgressProps) {
  const running = state === 'running'
  const words = progressBarWords()
  const all = language() === 'en' ? count(total, noun) : `${formatNumber(total)} ${noun}`
  return (
    <div class="progress" data-progress={running ? pollUrl : undefined}>
      <p class="progress-label" id="progress-label">
        {label}
      </p>
      <progress max={Math.max(total, 1)} value={done} aria-labelledby="progress-label">
        {`${formatNumber(done)} ${words.of} ${formatNumber(total)}`}
      </progress>
      <p class="progress-words" role="status">
        <span data-progress-state>{words.states[state]}</span>: <span data-progress-done>{formatNumber(done)}</span>{' '}
        {words.of} <span data-progress-total>{all}</span>
      </p>
      {running && (
        <div class="actions">
          {refreshHref && (
            <noscript>
              <a class="button button-secondary" href={refreshHref}>
                {words.lookAgain}
              </a>
            </noscript>
          )}
          {cancelAction && (
            <form method="post" action={cancelAction}>
              <Button variant="secondary" icon="x">
                {words.cancel}
              </Button>
            </form>
          )}
        </div>
      )}
    </div>
  )
}
