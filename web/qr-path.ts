import { create } from 'qrcode'

/** Clear space around the code, in modules (ISO/IEC 18004 asks for 4). */
const QUIET = 4

/** A QR code as one path of SVG, in a square whose side has so many units, its clear space included. */
export function qrPath(text: string): { side: number; path: string } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const runs: string[] = []
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) {
      if (!modules.get(y, x)) continue
      const start = x
      while (x + 1 < modules.size && modules.get(y, x + 1)) x++
      runs.push(`M${start + QUIET} ${y + QUIET}h${x - start + 1}v1H${start + QUIET}z`)
    }
  }
  return { side: modules.size + 2 * QUIET, path: runs.join('') }
}
