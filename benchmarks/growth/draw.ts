import { dot, line, plot, text } from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import type { Series } from './series.ts'

/**
 * Costs over sizes as SVG, both by powers of ten: what costs ten times as much for ten times as many is a slope of one, as the
 * thin line from corner to corner. Each line has its name at its end, so none is told from another by its colour.
 */
export function drawGrowth(series: readonly Series[], sizes: string): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  const rows = series.flatMap(({ name, points }) => points.map((point) => ({ name, ...point })))
  const ends = series.flatMap(({ name, points }) => points.slice(-1).map((point) => ({ name, ...point })))
  const drawing = plot({
    document,
    width: 760,
    height: 420,
    marginLeft: 64,
    marginRight: 190,
    marginBottom: 44,
    style: { background: '#ffffff', color: '#1b1b1b', fontSize: '13px' },
    x: { type: 'log', label: sizes, tickFormat: (size: number) => size.toLocaleString('en-GB'), ticks: 4 },
    y: { type: 'log', label: 'milliseconds', grid: true, tickFormat: (cost: number) => String(cost) },
    marks: [
      line(rows, { x: 'size', y: 'cost', z: 'name', strokeWidth: 1.5 }),
      dot(rows, { x: 'size', y: 'cost', r: 3, fill: 'currentColor' }),
      text(apart(ends), { x: 'size', y: 'shownAt', text: 'name', textAnchor: 'start', dx: 8 }),
    ],
  })
  drawing.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  return `${drawing.outerHTML}\n`
}

/** Names whose lines end beside one another are written one above the other. */
function apart<End extends { cost: number }>(ends: readonly End[]): (End & { shownAt: number })[] {
  let least = 0
  return ends
    .toSorted((one, other) => one.cost - other.cost)
    .map((end) => {
      const shownAt = Math.max(end.cost, least)
      least = shownAt * 1.6
      return { ...end, shownAt }
    })
}
