import type { ComponentChildren } from 'preact'
import type { CredentialSummary, GivenMark, RecordContents } from '#credential'
import { bodyInWords, isWeb } from '../bodies.ts'
import { sentences } from '../sentences/spoken.ts'
import { wordsOf } from '../sentences/words.ts'
import { Away } from './Away.tsx'
import { Bodies } from './Body.tsx'
import { credentialWords } from './credential-words.ts'
import { endorsementRows, some } from './endorsement-rows.tsx'
import { Notice } from './Notice.tsx'
import { Level, nationLevelRow } from './nation-level.tsx'
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
            {credentialWords().issuedBy}{' '}
            <bdi title={summary.issuer.id || undefined}>{summary.issuer.name ?? bodyInWords(summary.issuer.id)}</bdi>
          </p>
        </div>
      </header>
      {unproven && <Notice tone="attention">{credentialWords().unproven}</Notice>}
      <SummaryList rows={[...(full ? rowsOf(summary) : compactRows(summary)), ...marksRow(marks)]} />
      {actions && <div class="actions">{actions}</div>}
    </article>
  )
}

function compactRows(summary: CredentialSummary): SummaryRow[] {
  const { level, awardedBy, awardedOn, validUntil, currentUntil, holds } = credentialWords()
  const inNation = nationLevelRow(summary.level).map(({ label }) => label)
  const wanted = new Set([level, ...inNation, awardedBy, awardedOn, validUntil, currentUntil, holds])
  return onlyThese(rowsOf(summary), wanted)
}

const onlyThese = (rows: readonly SummaryRow[], labels: ReadonlySet<string>) =>
  rows.filter(({ label }) => labels.has(label))

