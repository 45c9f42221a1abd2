import { count, formatNumber } from '../dates.ts'
import { Button } from './Button.tsx'

export type ProgressState = 'running' | 'done' | 'failed' | 'cancelled'

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
  /** What one of the things counted is called, such as "badge". */
  noun?: string
}

const WORDS: Record<ProgressState, string> = {
  running: 'Working',
  done: 'Finished',
  failed: 'Stopped by a problem',
  cancelled: 'Cancelled',
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
  return (
    <div class="progress" data-progress={running ? pollUrl : undefined}>
      <p class="progress-label" id="progress-label">
        {label}
      </p>
      <progress max={Math.max(total, 1)} value={done} aria-labelledby="progress-label">
        {`${formatNumber(done)} of ${formatNumber(total)}`}
      </progress>
      <p class="progress-words" role="status">
        <span data-progress-state>{WORDS[state]}</span>: <span data-progress-done>{formatNumber(done)}</span> of{' '}
        <span data-progress-total>{count(total, noun)}</span>
      </p>
      {running && (
        <div class="actions">
          {refreshHref && (
            <noscript>
              <a class="button button-secondary" href={refreshHref}>
                Look again
              </a>
            </noscript>
          )}
          {cancelAction && (
            <form method="post" action={cancelAction}>
              <Button variant="secondary" icon="x">
                Cancel
              </Button>
            </form>
          )}
        </div>
      )}
    </div>
  )
}
