import type { ErrorCode } from '#platform'
import { ButtonLink } from '../components/Button.tsx'
import { Heading } from '../components/Heading.tsx'
import { EnglishText, language, translated } from '../language.tsx'
import { type PageOptions, page } from '../page.tsx'
import { problemWords, WELSH_PROBLEMS, WELSH_TITLE } from './problem-words.ts'

interface ProblemPageOptions extends Pick<PageOptions, 'service' | 'user' | 'nav'> {
  /** What went wrong, in a few words: "This link was used already". */
  title: string
  /** Why, in a sentence. */
  detail: string
  /** What to do about it. */
  remedy?: string
  /** The code, for whoever is asked for help. */
  code: ErrorCode
  status: number
  /** Where to go from here. */
  next?: { href: string; label: string }
}

/**
 * A page that could not be had, with a sentence and what to do; never anything of our insides. In Welsh the code says what
 * stands there; where it has no Welsh sentence, the reason is the English one.
 */
export const problemPage = translated((options: ProblemPageOptions): string => {
  const words = problemWords()
  const { remedy, code, status, next = { href: '/', label: words.first }, ...given } = options
  const { title, detail, ...frame } = { ...given, ...saidOf(options) }
  return page({
    ...frame,
    title,
    body: (
      <div class="narrow flow">
        <Heading lead={detail}>{title}</Heading>
        {remedy && (
          <p>
            <EnglishText>{remedy}</EnglishText>
          </p>
        )}
        <div class="actions">
          <ButtonLink href={next.href}>{next.label}</ButtonLink>
        </div>
        <p class="soft">
          {words.forHelp} <code>{code}</code> ({status})
        </p>
      </div>
    ),
  })
})

function saidOf({ title, detail, code }: ProblemPageOptions) {
  if (language() === 'en') return { title, detail }
  const [said, why] = WELSH_PROBLEMS[code] ?? [WELSH_TITLE, <EnglishText>{detail}</EnglishText>]
  return { title: said, detail: why }
}
