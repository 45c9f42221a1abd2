import type { TechniqueLevel } from '#skills'

/** Said wherever something rests on the person's own word. */
export const OWN_WORD = 'You say so yourself'

/** Said of whatever somebody else helped to fill in. */
export const WITH_HELP = 'Completed with help'

/** What each level means, for someone who never heard of it. */
export const LEVEL_MEANS: Record<TechniqueLevel, string> = {
  Inexperienced: 'You are at the start. Everyone begins here.',
  Foundation: 'You can do the everyday things.',
  Intermediate: 'You can do more than the everyday things, by yourself.',
  Advanced: 'You can do hard things, and help others.',
  'Super-user': 'You can do everything that is asked here.',
}

export const SAID = { yes: 'Yes', no: 'No', notSure: 'Not sure' } as const

/** A statement in the middle of a sentence: `start up, sign in and shut down safely`. */
export function within(statement: string): string {
  return statement.charAt(0).toLowerCase() + statement.slice(1)
}
