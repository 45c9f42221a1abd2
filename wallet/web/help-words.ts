import { count } from '#web'
import type { HelpArea } from '../records/person.ts'

/** What a helper can be let into, as both are told it: what they see and do there, and where it begins. */
export const HELP_WORDS: Readonly<Record<HelpArea, { label: string; may: string; href: string }>> = {
  selfAssessment: {
    label: 'Answering what you can do',
    may: 'See the answers, and answer.',
    href: '/skills/self-assessment',
  },
  portfolio: {
    label: 'The portfolio',
    may: 'See what was made and done, add to it and change it. What it said before is not kept.',
    href: '/portfolio',
  },
  oldCertificates: {
    label: 'Old certificates',
    may: 'See the old certificates that were written down, and add some.',
    href: '/skills/certificates',
  },
}

/** What no helper can do, whatever they are invited for. */
export const NEVER = 'share, save a copy, delete, see or change anything else, or sign in'

/** How long something lasts, in words. */
export function durationOf(minutes: number): string {
  return minutes < 60 ? count(minutes, 'minute') : count(minutes / 60, 'hour')
}
