import { rosette } from '../rosette.ts'
import { credentialWords } from './credential-words.ts'

interface SealProps {
  /** SHA-256 of the secured document, in hexadecimal. */
  digest: string
  /** A picture for the middle: only a `data:image/` address or a path on this server is shown. */
  image?: string | null | undefined
  size?: 'small' | 'medium' | 'large'
}

/**
 * A guilloche rosette drawn from a digest, the same wherever the same document is shown: a way to recognise it,
 * never a proof.
 */
export function Seal({ digest, image, size = 'medium' }: SealProps) {
  const { curves, marks, ink } = rosette(digest)
  const id = `seal-${digest.slice(0, 12)}`
  const inside = image && isOwn(image) ? image : null
  return (
    <svg
      class={`seal seal-${size} ink-${ink}`}
      viewBox="-1000 -1000 2000 2000"
      role="img"
      aria-label={credentialWords().seal}
    >
      <title>{credentialWords().seal}</title>
      <defs>
        <linearGradient id={id} x1="0" y1="0" x2="1" y2="1">
          <stop class="ink-from" offset="0.1" />
          <stop class="ink-to" offset="0.9" />
        </linearGradient>
        {inside && (
          <clipPath id={`${id}-round`}>
            <circle r="400" />
          </clipPath>
        )}
      </defs>
      <circle class="seal-paper" r="996" />
      <g fill="none" stroke={`url(#${id})`}>
        <circle class="seal-rim" r="992" />
        <circle class="seal-line" r="914" />
        <path class="seal-marks" d={marks} />
        {curves.map((path, index) => (inside && index === 3 ? null : <path key={path} class="seal-line" d={path} />))}
        {inside && <circle class="seal-rim" r="412" />}
      </g>
      {inside && (
        <>
          <circle class="seal-middle" r="406" />
          <image
            href={inside}
            x="-400"
            y="-400"
            width="800"
            height="800"
            preserveAspectRatio="xMidYMid meet"
            clip-path={`url(#${id}-round)`}
          />
        </>
      )}
    </svg>
  )
}

/** Whether showing a picture asks no other server. */
function isOwn(address: string): boolean {
  return /^data:image\/(png|jpeg|gif|webp|svg\+xml)[;,]/i.test(address) || /^\/(?![/\\])/.test(address)
}
