import type { Language } from '#platform'
import { TAGS } from './language.tsx'

/** A level on a day: `step` counts the levels of the scale from nought. */
export interface LevelPoint {
  on: string
  step: number
}

export interface LevelChartOptions {
  /** The names of the levels, the lowest first. */
  levels: readonly string[]
  /** In the order of the days. */
  points: readonly LevelPoint[]
  /** A level to be reached by a day. */
  goal?: LevelPoint | undefined
  today: string
  /** What the drawing is in: it is made before the page that shows it. */
  language: Language
}

const GOAL: Readonly<Record<Language, string>> = { en: 'Goal', cy: 'Nod' }

const DAY_MS = 24 * 60 * 60 * 1_000

/**
 * A drawing of levels over time, as SVG without any style of its own, so that the content policy holds. What is what is
 * told by shape and word: a full dot is a day with answers, a hollow diamond the goal. The library is loaded with the first
 * drawing.
 */
export async function levelChart({ levels, points, goal, today, language }: LevelChartOptions): Promise<string> {
  const [{ dot, lineY, plot, text }, { parseHTML }] = await Promise.all([
    import('@observablehq/plot'),
    import('linkedom'),
  ])
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  const day = new Intl.DateTimeFormat(TAGS[language], {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const at = points.map(({ on, step }) => ({ on: new Date(on), step }))
  const aims = goal === undefined ? [] : [{ on: new Date(goal.on), step: goal.step }]
  const drawing = plot({
    document,
    className: 'chart',
    width: 360,
    height: 270,
    marginLeft: 112,
    marginRight: 28,
    marginTop: 28,
    marginBottom: 40,
    x: {
      type: 'utc',
      domain: span([...points, ...(goal ? [goal] : [])], today),
      label: null,
      ticks: 3,
      tickFormat: (on: Date) => day.format(on),
    },
    y: {
      domain: [0, levels.length - 1],
      ticks: levels.map((_, step) => step),
      tickFormat: (step: number) => levels[step] ?? '',
      label: null,
      grid: true,
    },
    marks: [
      lineY(at, { x: 'on', y: 'step', curve: 'step-after', strokeWidth: 2 }),
      dot(at, { x: 'on', y: 'step', r: 5, fill: 'currentColor' }),
      dot(aims, { x: 'on', y: 'step', r: 7, symbol: 'diamond', stroke: 'currentColor', strokeWidth: 2 }),
      text(aims, { x: 'on', y: 'step', text: () => GOAL[language], dy: -20 }),
    ],
  })
  for (const style of drawing.querySelectorAll('style')) style.remove()
  // Whoever shows it says in one sentence what is in it; labels of its parts would only be in the way.
  for (const part of drawing.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label')
  return drawing.outerHTML
}

/** From a little before the first day to a little after the last, a month at least. */
function span(points: readonly LevelPoint[], today: string): [Date, Date] {
  const times = [...points.map(({ on }) => on), today].map((day) => Date.parse(day))
  const [first, last] = [Math.min(...times), Math.max(...times)]
  const margin = Math.max((last - first) / 20, 15 * DAY_MS)
  return [new Date(first - margin), new Date(last + margin)]
}
