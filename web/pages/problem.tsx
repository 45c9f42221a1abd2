import { ButtonLink } from '../components/Button.tsx'
import { Heading } from '../components/Heading.tsx'
import { type PageOptions, page } from '../page.tsx'

interface ProblemPageOptions extends Pick<PageOptions, 'service' | 'user' | 'nav'> {
  /** What went wrong, in a few words: "This link was used already". */
  title: string
  /** Why, in a sentence. */
  detail: string
  /** What to do about it. */
  remedy?: string
  /** The code, for whoever is asked for help. */
  code: string
  status: number
  /** Where to go from here. */
  next?: { href: string; label: string }
}

/** A page that could not be had, with a sentence and what to do; never anything of our insides. */
export function problemPage(options: ProblemPageOptions): string {
  const { title, detail, remedy, code, status, next = { href: '/', label: 'Go to the first page' }, ...frame } = options
  return page({
    ...frame,
    title,
    body: (
      <div class="narrow flow">
        <Heading lead={detail}>{title}</Heading>
        {remedy && <p>{remedy}</p>}
        <div class="actions">
          <ButtonLink href={next.href}>{next.label}</ButtonLink>
        </div>
        <p class="soft">
          If you ask someone for help, give them this code: <code>{code}</code> ({status})
        </p>
      </div>
    ),
  })
}
