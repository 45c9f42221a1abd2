import type { LearningSource } from '#credential'

/** Where something was learnt, in the words of a form. */
export const learningSources: Readonly<Record<LearningSource, string>> = {
  education: 'School, college or university',
  professional: 'A professional certificate',
  workplace: 'Training at work',
  development: 'Professional development (CPD)',
  elsewhere: 'Outside courses and work',
  notSaid: 'Not said',
}
