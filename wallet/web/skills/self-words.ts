import { TECHNIQUE_LEVELS, type TechniqueLevel } from '#skills'
import { catalogue } from '#web'

const MEANS: Readonly<Record<TechniqueLevel, string>> = {
  Inexperienced: 'You are at the start. Everyone begins here.',
  Foundation: 'You can do the everyday things.',
  Intermediate: 'You can do more than the everyday things, by yourself.',
  Advanced: 'You can do hard things, and help others.',
  'Super-user': 'You can do everything that is asked here.',
}

const LEVELS: Readonly<Record<TechniqueLevel, string>> = {
  Inexperienced: 'Inexperienced',
  Foundation: 'Foundation',
  Intermediate: 'Intermediate',
  Advanced: 'Advanced',
  'Super-user': 'Super-user',
}

/** What is said wherever something rests on the person's own word: the levels, what they mean, and the answers. */
export const selfWords = catalogue({
  en: {
    ownWord: 'You say so yourself',
    /** Said of whatever somebody else helped to fill in. */
    withHelp: 'Completed with help',
    levels: LEVELS,
    /** For someone who never heard of them. */
    means: MEANS,
    said: { yes: 'Yes', no: 'No', notSure: 'Not sure' },
  },
  cy: {
    ownWord: 'Eich gair eich hun yw hyn',
    withHelp: 'Llenwyd gyda chymorth',
    levels: {
      Inexperienced: 'Dibrofiad',
      Foundation: 'Sylfaen',
      Intermediate: 'Canolradd',
      Advanced: 'Uwch',
      'Super-user': 'Uwch-ddefnyddiwr',
    },
    means: {
      Inexperienced: 'Rydych ar y dechrau. Mae pawb yn dechrau yma.',
      Foundation: 'Gallwch wneud y pethau bob dydd.',
      Intermediate: 'Gallwch wneud mwy na’r pethau bob dydd, ar eich pen eich hun.',
      Advanced: 'Gallwch wneud pethau anodd, a helpu eraill.',
      'Super-user': 'Gallwch wneud popeth a ofynnir yma.',
    },
    said: { yes: 'Gallaf', no: 'Na allaf', notSure: 'Ddim yn siŵr' },
  },
})

/** A level of a technique by its code; what is none of ours is given back as it is. */
export function levelInWords(code: string): string {
  const level = TECHNIQUE_LEVELS.find((one) => one === code)
  return level === undefined ? code : selfWords().levels[level]
}

/** A statement in the middle of a sentence: `start up, sign in and shut down safely`. */
export function within(statement: string): string {
  return statement.charAt(0).toLowerCase() + statement.slice(1)
}
