import type { ComponentChildren } from 'preact'

interface ChartProps {
  /** A drawing of ours, as SVG. */
  svg: string
  /** What it shows, in a sentence: whoever does not see it has the same. */
  label: string
  caption: ComponentChildren
  /** The table with the same figures, beside it. */
  children: ComponentChildren
}

/** A chart with its table beside it. The drawing is put in as it is: it is made by `levelChart` or `skillsChart`, which escape every text. */
export function Chart({ svg, label, caption, children }: ChartProps) {
  return (
    <div class="columns">
      <figure class="chart-figure">
        <div role="img" aria-label={label} dangerouslySetInnerHTML={{ __html: svg }} />
        <figcaption class="soft">{caption}</figcaption>
      </figure>
      <div>{children}</div>
    </div>
  )
}
