import { qrPath } from '../qr-path.ts'

interface QrCodeProps {
  text: string
  /** What scanning it does: "Opens this share on a phone". */
  label: string
}

/** A QR code as one SVG path, always dark on white so that every camera reads it. The same link must stand beside it. */
export function QrCode({ text, label }: QrCodeProps) {
  const { side, path } = qrPath(text)
  return (
    <figure class="qr">
      <svg viewBox={`0 0 ${side} ${side}`} role="img" aria-label={`QR code. ${label}`} shape-rendering="crispEdges">
        <title>{`QR code. ${label}`}</title>
        <rect width={side} height={side} fill="#fff" />
        <path d={path} fill="#14213d" />
      </svg>
      <figcaption>{label}</figcaption>
    </figure>
  )
}
