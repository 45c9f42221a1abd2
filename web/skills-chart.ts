/** How a thing is drawn: what is known of it, and how sure that is. */
export type SkillShape = 'dot' | 'square' | 'diamond' | 'cross'

/** A skill in a drawing: `step` counts the levels of its scale from one, nought for no level. */
export interface ChartedSkill {
  name: string
  level: string
  step: number
  shape: SkillShape
}

const ROW = 60
const MOST_LETTERS = 44

const SYMBOLS = {
  dot: { symbol: 'circle', fill: 'currentColor' },
  square: { symbol: 'square', fill: 'currentColor' },
  diamond: { symbol: 'diamond', stroke: 'currentColor', strokeWidth: 2 },
  cross: { symbol: 'times', stroke: 'currentColor', strokeWidth: 2 },
} as const

/**
 * A drawing of levels in several skills, as SVG without any style of its own, so that the content policy holds. Each has a
 * line of its own, as long as its level is high; who says so is told by the shape at its end. The library is loaded with
 * the first drawing.
 */
export async function skillsChart(skills: readonly ChartedSkill[], steps: number): Promise<string> {
  const [{ dot, plot, ruleX, ruleY, text }, { parseHTML }] = await Promise.all([
    import('@observablehq/plot'),
    import('linkedom'),
  ])
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  const rows = skills.map((skill, at) => ({ ...skill, at }))
  const drawing = plot({
    document,
    className: 'chart',
    width: 360,
    height: rows.length * ROW + 16,
    marginLeft: 12,
    marginRight: 116,
    marginTop: 0,
    marginBottom: 0,
    x: { domain: [0, steps], axis: null },
    y: { type: 'band', domain: rows.map(({ at }) => at), axis: null },
    marks: [
      ruleX(
        Array.from({ length: steps + 1 }, (_, step) => step),
        { strokeOpacity: 0.2 },
      ),
      ruleY(rows, { y: 'at', x1: 0, x2: 'step', strokeWidth: 3 }),
      ...(Object.keys(SYMBOLS) as SkillShape[]).map((shape) =>
        dot(
          rows.filter((row) => row.shape === shape),
          { x: 'step', y: 'at', r: 7, ...SYMBOLS[shape] },
        ),
      ),
      text(rows, { x: 0, y: 'at', text: ({ name }) => shortened(name), textAnchor: 'start', dx: -8, dy: -22 }),
      text(rows, { x: 'step', y: 'at', text: 'level', textAnchor: 'start', dx: 14 }),
    ],
  })
  for (const style of drawing.querySelectorAll('style')) style.remove()
  // Whoever shows it says in one sentence what is in it; labels of its parts would only be in the way.
  for (const part of drawing.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label')
  return drawing.outerHTML
}

/** A long name shows that it is cut; it is whole in the table. */
const shortened = (name: string) => (name.length <= MOST_LETTERS ? name : `${name.slice(0, MOST_LETTERS - 1)}…`)
