import type { CombinationCode, Conflict, Values } from '#skills'
import { count } from '../dates.ts'
import { type Says, said } from './says.ts'

/** What a wish that cannot be met lacks, to go on after its name. */
export const conflictBecause: Readonly<Record<Conflict['reason'], string>> = {
  unknownUnit: 'is no unit of these rules',
  noSize: 'has no size: say how many credits or points it is',
  noLevel: 'has no level: say at which level it is',
  notOffered: 'cannot count in that way in this qualification',
  notFor: 'must be earned, and cannot be counted in that way',
  rules: 'leaves no way through the rules, together with your other wishes',
}

const AS: Readonly<Record<string, string>> = {
  Earned: 'earned',
  CreditTransfer: 'earned in another qualification',
  Equivalence: 'as an equivalent',
  Exemption: 'by an exemption',
  PriorLearning: 'by prior learning that was assessed',
  ImportedUnit: 'as an imported unit',
  CustomisedUnit: 'as a unit made for your work',
}

/** A number of points or credits. */
export const sizeInWords = (size: number, sizeUnit: string) => count(size, sizeUnit === 'points' ? 'point' : 'credit')

/** How a unit came to be held, in words. */
export const basisInWords = (basis: string) => AS[basis] ?? basis

/** The rules of combination, and what was counted for them and what was not. `unitName` says what a unit is called. */
export function combinationSays(sizeUnit: string, unitName: (unit: string) => string): Says<CombinationCode> {
  const sizes = (value: Values[string]) => sizeInWords(Number(value), sizeUnit)
  const units = (value: Values[string]) =>
    Array.isArray(value) ? value.map(unitName).join(', ') : unitName(String(value))
  const among = ({ types }: Values) => (Array.isArray(types) ? types.map(basisInWords).join(' or ') : '')
  return {
    'combination.min': ({ needed, had }) => `${sizes(had ?? 0)} of at least ${said(needed)}.`,
    'combination.mandatory': ({ unit, had }) =>
      `The compulsory unit ${units(unit ?? '')}: ${had === 1 ? 'there' : 'missing'}.`,
    'combination.minAtLevel': ({ needed, had, level }) =>
      `${sizes(had ?? 0)} at level ${said(level)} or above, of at least ${said(needed)}.`,
    'combination.optionalShareAtLevel': ({ of, needed, had, level }) =>
      `${said(had)} of ${said(of)} optional units at level ${said(level)}; at least ${said(needed)} are asked for.`,
    'combination.maxPerArea': ({ limit, had }) =>
      `At most ${count(Number(limit), 'unit')} of one area; ${said(had)} is the most that you have.`,
    'combination.maxShare': (values) =>
      `${sizes(values.had ?? 0)} ${among(values)}; ${values.isStrict === true ? 'less than' : 'at most'} ${said(values.limit)} may count so.`,
    'combination.maxUnits': (values) =>
      `${count(Number(values.had), 'unit')} ${among(values)}; at most ${said(values.limit)} may count so.`,
    'combination.mustBeShownIn': ({ unit, shownIn }) =>
      `That ${units(unit ?? '')} was not done here must be shown in ${units(shownIn ?? '')}. An assessor sees to it.`,
    'combination.earned': (values) =>
      `counts with ${sizes(values.size ?? 0)} at level ${said(values.level)}.${apart(values)}`,
    'combination.recognised': (values) =>
      `counts ${basisInWords(String(values.as))} with ${sizes(values.size ?? 0)}, and is no credit of yours.${apart(values)}`,
    'combination.duplicate': () => 'is held twice, and counts once.',
    'combination.areaTaken': () => 'is of an area of which another unit counts already.',
    'combination.areaMandatory': ({ unitOfArea }) =>
      `is of the area of the compulsory unit ${units(unitOfArea ?? '')}.`,
    'combination.overCap': ({ limit, isStrict }) =>
      `is more than may count in that way: ${isStrict === true ? 'less than' : 'at most'} ${said(limit)}.`,
    'combination.overShare': ({ level, isAtLevel }) =>
      isAtLevel === true
        ? `is at level ${said(level)}, and does not help the rest.`
        : `is not at level ${said(level)}, and there would be too few units there.`,
    'combination.inFuture': () => 'has a day that is still to come.',
    'combination.noSuchDay': () => 'has a day that the calendar does not have.',
    'combination.noDate': ({ years }) => `has no day, and may be at most ${said(years)} years old.`,
    'combination.tooOld': ({ years, registered }) =>
      `was more than ${said(years)} years old on ${said(registered)}, when you registered.`,
    'combination.notFor': () => 'must be earned, and cannot be counted in that way.',
    'combination.notOffered': () => 'cannot count in that way in this qualification.',
    'combination.unknownUnit': () => 'is no unit of these rules.',
    'combination.noSize': () => 'states no size.',
    'combination.noLevel': () => 'states no level.',
  }
}

/** What a unit that counts does not count for, such as the least at the level. */
function apart({ doesNotCountFor }: Values): string {
  const rules = Array.isArray(doesNotCountFor) ? doesNotCountFor : []
  if (rules.some((rule) => rule.endsWith('.minAtLevel'))) return ' It does not count towards the least at the level.'
  return ''
}
