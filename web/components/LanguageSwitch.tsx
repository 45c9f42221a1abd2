import { reader } from '#platform'
import { TAGS } from '../language.tsx'

const NAMES = { en: 'English', cy: 'Cymraeg' } as const

/** A link to this page in the other language, in that language. It works without scripts. */
export function LanguageSwitch() {
  const { language, here } = reader()
  if (here === null) return null
  const other = language === 'en' ? 'cy' : 'en'
  return (
    <a class="language" href={withChoice(here, 'language', other)} lang={TAGS[other]} hreflang={other}>
      {NAMES[other]}
    </a>
  )
}

/** The address that makes a choice and comes back to `here`. */
export function withChoice(here: string, name: 'language' | 'nation', value: string): string {
  return `${here}${here.includes('?') ? '&' : '?'}${name}=${value}`
}
