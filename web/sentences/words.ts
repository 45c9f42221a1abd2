/** Vocabulary terms as people say them: "PracticalObservation" becomes "Practical observation". Other text is kept. */
export function wordsOf(term: string): string {
  if (!/^[A-Z][a-z]+(?:[A-Z][a-z]+)+$/.test(term)) return term
  const [first = '', ...rest] = term.split(/(?=[A-Z])/)
  return [first, ...rest.map((word) => word.toLowerCase())].join(' ')
}
