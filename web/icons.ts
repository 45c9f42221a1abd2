import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The icons in use. Add a name from lucide-static here, and only then may a component show it. */
const NAMES = [
  'arrow-down',
  'arrow-up',
  'arrow-up-down',
  'badge-check',
  'calendar-x',
  'camera',
  'check',
  'chevron-left',
  'chevron-right',
  'circle-alert',
  'circle-check',
  'circle-minus',
  'circle-question-mark',
  'circle-x',
  'clock-alert',
  'code-xml',
  'copy',
  'download',
  'external-link',
  'eye',
  'eye-off',
  'file-check',
  'file-up',
  'hourglass',
  'inbox',
  'info',
  'key-round',
  'landmark',
  'link',
  'lock',
  'log-out',
  'mail',
  'plus',
  'printer',
  'refresh-cw',
  'scan-qr-code',
  'search',
  'share-2',
  'shield-check',
  'shield-x',
  'trash-2',
  'triangle-alert',
  'upload',
  'users',
  'x',
] as const

export type IconName = (typeof NAMES)[number]

const shapes = new Map<string, string>(NAMES.map((name) => [name, shapesOf(name)]))

function shapesOf(name: string): string {
  const svg = readFileSync(fileURLToPath(import.meta.resolve(`lucide-static/icons/${name}.svg`)), 'utf8')
  return svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>')).replaceAll(/\s*\n\s*/g, '')
}

/** The shapes inside a 24 by 24 icon, as SVG. */
export function iconShapes(name: IconName): string {
  return shapes.get(name) ?? ''
}
