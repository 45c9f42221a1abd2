import { type CredentialSummary, missingStandardFields, type Report, STANDARD_FIELDS } from '#credential'
import type { JsonObject } from '#platform'
import { formatTime } from '../dates.ts'
import { sentences } from '../sentences/spoken.ts'
import { Shortened } from './Shortened.tsx'
import { SummaryList, type SummaryRow } from './SummaryList.tsx'
import { verdictWords } from './verdict-words.ts'

/** What a specialist asks for, folded away: identifiers, codes, the document itself. */
export function VerdictDetails({ report, summary }: { report: Report; summary: CredentialSummary | null }) {
  const { credential, checks, digest } = report
  const words = verdictWords()
  const ofTheCredential: SummaryRow[] = [
    { label: words.issuer, value: <Identifier value={issuerOf(credential)} /> },
    { label: words.credential, value: <Identifier value={credential?.id} /> },
    { label: words.securedBy, value: words.secured[report.securing] },
    { label: 'SHA-256', value: <Identifier value={digest} /> },
    ...(summary === null || credential === null ? [] : completeness(summary, credential)),
  ]
  const rows = [
    ...(credential === null ? [] : ofTheCredential),
    { label: words.checkedAt, value: formatTime(report.checkedAt) },
  ]
  return (
    <details class="fold">
      <summary>{words.specialists}</summary>
      <SummaryList rows={rows} />
      <table class="table table-plain">
        <caption>{words.codes}</caption>
        <thead>
          <tr>
            <th scope="col">{words.check}</th>
            <th scope="col">{words.outcome}</th>
            <th scope="col">{words.code}</th>
          </tr>
        </thead>
        <tbody>
          {checks.map(({ check, outcome, code }) => (
            <tr key={`${check}${code}`}>
              <td>{check}</td>
              <td>{outcome}</td>
              <td>
                <code>{code}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {credential && (
        <details class="fold">
          <summary>{words.document}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
          <section class="scroll" tabIndex={0} aria-label={words.document}>
            <pre>{JSON.stringify(credential, null, 2)}</pre>
          </section>
        </details>
      )}
    </details>
  )
}

/** How many of the standard fields it states or explains. A record leaves them to its parts, and an endorsement has none. */
function completeness(summary: CredentialSummary, credential: JsonObject): SummaryRow[] {
  if (summary.record !== null || summary.endorsement !== null) return []
  const missing = missingStandardFields(credential)
  const words = verdictWords()
  const stated = words.stated(STANDARD_FIELDS.length - missing.length, STANDARD_FIELDS.length)
  const value =
    missing.length === 0
      ? `${stated}.`
      : `${stated}. ${words.not} ${missing.map((one) => sentences().parts[one]).join('; ')}.`
  return [{ label: words.standardFields, value }]
}

function Identifier({ value }: { value: unknown }) {
  return typeof value === 'string' && value !== '' ? (
    <Shortened text={value} />
  ) : (
    <span class="not-stated">{verdictWords().notStated}</span>
  )
}

function issuerOf(credential: Report['credential']): unknown {
  const issuer = credential?.issuer
  return typeof issuer === 'object' && issuer !== null && 'id' in issuer ? issuer.id : issuer
}
