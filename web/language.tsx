import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type Language, reader } from '#platform'

/** How each language is named on a page (BCP 47), and called by those who read it. */
export const TAGS: Readonly<Record<Language, string>> = { en: 'en-GB', cy: 'cy' }

/** The `lang` of what scripts write in English, where the rest is in another language. */
export function englishIn(one: Language): string | undefined {
  return one === 'en' ? undefined : TAGS.en
}

let spoken: Language = 'en'

/** What the text that is being made is in. English, but inside of a page or a part of one that is `translated`. */
export function language(): Language {
  return spoken
}

/** Makes text in one language: what is called inside, and every component rendered there, speaks it. */
export function speaking<T>(one: Language, make: () => T): T {
  const before = spoken
  spoken = one
  try {
    return make()
  } finally {
    spoken = before
  }
}

/**
 * A page of which every word has a catalogue: it is made in the language of whoever reads it. Pages that are not marked
 * with this are English, and say so inside of a frame in another language. It must not wait for anything. `dataIn` says
 * what language the data is in that the page shows as its own words, where there may be none in the reader's.
 */
export function translated<Args extends readonly unknown[], T>(
  make: (...args: Args) => T,
  dataIn: (...args: Args) => Language = () => reader().language,
): (...args: Args) => T {
  return (...args) => speaking(dataIn(...args) === reader().language ? reader().language : 'en', () => make(...args))
}

/** What the words of a page with a form are in. What is wrong with a form is said in English only, and then the page is too. */
export function languageUnless(isWrong: boolean): Language {
  return isWrong ? 'en' : reader().language
}

/** The words of a page or a component in each language. English says which there are, and with what values. */
export interface Catalogue<Words> {
  (): Words
  readonly en: Words
  readonly cy: Words
}

/** A catalogue; called, it gives the words in the language that is spoken. */
export function catalogue<Words>(both: { en: Words; cy: NoInfer<Words> }): Catalogue<Words> {
  return Object.assign(() => both[spoken], both)
}

/** A part of a translated page that has no words in the other language yet: English, and marked as that. */
export function InEnglish({ of }: { of: () => VNode }) {
  if (spoken === 'en') return of()
  const html = speaking('en', () => renderToString(of()))
  return <div class="flow" lang={TAGS.en} dangerouslySetInnerHTML={{ __html: html }} />
}

/** Text that is in English whoever reads it, such as a name out of a data package: marked as that on other pages. */
export function EnglishText({ children }: { children: ComponentChildren }) {
  return spoken === 'en' ? <>{children}</> : <span lang={TAGS.en}>{children}</span>
}
