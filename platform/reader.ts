import { AsyncLocalStorage } from 'node:async_hooks'

/** The languages of pages, the first being the one that everything is written in. Their names are BCP 47 tags. */
export const LANGUAGES = ['en', 'cy'] as const

export type Language = (typeof LANGUAGES)[number]

/** The nations of the United Kingdom (ISO 3166-2:GB). */
export const NATIONS = ['ENG', 'WLS', 'SCT', 'NIR'] as const

export type Nation = (typeof NATIONS)[number]

/** For whom an answer is made. */
export interface Reader {
  language: Language
  /** Whose levels they know; null where levels are to be shown as they are stated. */
  nation: Nation | null
  /** The path and query to come back to after another choice; null where there is nothing to choose. */
  here: string | null
}

const readers = new AsyncLocalStorage<Reader>()

const ANYONE: Reader = { language: 'en', nation: null, here: null }

/** Does something for one reader: whatever it calls or waits for sees them, and nothing else does. */
export function forReader<T>(reader: Reader, run: () => T): T {
  return readers.run(reader, run)
}

/** For whom this is being done; English and no nation where nobody in particular reads it, as in a file or a job. */
export function reader(): Reader {
  return readers.getStore() ?? ANYONE
}