/** Marks have a row of their own: none of them is a level. Without any there is nothing to miss. */
function marksRow(marks: CredentialCardProps['marks']): SummaryRow[] {
  if (marks === undefined || marks.given.length === 0) return []
  const value = (
    <ul class="plain">
      {marks.given.map(({ kind, name, by }) => (
        <li key={`${kind}${name}${by}`}>
          <a href={marks.href}>
            <bdi>{name ?? sentences().marks.kinds[kind]}</bdi>
          </a>{' '}
          <span class="soft">
            ({sentences().marks.kinds[kind].toLowerCase()}
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
  return [{ label: credentialWords().marks, value }]
}

/** What is said of the credentials in a record is not missed in the record itself. */
function ofARecord(): Set<string> {
  const { awardedTo, issuedBy, awardedOn, validFrom, validUntil, about } = credentialWords()
  return new Set([awardedTo, issuedBy, awardedOn, validFrom, validUntil, about])
}

/** Nor is it in an endorsement, which speaks of something else. */
function ofAnEndorsement(): Set<string> {
  const { issuedBy, validFrom, validUntil } = credentialWords()
  return new Set([issuedBy, validFrom, validUntil])
}

function rowsOf(summary: CredentialSummary): SummaryRow[] {
  const rows = fullRows(summary)
  const { record, endorsement } = summary
  const words = credentialWords()
  if (endorsement !== null) {
    return [
      { label: words.whatItIs, value: sentences().marks.kinds[endorsement.kind] },
      ...some(words.scheme, endorsement.scheme && <Away url={endorsement.scheme}>{endorsement.scheme}</Away>),
      ...endorsementRows(endorsement, null),
      ...onlyThese(rows, ofAnEndorsement()),
    ]
  }
  const kept = record === null ? rows : onlyThese(rows, ofARecord())
  return [...kept, ...besides(summary)]
}

/** DESIGN's order: what, level, who, when, how long, assurance, marks. */
function fullRows(summary: CredentialSummary): SummaryRow[] {
  const { explained } = summary
  const words = credentialWords()
  const row = (label: string, field: string, value: ComponentChildren): SummaryRow => ({
    label,
    value: (
      <Stated why={explained[field]} mayBeLeftOut={summary.mayLackParts}>
        {value}
      </Stated>
    ),
  })
  return [
    row(words.awardedTo, 'recipientName', recipient(summary)),
    row(words.skills, 'Skill', names(summary.skill)),
    row(words.level, 'Level', summary.level && <Level level={summary.level} />),
    ...nationLevelRow(summary.level),
    row(words.assessed, 'AssessmentMethod', names(summary.assessmentMethods.map(wordsOf))),
    row(words.credits, 'credits', credits(summary)),
    row(words.awardedBy, 'AwardingBody', bodies(summary, summary.awardedBy)),
    row(words.deliveredBy, 'deliveredBy', bodies(summary, summary.deliveredBy)),
    row(words.checkedBy, 'validatedBy', bodies(summary, summary.validatedBy)),
    row(words.regulatedBy, 'regulatedBy', bodies(summary, summary.regulatedBy)),
    {
      label: words.issuedBy,
      value: (
        <>
          {summary.issuer.name && <bdi>{summary.issuer.name}</bdi>} <Shortened text={summary.issuer.id} />
          {summary.issuerType && <span class="soft">{words.saysItIs(wordsOf(summary.issuerType).toLowerCase())}</span>}
        </>
      ),
    },
    row(words.awardedOn, 'DateAchieved', summary.awardedOn && <DateText value={summary.awardedOn} />),
    row(words.validFrom, 'validFrom', summary.validFrom && <DateText value={summary.validFrom} />),
    row(words.validUntil, 'Currency', lasts(summary)),
    row(words.currentUntil, 'Currency', current(summary)),
    row(words.assurance, 'assurance', summary.assurance && words.claimed(words.assuranceStep(summary.assurance))),
    row(words.about, 'description', summary.description && <p class="prose">{summary.description}</p>),
    row(words.criteria, 'criteria', summary.criteria && <p class="prose">{summary.criteria}</p>),
    row(words.evidence, 'evidence', evidence(summary)),
  ]
}

function recipient({ recipientName, recipientIsHashed }: CredentialSummary): ComponentChildren {
  if (recipientName) return <bdi>{recipientName}</bdi>
  return recipientIsHashed ? credentialWords().fingerprint : null
}

/** What few credentials have, and is not missed in the others. */
function besides({ record, renewal, terms, partOf, licenceNumber }: CredentialSummary): SummaryRow[] {
  const words = credentialWords()
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
    ...(partOf.length > 0 ? [{ label: words.partOf, value: wholes(partOf) }] : []),
    ...(licenceNumber ? [{ label: words.licence, value: <bdi>{licenceNumber}</bdi> }] : []),
    ...(record ? [{ label: words.holds, value: names(record.titles) }] : []),
    ...(record && record.associations.length > 0 ? [{ label: words.belongs, value: associations(record) }] : []),
    ...(renewal.length > 0 ? [{ label: words.renewal, value: list(renewal) }] : []),
    ...(terms.length > 0 ? [{ label: words.terms, value: list(terms) }] : []),
  ]
}

/** It may be a part of what its holder does not show, or does not have. */
function wholes(partOf: CredentialSummary['partOf']): ComponentChildren {
  return (
    <ul class="plain">
      {partOf.map(({ name, url }) => (
        <li key={`${name}${url}`}>
          <Away url={url}>{name}</Away>
        </li>
      ))}
    </ul>
  )
}

function associations({ associations: items }: RecordContents): ComponentChildren {
  return (
    <ul class="plain">
      {items.map(({ type, source, target }) => (
        <li key={`${source} ${type} ${target}`}>
          <bdi>{source}</bdi> {sentences().associations[type]} <bdi>{target}</bdi>
        </li>
      ))}
    </ul>
  )
}

function current({ currentUntil, doesNotExpire }: CredentialSummary): ComponentChildren {
  if (currentUntil) return <DateText value={currentUntil} />
  return doesNotExpire ? credentialWords().noLapse : null
}

function lasts({ validUntil, doesNotExpire }: CredentialSummary): ComponentChildren {
  if (validUntil) return <DateText value={validUntil} />
  return doesNotExpire ? credentialWords().noEnd : null
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
  if (items.length === 0) return mayLackParts ? null : credentialWords().noCredit
  return (
    <ul class="plain">
      {items.map(({ value, scheme, level }) => (
        <li key={`${value}${scheme}`}>
          <bdi>{`${value} ${scheme === 'CPDHours' ? credentialWords().cpdHours : wordsOf(scheme)}`}</bdi>
          {level && (
            <span class="soft">
              {' ('}
              <Away url={level}>{isWeb(level) ? credentialWords().levelOfCredits : level}</Away>)
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
