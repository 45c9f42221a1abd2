import { posix } from 'node:path'

/** The relative links and pictures of a Markdown page, code left out, without their `#fragment`. */
export function linksOf(markdown: string): string[] {
  const text = markdown.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').replace(/`[^`\n]*`/g, '')
  const inline = [...text.matchAll(/\]\(\s*<?([^\s)>]+)>?[^)]*\)/g)]
  const named = [...text.matchAll(/^\s*\[[^\]]+\]:\s*<?([^\s>]+)/gm)]
  const html = [...text.matchAll(/<(?:a|img|source)\s[^>]*?(?:href|src|srcset)="([^"\s]+)/g)]
  return [...inline, ...named, ...html]
    .map((match) => (match[1] ?? '').replace(/[#?].*$/, ''))
    .filter((link) => link !== '' && !/^[a-z][a-z+.-]*:|^\/\//i.test(link))
}

/** The links that lead nowhere, as `page → link`. A link that begins with a slash counts from the root. */
export function brokenLinks(pages: ReadonlyMap<string, string>, exists: (path: string) => boolean): string[] {
  return [...pages].flatMap(([page, markdown]) =>
    linksOf(markdown)
      .filter((link) => {
        const path = decodeURIComponent(link)
        const target = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(page), path)
        return target.startsWith('..') || !exists(target)
      })
      .map((link) => `${page} → ${link}`),
  )
}
