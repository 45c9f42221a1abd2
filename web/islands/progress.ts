const EVERY_MS = 700
const SLOWEST_MS = 10_000

interface Step {
  done: number
  total: number
  state: string
}

/** Follows long work and loads the page anew when it ends. While the server does not answer it asks less and less often. */
export function progress(element: HTMLElement): void {
  const url = element.dataset.progress
  const bar = element.querySelector('progress')
  const done = element.querySelector('[data-progress-done]')
  if (!url || !bar || !done) return
  const number = new Intl.NumberFormat(document.documentElement.lang)
  let wait = EVERY_MS
  const ask = async () => {
    const step = await stepAt(url)
    wait = step ? EVERY_MS : Math.min(wait * 2, SLOWEST_MS)
    if (step) {
      bar.max = Math.max(step.total, 1)
      bar.value = step.done
      done.textContent = number.format(step.done)
    }
    if (step && step.state !== 'running') location.reload()
    else setTimeout(() => void ask(), wait)
  }
  setTimeout(() => void ask(), wait)
}

async function stepAt(url: string): Promise<Step | null> {
  try {
    const response = await fetch(url, { headers: { accept: 'application/json' } })
    return response.ok ? stepOf(await response.json()) : null
  } catch {
    return null
  }
}

function stepOf(value: unknown): Step | null {
  if (typeof value !== 'object' || value === null) return null
  if (!('done' in value && 'total' in value && 'state' in value)) return null
  const { done, total, state } = value
  return typeof done === 'number' && typeof total === 'number' && typeof state === 'string'
    ? { done, total, state }
    : null
}
