/** A text as it is compared: however its accents are put together (Unicode Normalization Form C). */
export const sameText = (text: string) => text.normalize('NFC')

/**
 * Takes names out of titles. An institution gives way to what stands for it, under its name and under its initials; of a
 * person each of their names goes, wherever it stands as a word.
 */
export function hiding(institutions: ReadonlyMap<string, string>, people: readonly string[]): (text: string) => string {
  const hidden = [
    ...[...institutions].flatMap(([name, instead]) => institutionPatterns(name).map((one) => ({ ...one, instead }))),
    ...people.flatMap((name) => personPatterns(sameText(name)).map((one) => ({ ...one, instead: '…' }))),
  ]
    .filter(({ name }) => name.trim() !== '')
    .toSorted((one, other) => other.name.length - one.name.length)
  if (hidden.length === 0) return sameText
  // In one go, so that nothing is looked for in what stands for a name.
  const pattern = hidden.map(({ source }) => `(${source})`).join('|')
  const words = new RegExp(`(?<![\\p{L}\\p{M}])(?:${pattern})(?![\\p{L}\\p{M}])`, 'giu')
  return (text) =>
    sameText(text).replaceAll(words, (found, ...groups: unknown[]) => {
      const at = groups.findIndex((group) => group !== undefined)
      return hidden[at]?.instead ?? found
    })
}

interface NamePattern {
  name: string
  source: string
}

function institutionPatterns(name: string): NamePattern[] {
  const [, bare = name, bracketed] = /^(.+?)\s*\(([^()]+)\)$/u.exec(name) ?? []
  const initials = initialsOf(bare)
  const isOwn = bracketed !== undefined && initials.includes(bracketed)
  return [anyCase(name), ...(isOwn ? [anyCase(bare)] : []), ...initials.map(asInitials)]
}

/** As people shorten a name: Trinity College London to TCL, University of Bristol to UoB, UOB or UB. */
function initialsOf(name: string): string[] {
  const first = name.match(/(?<![\p{L}\p{M}'’])\p{L}/gu) ?? []
  const all = first.join('')
  const capitals = first.filter((letter) => letter !== letter.toLowerCase()).join('')
  return [...new Set([all, all.toUpperCase(), capitals])].filter((initials) => initials.length > 1)
}

/** Two letters mean too much else (IT), unless they stand in brackets. */
function asInitials(name: string): NamePattern {
  const exact = exactly(name)
  return name.length > 2 ? exact : { name, source: `(?<=\\()${exact.source}(?=\\))` }
}

/** A name of one or two letters is also a word (an, do, in), so it counts only as it is written, or in capitals. */
function personPatterns(name: string): NamePattern[] {
  const parts = name.match(/[\p{L}\p{M}][\p{L}\p{M}'’-]*/gu) ?? []
  return [name, ...parts].flatMap((one) => (one.length > 2 ? [anyCase(one)] : [one, one.toUpperCase()].map(exactly)))
}

const anyCase = (name: string): NamePattern => ({ name, source: escaped(name) })

const exactly = (name: string): NamePattern => ({ name, source: `(?-i:${escaped(name)})` })

/** Any space stands for any other. */
const escaped = (name: string) => name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll(/\s+/g, '\\s+')
