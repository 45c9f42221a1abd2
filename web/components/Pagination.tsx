import { formatNumber } from '../dates.ts'
import { formWords } from './form-words.ts'
import { Icon } from './Icon.tsx'

interface PaginationProps {
  /** Counted from 1. */
  page: number
  pages: number
  /** The address of a page, with every filter kept. */
  href: (page: number) => string
}

/** The way through a long list. Nothing is shown where all is on one page. */
export function Pagination({ page, pages, href }: PaginationProps) {
  if (pages <= 1) return null
  const words = formWords()
  return (
    <nav class="pagination" aria-label={words.pages}>
      {page > 1 && (
        <a class="button button-secondary" rel="prev" href={href(page - 1)}>
          <Icon name="chevron-left" />
          <span>{words.previous}</span>
        </a>
      )}
      <p>{words.pageOf(formatNumber(page), formatNumber(pages))}</p>
      {page < pages && (
        <a class="button button-secondary" rel="next" href={href(page + 1)}>
          <span>{words.next}</span>
          <Icon name="chevron-right" />
        </a>
      )}
    </nav>
  )
}
