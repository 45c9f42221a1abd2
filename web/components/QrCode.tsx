import { create } from 'qrcode'

interface QrCodeProps {
  text: string
  /** What scanning it does: "Opens this share on a phone". */
  label: string
}

/** Clear space around the code, in modules (ISO/IEC 18004 asks for 4). */
const QUIET = 4

/** A QR code as one SVG path, always dark on white so that every camera reads it. The same link must stand beside it. */
export function QrCode({ text, label }: QrCodeProps) {
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
  const side = modules.size + 2 * QUIET
  return (
    <figure class="qr">
      <svg viewBox={`0 0 ${side} ${side}`} role="img" aria-label={`QR code. ${label}`} shape-rendering="crispEdges">
        <title>{`QR code. ${label}`}</title>
        <rect width={side} height={side} fill="#fff" />
        <path d={runs.join('')} fill="#14213d" />
      </svg>
      <figcaption>{label}</figcaption>
    </figure>
  )
}
