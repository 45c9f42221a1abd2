import type { Language } from '#platform'
import type { Frameworks } from './frameworks.ts'
import type { Package } from './model.ts'
import { statementsOf } from './statements.ts'

/** Something with its text in a language; English where that is not, or not wholly, translated. */
export interface InLanguage<T> {
  language: Language
  value: T
}

/**
 * The techniques with their titles and statements in a language. It is all of them or none: half a translation would be
 * read out with the wrong voice. Id, version and digest are those of the package, for the labels change no meaning.
 */
export function techniquesIn(
  { techniques, catalogue }: Frameworks,
  language: Language,
): InLanguage<Package<'techniques'>> {
  const labels = labelsOf(catalogue.ofKind('labels'), techniques, language)
  const wanted = ['/scoring', ...termsOf(techniques)]
  if (labels === undefined || !wanted.every((term) => Object.hasOwn(labels, term))) {
    return { language: 'en', value: techniques }
  }
  const say = (term: string) => labels[term] ?? term
  const translated = techniques.content.techniques.map((one) => ({
    ...one,
    title: say(one.code),
    statements: {
      Foundation: one.statements.Foundation.map((_, at) => say(`${one.code}/Foundation/${at + 1}`)),
      Intermediate: one.statements.Intermediate.map((_, at) => say(`${one.code}/Intermediate/${at + 1}`)),
      Advanced: one.statements.Advanced.map((_, at) => say(`${one.code}/Advanced/${at + 1}`)),
    },
  }))
  return {
    language,
    value: { ...techniques, content: { ...techniques.content, scoring: say('/scoring'), techniques: translated } },
  }
}

function termsOf(techniques: Package<'techniques'>): string[] {
  return [...techniques.content.techniques.map(({ code }) => code), ...statementsOf(techniques).map(({ id }) => id)]
}

/** What limits the comparison of levels, in a language. */
export function levelCaveatIn({ levels, catalogue }: Frameworks, language: Language): InLanguage<string> {
  const caveat = labelsOf(catalogue.ofKind('labels'), levels, language)?.['/caveat']
  return caveat === undefined ? { language: 'en', value: levels.content.caveat } : { language, value: caveat }
}

function labelsOf(all: readonly Package<'labels'>[], { id, version }: Package, language: Language) {
  return all.find(({ content }) => content.language === language && content.of === id && content.ofVersion === version)
    ?.content.labels
}
