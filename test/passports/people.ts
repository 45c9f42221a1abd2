import type { ItemWish } from '../../wallet/portfolio.ts'
import type { Award } from './award.ts'
import { CREDIT, GRADUATE, MIXED_LEVELS, RETURNING, TECHNICIAN } from './awards.ts'

/** What somebody said of themself on one day: a technique, and how many of its statements they said yes to from the first on. */
interface Said {
  on: string
  technique: string
  yes: number
  no?: number
  withHelp?: boolean
}

/** Something that somebody made or did, written down on a day. */
type Made = { on: string } & ItemWish

/** A person of the examples. There is nobody of that name behind it. */
export interface ExamplePerson {
  id: string
  name: string
  email: string
  /** Who they are, in a few words. */
  who: string
  /** What to look at, and where in the wallet. */
  look: { href: string; label: string }[]
  awards: readonly Award[]
  said?: readonly Said[]
  /** Goals of their own. */
  goals?: readonly { on: string; technique: string; level: string; by: string }[]
  made?: readonly Made[]
}

/** The day for which the examples are made; what is current on it may have run out since. */
export const AS_OF = '2026-12-01'

const calendar = { href: `/skills/calendar?on=${AS_OF}`, label: 'What is current, and until when' }

export const PEOPLE: readonly ExamplePerson[] = [
  {
    id: 'no-qualifications',
    name: 'Asha Fenwick',
    email: 'asha@example.org',
    who: 'No qualifications at all. She says what she can do with a computer, at first with help, and sets herself a goal.',
    look: [
      { href: '/skills', label: 'What she can do, in her own words' },
      { href: '/skills/progress', label: 'How she came on' },
      { href: '/portfolio', label: 'What she made' },
    ],
    awards: [],
    said: [
      { on: '2026-09-07', technique: 'OPC', yes: 1, no: 1, withHelp: true },
      { on: '2026-10-05', technique: 'OPC', yes: 2, no: 2 },
      { on: '2026-10-05', technique: 'EML', yes: 2, no: 2 },
      { on: '2026-10-12', technique: 'SS', yes: 1, no: 2 },
      { on: '2026-11-16', technique: 'SS', yes: 2, no: 2 },
      { on: '2026-11-16', technique: 'SEC', yes: 3, no: 1 },
    ],
    goals: [{ on: '2026-10-12', technique: 'SS', level: 'Intermediate', by: '2027-06-30' }],
    made: [
      {
        on: '2026-11-20',
        type: 'artefact',
        title: 'Rota for a community kitchen',
        about: 'A table of who cooks on which day, with how many helpers there are and a chart of it.',
        skill: 'Plan a rota for twelve people',
        contribution: '',
        link: '',
      },
    ],
  },
  {
    id: 'technician',
    name: 'Tomos Blackwood',
    email: 'tomos@example.org',
    who: 'A technician in mid-career some of whose certificates have run out. One of them he may not work without.',
    look: [
      calendar,
      { href: `/skills/readiness/ROLE-EVTECH?on=${AS_OF}`, label: 'Ready to be an EV technician?' },
      { href: '/skills/gap/ROLE-EVTECH', label: 'What is missing, and what to do next' },
    ],
    awards: TECHNICIAN,
  },
  {
    id: 'graduate',
    name: 'Elin Hartley',
    email: 'elin@example.org',
    who: 'A graduate with a suite of practical skills in addition to the degree, in one record and each by itself.',
    look: [{ href: '/skills', label: 'What she can do, and who says so' }, calendar],
    awards: GRADUATE,
  },
  {
    id: 'itq-mixed-levels',
    name: 'Marek Sowden',
    email: 'marek@example.org',
    who: 'Units of the ITQ at two levels that together make a Certificate at level 2; one unit counts for nothing.',
    look: [
      { href: '/skills/itq', label: 'What his units make, and what is in reach' },
      { href: '/skills/credit', label: 'His credit' },
    ],
    awards: MIXED_LEVELS,
    said: [{ on: '2026-11-09', technique: 'SS', yes: 4, no: 2 }],
    goals: [{ on: '2026-11-09', technique: 'SS', level: 'Advanced', by: '2027-09-30' }],
  },
  {
    id: 'three-providers',
    name: 'Jo Penhale',
    email: 'jo@example.org',
    who: 'Credit from three providers, in schemes that are never added up; one module was certified twice.',
    look: [{ href: '/skills/credit', label: 'Credit by scheme and level' }],
    awards: CREDIT,
  },
  {
    id: 'returning',
    name: 'Gwen Ashdown',
    email: 'gwen@example.org',
    who: 'Back after ten years, with certificates of before, two units of the ITQ, and a refresher.',
    look: [
      calendar,
      { href: '/skills/itq', label: 'What her units still make' },
      { href: '/skills', label: 'What she says that she can do today' },
      { href: '/skills/search?source=workplace', label: 'What she learnt at work' },
    ],
    awards: RETURNING,
    said: [
      { on: '2026-11-02', technique: 'WP', yes: 3, no: 1 },
      { on: '2026-11-02', technique: 'OPC', yes: 4 },
    ],
    goals: [{ on: '2026-11-02', technique: 'WP', level: 'Intermediate', by: '2027-04-30' }],
  },
]
