import type { EmployerView, Supplement } from './employer-view.ts'
import type { ShownCredential } from './shown-credential.ts'

/**
 * A view without what tells who somebody is, or where and when they learned: names of people, of those who award, deliver and
 * check (each becomes a letter, the same everywhere), and days of awards. Regulators, and whether something is current, stay.
 */
export function blinded(view: EmployerView): EmployerView {
  const institutions = [
    ...new Set(
      view.credentials.flatMap(({ issuer, awardedBy, deliveredBy, validatedBy }) => [
        issuer,
        ...awardedBy,
        ...deliveredBy,
        ...validatedBy,
      ]),
    ),
  ].toSorted()
  const letterOf = (name: string) => {
    const at = institutions.indexOf(name)
    return at < 0 ? 'An institution' : `Institution ${letters(at)}`
  }
  const without = hiding(institutions, letterOf, view.holders)
  const hidden = (one: ShownCredential): ShownCredential => ({
    ...one,
    title: without(one.title),
    issuer: letterOf(one.issuer),
    awardedOn: null,
    level: one.level && { ...one.level, name: without(one.level.name) },
    awardedBy: one.awardedBy.map(letterOf),
    deliveredBy: one.deliveredBy.map(letterOf),
    validatedBy: one.validatedBy.map(letterOf),
  })
  const tied = (ties: Supplement['beside']) => ties.map((tie) => ({ ...tie, credential: hidden(tie.credential) }))
  return {
    ...view,
    holders: [],
    skills: view.skills.map((skill) => ({
      ...skill,
      name: without(skill.name),
      by: hidden(skill.by),
      others: skill.others.map(hidden),
    })),
    credentials: view.credentials.map(hidden),
    supplements: view.supplements.map((one) => ({
      ...one,
      degree: hidden(one.degree),
      beside: tied(one.beside),
      inside: tied(one.inside),
    })),
  }
}

/** A, B … Z, AA, AB … */
function letters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26))
  return at < 26 ? last : `${letters(Math.floor(at / 26) - 1)}${last}`
}

/** Titles name institutions and people too. Of a person each of their names goes, wherever it stands as a word. */
function hiding(institutions: readonly string[], letterOf: (name: string) => string, holders: readonly string[]) {
  const people = holders.flatMap((name) => [name, ...name.split(/[\s,]+/).filter((part) => part.length > 2)])
  const replacements = [
    ...institutions.map((name) => [name, letterOf(name)] as const),
    ...people.map((name) => [name, '…'] as const),
  ].toSorted(([one], [other]) => other.length - one.length)
  return (text: string) =>
    replacements.reduce(
      (left, [name, instead]) =>
        name === '' ? left : left.replaceAll(new RegExp(`(?<!\\p{L})${escaped(name)}(?!\\p{L})`, 'giu'), instead),
      text,
    )
}

const escaped = (name: string) => name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
