import type { ComponentChildren } from 'preact'
import type { CredentialSummary, GivenMark, RecordContents } from '#credential'
import { bodyInWords, isWeb } from '../bodies.ts'
import { en } from '../sentences/en.ts'
import { wordsOf } from '../sentences/words.ts'
import { Away } from './Away.tsx'
import { Bodies } from './Body.tsx'
import { endorsementRows, some } from './endorsement-rows.tsx'
import { Notice } from './Notice.tsx'
import { Seal } from './Seal.tsx'
import { Shortened } from './Shortened.tsx'
import { DateText, Stated } from './Stated.tsx'
import { SummaryList, type SummaryRow } from './SummaryList.tsx'

interface CredentialCardProps {
  summary: CredentialSummary
  /** `compact` is for lists: the fields that one chooses by, in the same order. */
  variant?: 'full' | 'compact'
  /** The page about this credential. */
  href?: string
  /** The level of the card's heading on its page. */
  headingLevel?: 2 | 3
  /** Says above the fields that they are only what an unproven document claims. */
  unproven?: boolean
  /** Marks of others that were verified and found good; no other is shown. With where more is said of them. */
  marks?: { given: readonly GivenMark[]; href: string }
  /** A sign beside the title, such as its state. */
  badge?: ComponentChildren
  actions?: ComponentChildren
}

/** One credential. Every card has the same fields in the same order, and says so where nothing is stated. */
export function CredentialCard(props: CredentialCardProps) {
  const { summary, variant = 'full', href, headingLevel = 2, unproven, marks, badge, actions } = props
  const Title = `h${headingLevel}` as const
  const full = variant === 'full'
  return (
    <article class={`card credential credential-${variant}`}>
      <header class="credential-head">
        <Seal digest={summary.digest} image={summary.imageDataUrl} size={full ? 'large' : 'small'} />
        <div class="credential-title">
          {badge && <p class="credential-badge">{badge}</p>}
          <Title>
            {href ? (
              <a href={href}>
                <bdi>{summary.title}</bdi>
              </a>
            ) : (
              <bdi>{summary.title}</bdi>
            )}
          </Title>
          <p class="credential-by">
            Issued by{' '}
            <bdi title={summary.issuer.id || undefined}>{summary.issuer.name ?? bodyInWords(summary.issuer.id)}</bdi>
          </p>
        </div>
      </header>
      {unproven && <Notice tone="attention">This is only what the document claims. It is not proven.</Notice>}
      <SummaryList rows={[...(full ? rowsOf(summary) : compactRows(summary)), ...marksRow(marks)]} />
      {actions && <div class="actions">{actions}</div>}
    </article>
  )
}

function compactRows(summary: CredentialSummary): SummaryRow[] {
  const wanted = new Set(['Level', 'Awarded by', 'Awarded on', 'Valid until', 'Current until', 'Holds'])
  return rowsOf(summary).filter(({ label }) => wanted.has(label))
}

/** Marks have a row of their own: none of them is a level. Without any there is nothing to miss. */
function marksRow(marks: CredentialCardProps['marks']): SummaryRow[] {
  if (marks === undefined || marks.given.length === 0) return []
  const value = (
    <ul class="plain">
      {marks.given.map(({ kind, name, by }) => (
        <li key={`${kind}${name}${by}`}>
          <a href={marks.href}>
            <bdi>{name ?? en.marks.kinds[kind]}</bdi>
          </a>{' '}
          <span class="soft">
            ({en.marks.kinds[kind].toLowerCase()}
            {by && (
              <>
                , <bdi>{by}</bdi>
              </>
            )}
            )
          </span>
        </li>
      ))}
    </ul>
  )
  return [{ label: 'Marks', value }]
}

/** What is said of the credentials in a record is not missed in the record itself. */
const OF_A_RECORD = new Set(['Awarded to', 'Issued by', 'Awarded on', 'Valid from', 'Valid until', 'About'])

/** Nor is it in an endorsement, which speaks of something else. */
const OF_AN_ENDORSEMENT = new Set(['Issued by', 'Valid from', 'Valid until'])

function rowsOf(summary: CredentialSummary): SummaryRow[] {
  const rows = fullRows(summary)
  const { record, endorsement } = summary
  if (endorsement !== null) {
    return [
      { label: 'What it is', value: en.marks.kinds[endorsement.kind] },
      ...some('Scheme', endorsement.scheme && <Away url={endorsement.scheme}>{endorsement.scheme}</Away>),
      ...endorsementRows(endorsement, null),
      ...rows.filter(({ label }) => OF_AN_ENDORSEMENT.has(label)),
    ]
  }
  const kept = record === null ? rows : rows.filter(({ label }) => OF_A_RECORD.has(label))
  return [...kept, ...besides(summary)]
}

