import { catalogue, count } from '#web'
import type { HelpArea } from '../records/person.ts'

/** Where each thing begins that a helper can be let into. */
export const HELP_PLACES: Readonly<Record<HelpArea, string>> = {
  selfAssessment: '/skills/self-assessment',
  portfolio: '/portfolio',
  oldCertificates: '/skills/certificates',
}

const NEVER = 'share, save a copy, delete, see or change anything else, or sign in'
const BYTH = 'rannu, cadw copi, dileu, gweld na newid dim byd arall, na mewngofnodi'

/** What both a helper and whoever invites them are told: what can be seen and done, what never, and for how long. */
export const helpWords = catalogue({
  en: {
    areas: {
      selfAssessment: { label: 'Answering what you can do', may: 'See the answers, and answer.' },
      portfolio: {
        label: 'The portfolio',
        may: 'See what was made and done, add to it and change it. What it said before is not kept.',
      },
      oldCertificates: {
        label: 'Old certificates',
        may: 'See the old certificates that were written down, and add some.',
      },
    },
    youCannot: `You cannot ${NEVER}.`,
    youCannotAndTheySee: `You cannot ${NEVER}. They see all that you do, and what you fill in is marked “Completed with help”.`,
    theyCannot: `They can never ${NEVER}. You see all that they do, and what they fill in is marked.`,
    duration: (minutes: number) => (minutes < 60 ? count(minutes, 'minute') : count(minutes / 60, 'hour')),
  },
  cy: {
    areas: {
      selfAssessment: { label: 'Ateb beth y gallwch ei wneud', may: 'Gweld yr atebion, ac ateb.' },
      portfolio: {
        label: 'Y portffolio',
        may: 'Gweld yr hyn a grëwyd ac a wnaed, ychwanegu ato a’i newid. Ni chedwir yr hyn a ddywedai o’r blaen.',
      },
      oldCertificates: {
        label: 'Hen dystysgrifau',
        may: 'Gweld yr hen dystysgrifau a nodwyd, ac ychwanegu rhai.',
      },
    },
    youCannot: `Ni allwch ${BYTH}.`,
    youCannotAndTheySee: `Ni allwch ${BYTH}. Maent yn gweld popeth a wnewch, a nodir “Llenwyd gyda chymorth” ar yr hyn a lenwch.`,
    theyCannot: `Ni allant fyth ${BYTH}. Rydych yn gweld popeth a wnânt, a nodir yr hyn a lenwant.`,
    duration: (minutes: number) => (minutes < 60 ? `${minutes} munud` : `${minutes / 60} awr`),
  },
})
