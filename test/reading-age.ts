/** What the formula needs to know of a text. */
export interface Reading {
  sentences: number
  words: number
  /** In years: the school grade of Flesch and Kincaid (1975), and five. */
  age: number
}

/**
 * How old a reader is taken to be who reads a text with ease, by the Flesch–Kincaid grade. Syllables are counted as groups of
 * vowels without a silent e at the end, which is right for most English words and a little high for the rest.
 */
export function readingAge(sentences: readonly string[]): Reading {
  const words = sentences.flatMap((sentence) => sentence.match(/[\p{L}’']+/gu) ?? [])
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0)
  const grade = 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59
  return { sentences: sentences.length, words: words.length, age: grade + 5 }
}

function syllablesIn(word: string): number {
  const plain = word.toLowerCase().replace(/[^a-z]/g, '')
  const silent = plain.replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, (end) => end[0] ?? '')
  return Math.max(1, silent.match(/[aeiouy]+/g)?.length ?? 0)
}