/** DESIGN's order: what, level, who, when, how long, assurance, marks. */
function fullRows(summary: CredentialSummary): SummaryRow[] {
  const { explained } = summary
  const row = (label: string, field: string, value: ComponentChildren): SummaryRow => ({
    label,
    value: (
      <Stated why={explained[field]} mayBeLeftOut={summary.mayLackParts}>
        {value}
      </Stated>
    ),
  })
  return [
    row('Awarded to', 'recipientName', recipient(summary)),
    row('Skills', 'Skill', names(summary.skill)),
    row('Level', 'Level', summary.level && <Level level={summary.level} />),
    row('How it was assessed', 'AssessmentMethod', names(summary.assessmentMethods.map(wordsOf))),
    row('Credits', 'credits', credits(summary)),
    row('Awarded by', 'AwardingBody', bodies(summary, summary.awardedBy)),
    row('Delivered by', 'deliveredBy', bodies(summary, summary.deliveredBy)),
    row('Checked by', 'validatedBy', bodies(summary, summary.validatedBy)),
    row('Regulated by', 'regulatedBy', bodies(summary, summary.regulatedBy)),
    {
      label: 'Issued by',
      value: (
        <>
          {summary.issuer.name && <bdi>{summary.issuer.name}</bdi>} <Shortened text={summary.issuer.id} />
        </>
      ),
    },
    row('Awarded on', 'DateAchieved', summary.awardedOn && <DateText value={summary.awardedOn} />),
    row('Valid from', 'validFrom', summary.validFrom && <DateText value={summary.validFrom} />),
    row('Valid until', 'Currency', lasts(summary)),
    row('Current until', 'Currency', current(summary)),
    row('Assurance', 'assurance', summary.assurance && `${wordsOf(summary.assurance)}, as its issuer claims`),
    row('About', 'description', summary.description && <p class="prose">{summary.description}</p>),
    row('What had to be shown', 'criteria', summary.criteria && <p class="prose">{summary.criteria}</p>),
    row('Evidence', 'evidence', evidence(summary)),
  ]
}

function recipient({ recipientName, recipientIsHashed }: CredentialSummary): ComponentChildren {
  if (recipientName) return <bdi>{recipientName}</bdi>
  return recipientIsHashed ? 'Stated only as a fingerprint, to be compared with a name or an address' : null
}

/** What few credentials have, and is not missed in the others. */
function besides({ record, renewal, terms }: CredentialSummary): SummaryRow[] {
  const list = (values: readonly string[]) => (
    <ul class="plain">
      {values.map((value) => (
        <li key={value}>
          <Away url={value}>{value}</Away>
        </li>
      ))}
    </ul>
  )
  return [
    ...(record ? [{ label: 'Holds', value: names(record.titles) }] : []),
    ...(record && record.associations.length > 0
      ? [{ label: 'How it belongs together', value: associations(record) }]
      : []),
    ...(renewal.length > 0 ? [{ label: 'Can be renewed at', value: list(renewal) }] : []),
    ...(terms.length > 0 ? [{ label: 'Terms of use', value: list(terms) }] : []),
  ]
}

function associations({ associations: items }: RecordContents): ComponentChildren {
  return (
    <ul class="plain">
      {items.map(({ type, source, target }) => (
        <li key={`${source} ${type} ${target}`}>
          <bdi>{source}</bdi> {en.associations[type]} <bdi>{target}</bdi>
        </li>
      ))}
    </ul>
  )
}

function current({ currentUntil, doesNotExpire }: CredentialSummary): ComponentChildren {
  if (currentUntil) return <DateText value={currentUntil} />
  return doesNotExpire ? 'Does not lapse' : null
}

function lasts({ validUntil, doesNotExpire }: CredentialSummary): ComponentChildren {
  if (validUntil) return <DateText value={validUntil} />
  return doesNotExpire ? 'Does not expire' : null
}

function Level({ level }: { level: NonNullable<CredentialSummary['level']> }) {
  const parts = [level.framework, level.code].filter((part) => part !== null)
  const code = parts.every((part) => level.name.includes(part)) ? 'about this level' : parts.join(', ')
  return (
    <>
      <bdi>{level.name}</bdi>
      {code && (
        <>
          {' '}
          <span class="soft">
            (<Away url={level.url}>{code}</Away>)
          </span>
        </>
      )}
    </>
  )
}

function bodies({ knownNames }: CredentialSummary, ids: readonly string[]): ComponentChildren {
  return ids.length === 0 ? null : <Bodies ids={ids} knownNames={knownNames} />
}

function names(values: readonly string[]): ComponentChildren {
  if (values.length === 0) return null
  if (values.length === 1) return <bdi>{values[0]}</bdi>
  return (
    <ul class="plain">
      {values.map((value) => (
        <li key={value}>
          <bdi>{value}</bdi>
        </li>
      ))}
    </ul>
  )
}

/** Credit is optional: without any there is none attached, which nobody has left unsaid. */
function credits({ credits: items, mayLackParts }: CredentialSummary): ComponentChildren {
  if (items.length === 0) return mayLackParts ? null : 'No credit attached'
  return (
    <ul class="plain">
      {items.map(({ value, scheme, level }) => (
        <li key={`${value}${scheme}`}>
          <bdi>{`${value} ${scheme === 'CPDHours' ? 'CPD hours' : wordsOf(scheme)}`}</bdi>
          {level && (
            <span class="soft">
              {' ('}
              <Away url={level}>{isWeb(level) ? 'level of these credits' : level}</Away>)
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

function evidence({ evidence: items }: CredentialSummary): ComponentChildren {
  if (items.length === 0) return null
  return (
    <ul class="plain">
      {items.map(({ name, url }) => (
        <li key={`${name}${url}`}>
          <Away url={url}>{name}</Away>
        </li>
      ))}
    </ul>
  )
}
