import { currencies, en, formatDate, gapStatesOfOthers, type PdfBlock, writePdf } from '#web'
import type { CanDo, CanDoRecord } from '../can-do.ts'
import type { Person } from '../records/person.ts'
import type { CalendarEntry } from '../skills/currency.ts'

/** A link by which whoever reads the document can check what is in the share. */
export interface CheckLink {
  url: string
  /** ISO 8601. */
  until: string
}

/** What goes into the document beside what the person can do and holds. */
interface Made {
  person: Pick<Person, 'name' | 'email'>
  record: CanDoRecord
  /** How many awards are only described by files, and so are not in it. */
  described: number
  check: CheckLink | null
  verifierUrl: string
  madeAt: Date
}

/**
 * A passport on paper: what somebody can do, who says so, and what they hold, each as it stood when it was last checked. It
 * proves nothing, and says by which link it can be checked.
 */
export function passportPdf(made: Made): Promise<Uint8Array> {
  const name = made.person.name ?? made.person.email
  const title = `Skills passport of ${name}`
  return writePdf({
    title,
    madeAt: made.madeAt,
    footer: `${title}, ${formatDate(made.madeAt)}. Paper proves nothing: check it by a link.`,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      paragraph(`Made on ${formatDate(made.madeAt)}. Everything is shown as it stood when it was last checked.`),
      ...checking(made, name),
      { kind: 'heading', level: 2, text: 'What I can do' },
      ...skillBlocks(made.record.skills),
      { kind: 'heading', level: 2, text: 'Certificates and qualifications' },
      ...heldBlocks(made.record.held),
      ...notInIt(made).map((text) => paragraph(text, true)),
    ],
  })
}

/** The document speaks for its holder. */
const SURE: typeof gapStatesOfOthers = { ...gapStatesOfOthers, selfAssessed: 'My own word' }

/** How many awards and skills stand in it: laying out thousands would keep everybody else waiting for seconds. */
const MOST = 200

const paragraph = (text: string, isSoft = false): PdfBlock => ({ kind: 'paragraph', text, isSoft })

function checking({ check, verifierUrl }: Made, name: string): PdfBlock[] {
  const heading: PdfBlock = { kind: 'heading', level: 2, text: 'How to check it' }
  if (check === null) {
    const text = `This document proves nothing by itself. Ask ${name} for a link to the credentials, and check it here, without an account:`
    return [heading, paragraph(text), { kind: 'link', url: verifierUrl }]
  }
  const text = `This document proves nothing by itself. Open the link, or scan the code, to see the credentials and check them. It works until ${formatDate(check.until)}.`
  return [
    heading,
    paragraph(text),
    { kind: 'qr', text: check.url, label: 'The link to the credentials' },
    { kind: 'link', url: check.url },
  ]
}

function skillBlocks(skills: readonly CanDo[]): PdfBlock[] {
  if (skills.length === 0) return [paragraph('Nothing is said here yet.')]
  const rows = skills
    .slice(0, MOST)
    .map((skill) => [
      skill.level === null ? skill.name : `${skill.name}: ${skill.level}`,
      SURE[skill.state],
      whoSays(skill),
      skill.currency === null || skill.credential === null ? '' : lasts(skill.currency, skill.until),
    ])
  return [
    { kind: 'table', columns: ['Skill', 'How sure', 'Who says so', 'Current?'], rows },
    ...theRest(skills.length, 'The first'),
  ]
}

function whoSays({ own, work, described, credential }: CanDo): string {
  const [first] = work?.confirmedBy ?? []
  if (described !== null) return 'I say so myself, and a file that nobody checked'

  if (first !== undefined) return `${first.by}, who says they are: ${first.relation}`
  return own !== null || work !== null ? 'I say so myself' : (credential?.issuerName ?? '')
}

function heldBlocks(held: readonly CalendarEntry[]): PdfBlock[] {
  if (held.length === 0) return [paragraph('None. What is said above needs none.')]
  const newest = held.toSorted((one, other) => ((one.fact.awardedOn ?? '') < (other.fact.awardedOn ?? '') ? 1 : -1))
  const rows = newest
    .slice(0, MOST)
    .map(({ fact, answer }) => [
      fact.title,
      [fact.issuerName, ...(fact.awardedOn === null ? [] : [formatDate(fact.awardedOn)])].join(', '),
      [
        ...(fact.level === undefined ? [] : [`${fact.level.framework} ${fact.level.code}`]),
        ...fact.credits.map(({ value, scheme }) => `${value} ${scheme}`.trim()),
      ].join(', '),
      `${en.standings[fact.face]}, checked ${formatDate(fact.checkedAt)}. ${lasts(answer.value.state, answer.value.until)}`,
    ])
  return [
    { kind: 'table', columns: ['What', 'Awarded by, on', 'Level, credit', 'How it stands'], rows },
    ...theRest(held.length, 'The newest'),
  ]
}

function theRest(all: number, which: string): PdfBlock[] {
  return all > MOST
    ? [paragraph(`${which} ${MOST} of ${all} are shown. The table of the same passport (CSV) has them all.`, true)]
    : []
}

function lasts(currency: keyof typeof currencies, until: string | null): string {
  if (currency === 'unknown') return 'How long it lasts is not known.'
  return until === null ? `${currencies[currency]}.` : `${currencies[currency]}: ${formatDate(until)}.`
}

function notInIt({ record: { notGenuine }, described }: Made): string[] {
  return [
    ...(notGenuine > 0 ? [`Left out, since they are not genuine: ${notGenuine}.`] : []),
    ...(described > 0 ? [`Left out, since only files describe them: ${described}.`] : []),
  ]
}
