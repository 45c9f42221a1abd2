import type { Language } from '#platform'
import { language } from '../language.tsx'
import { cy } from './cy.ts'
import { en } from './en.ts'
import type { Sentences } from './sentences.ts'

const SENTENCES: Readonly<Record<Language, Sentences>> = { en, cy }

/** The sentences in the language that is spoken. */
export function sentences(): Sentences {
  return SENTENCES[language()]
}
