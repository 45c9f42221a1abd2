import { type Frameworks, statementsOf } from '#skills'
import { DESCRIBED_AWARD } from '../records/described-kind.ts'
import type { PersonalRecord } from '../records/personal.ts'
import { CPD_ENTRY, OWN_TARGET, SELF_ANSWER } from '../records/personal-kinds.ts'
import { CONFIRMATION, EVIDENCE_FILE, PORTFOLIO_ITEM } from '../records/portfolio-kinds.ts'
import { PRIOR_LEARNING_CLAIM } from '../records/prior-learning-kind.ts'
import { BETWEEN, type CsvRow } from './csv-columns.ts'

type Words = (content: PersonalRecord['content'], known: Frameworks) => CsvRow | undefined

/** A reader of one kind: nothing for what is not of its schema. */
function wordsOf<Content>(
  { schema }: { schema: { safeParse(value: unknown): { data?: Content | undefined } } },
  words: (content: Content, known: Frameworks) => CsvRow,
): Words {
  return (content, known) => {
    const { data } = schema.safeParse(content)
    return data === undefined ? undefined : words(data, known)
  }
}

const YOU = 'You'

/** What people read of a record. Of the content of files and of open links there is no row. */
const WORDS: Readonly<Record<string, Words>> = {
  [SELF_ANSWER.kind]: wordsOf(SELF_ANSWER, ({ statement, said, on, withHelp }, { techniques }) => {
    const found = statementsOf(techniques).find(({ id }) => id === statement)
    return {
      What: 'Own answer',
      Title: found?.text ?? statement,
      'Who says so': YOU,
      Date: on,
      'How it stood': `${{ yes: 'Yes', no: 'No', notSure: 'Not sure' }[said]}${withHelp ? ', with help' : ''}`,
      Level: found?.level ?? '',
    }
  }),
  [OWN_TARGET.kind]: wordsOf(OWN_TARGET, ({ technique, level, by, setOn }, { techniques }) => ({
    What: 'Goal',
    Title: techniques.content.techniques.find(({ code }) => code === technique)?.title ?? technique,
    'Who says so': YOU,
    Date: setOn,
    Until: by,
    Level: level,
  })),
  [CPD_ENTRY.kind]: wordsOf(CPD_ENTRY, ({ what, hours, on }) => ({
    What: 'Logged hours',
    Title: what,
    'Who says so': YOU,
    Date: on,
    About: `Hours: ${hours}`,
  })),
  [PORTFOLIO_ITEM.kind]: wordsOf(PORTFOLIO_ITEM, ({ title, about, skill, contribution, team, link }) => ({
    What: 'Portfolio',
    Title: title,
    'Who says so': YOU,
    Skills: skill,
    About: [about, contribution, team].filter((text) => text !== '').join('\n'),
    Link: link,
  })),
  [EVIDENCE_FILE.kind]: wordsOf(EVIDENCE_FILE, ({ name, size, digest }) => ({
    What: 'File of the portfolio',
    Title: name,
    'Who says so': YOU,
    About: `${size} bytes, SHA-256 ${digest}. The file itself is not in this table.`,
  })),
  [CONFIRMATION.kind]: wordsOf(CONFIRMATION, ({ seen, by, relation, at, words }) => ({
    What: 'Confirmation',
    Title: seen.title,
    'Who says so': `${by} (${relation})`,
    Date: at.slice(0, 10),
    About: words,
  })),
  [DESCRIBED_AWARD.kind]: wordsOf(DESCRIBED_AWARD, (award) => ({
    What: 'Described by a file',
    Title: award.title,
    'Who says so': `The file ${award.source.file}, which was not verified`,
    Date: award.awardedOn,
    Until: award.until,
    'How it stood': 'Not verified',
    Level: award.level,
    Credit: award.credits.map(({ value, scheme }) => `${value} ${scheme}`.trim()).join(BETWEEN),
    Skills: award.skills.join(BETWEEN),
    About: award.about,
  })),
  [PRIOR_LEARNING_CLAIM.kind]: wordsOf(PRIOR_LEARNING_CLAIM, ({ title, provider, outcomes }) => ({
    What: 'Claim for prior learning',
    Title: title,
    'Who says so': YOU,
    About: [
      ...(provider === '' ? [] : [`For ${provider}`]),
      ...outcomes.map(({ text, shownBy }) => `${text} (shown by: ${shownBy.length})`),
    ].join('\n'),
  })),
}

/** The row of a record of one's own, with the record itself beside what people read; undefined for what has none. */
export function ownRow(record: PersonalRecord, known: Frameworks): CsvRow | undefined {
  const words = Object.hasOwn(WORDS, record.kind) ? WORDS[record.kind]?.(record.content, known) : undefined
  return words === undefined ? undefined : { ...words, Data: JSON.stringify(record) }
}
