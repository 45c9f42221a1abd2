import { isWeb } from '../bodies.ts'

/** A link out of a credential, only where it leads to the web; the whole address is its title. */
export function Away({ url, children }: { url: string | null; children: string }) {
  if (!url || !isWeb(url)) return <bdi>{children}</bdi>
  return (
    <a href={url} rel="noreferrer nofollow" title={url}>
      <bdi>{children}</bdi>
    </a>
  )
}
