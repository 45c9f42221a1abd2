import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { reader } from '#platform'
import { links } from './assets.ts'
import { Page, type PageProps } from './components/Page.tsx'
import { frameWords } from './components/page-words.ts'
import { language, TAGS } from './language.tsx'

export interface PageOptions extends Omit<PageProps, 'children'> {
  /** The whole page between header and footer; it begins with a `Heading` or a `Verdict`. */
  body: VNode
  /** One sentence for search engines and previews. Never a person's data. */
  description?: string
  /** Whether search engines may list it; by default they may not. */
  listed?: boolean
  /** A form on it was not taken: its title says so first. */
  hasErrors?: boolean
}

/** A finished HTML document. It has no inline script or style, so the strictest content policy holds. */
export function page({ body, description, listed, hasErrors, ...frame }: PageOptions): string {
  const { styles, islands, icon, font } = links()
  const { error, product, services } = frameWords()
  const title = `${hasErrors ? `${error}: ` : ''}${frame.title} · ${product} ${services[frame.service]}`
  const own = language() === reader().language ? undefined : TAGS[language()]
  return `<!doctype html>${renderToString(
    <html lang={TAGS[reader().language]}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title lang={own}>{title}</title>
        {description && <meta name="description" content={description} />}
        {!listed && <meta name="robots" content="noindex" />}
        <link rel="preload" href={font} as="font" type="font/woff2" crossOrigin="anonymous" />
        <link rel="stylesheet" href={styles} />
        <link rel="icon" href={icon} type="image/svg+xml" />
        <script type="module" src={islands} />
      </head>
      <body>
        <Page {...frame}>{body}</Page>
      </body>
    </html>,
  )}`
}
