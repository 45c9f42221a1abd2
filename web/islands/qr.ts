import jsQR from 'jsqr'

/** A larger picture is made smaller first: reading it would hold up the page. */
const LONGEST_SIDE = 1200

/** What the QR code in a picture says, or null where there is none. */
export function readQr(source: CanvasImageSource, width: number, height: number): string | null {
  if (width === 0 || height === 0) return null
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return null
  context.drawImage(source, 0, 0, canvas.width, canvas.height)
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
  return jsQR.default(data, canvas.width, canvas.height)?.data || null
}
