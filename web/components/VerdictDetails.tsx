import { type CredentialSummary, missingStandardFields, type Report, STANDARD_FIELDS } from '#credential'
import type { JsonObject } from '#platform'
import { formatTime } from '../dates.ts'
import { en } from '../sentences/en.ts'
import { Shortened } from './Shortened.tsx'
import { SummaryList, type SummaryRow } from './SummaryList.tsx'

const SECURED: Record<Report['securing'], string> = {
  'data-integrity': 'W3C Data Integrity proof',
  'vc-jwt': 'JSON Web Token (VC-JWT)',
  'sd-jwt': 'JSON Web Token with selective disclosure (SD-JWT)',
  'open-badges-2': 'Open Badges 2.0: its issuer’s website, or a JSON Web Signature',
  none: 'Not at all',
}

/** What a specialist asks for, folded away: identifiers, codes, the document itself. */
export function VerdictDetails({ report, summary }: { report: Report; summary: CredentialSummary | null }) {
  const { credential, checks, digest } = report
  const ofTheCredential: SummaryRow[] = [
    { label: 'Issuer', value: <Identifier value={issuerOf(credential)} /> },
    { label: 'Credential', value: <Identifier value={credential?.id} /> },
    { label: 'Secured by', value: SECURED[report.securing] },
    { label: 'SHA-256', value: <Identifier value={digest} /> },
    ...(summary === null || credential === null ? [] : completeness(summary, credential)),
  ]
  const rows = [
    ...(credential === null ? [] : ofTheCredential),
    { label: 'Checked at', value: formatTime(report.checkedAt) },
  ]
  return (
    <details class="fold">
      <summary>Details for specialists</summary>
      <SummaryList rows={rows} />
      <table class="table table-plain">
        <caption>Codes of the checks</caption>
        <thead>
          <tr>
            <th scope="col">Check</th>
            <th scope="col">Outcome</th>
            <th scope="col">Code</th>
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
          <summary>The document as JSON</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
          <section class="scroll" tabIndex={0} aria-label="The document as JSON">
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
  const stated = `${STANDARD_FIELDS.length - missing.length} of ${STANDARD_FIELDS.length} stated or explained`
  const value =
    missing.length === 0 ? `${stated}.` : `${stated}. Not: ${missing.map((one) => en.parts[one]).join('; ')}.`
  return [{ label: 'Standard fields', value }]
}

function Identifier({ value }: { value: unknown }) {
  return typeof value === 'string' && value !== '' ? (
    <Shortened text={value} />
  ) : (
    <span class="not-stated">Not stated</span>
  )
}

function issuerOf(credential: Report['credential']): unknown {
  const issuer = credential?.issuer
  return typeof issuer === 'object' && issuer !== null && 'id' in issuer ? issuer.id : issuer
}
