import { renderToString } from 'preact-render-to-string'
import { rosette } from '../rosette.ts'
import { INKS, PAPER } from './colours.ts'

interface BadgePicture {
  /** SHA-256 of the secured document, in hexadecimal. */
  digest: string
  title: string
  /** The badge's own picture, as a `data:image/` address. */
  image: string | null
}

/**
 * A badge as an SVG that stands by itself: its own picture, or the seal of its document where it has none. Its own picture
 * is shown as a picture within this one, where browsers run no script of it and load nothing for it.
 */
export function badgeSvg({ digest, title, image }: BadgePicture): Uint8Array {
  // Neither what XML cannot hold nor what turns writing round; and `]]>` may stand in no text (XML 1.0 §2.4).
  const plain = title.replaceAll(/\p{C}/gu, '').replaceAll(']]>', ']] >')
  const drawing = (
    <svg xmlns="http://www.w3.org/2000/svg" width="600" height="600" viewBox="-1000 -1000 2000 2000" role="img">
      <title>{plain}</title>
      {image?.startsWith('data:image/') ? (
        <image href={image} x="-1000" y="-1000" width="2000" height="2000" preserveAspectRatio="xMidYMid meet" />
      ) : (
        <SealDrawing digest={digest} />
      )}
    </svg>
  )
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${renderToString(drawing)}\n`)
}

function SealDrawing({ digest }: { digest: string }) {
  const { curves, marks, ink } = rosette(digest)
  const [from, to] = INKS[ink] ?? INKS[0]
  return (
    <>
      <defs>
        <linearGradient id="ink" gradientUnits="userSpaceOnUse" x1="-1000" y1="-1000" x2="1000" y2="1000">
          <stop offset="0.1" stop-color={from} />
          <stop offset="0.9" stop-color={to} />
        </linearGradient>
      </defs>
      <circle r="996" fill={PAPER} />
      <g fill="none" stroke="url(#ink)" stroke-width="5">
        <circle r="992" />
        <circle r="914" />
        <path d={marks} />
        {curves.map((path) => (
          <path key={path} d={path} />
        ))}
      </g>
    </>
  )
}
