import type { ComponentChildren } from 'preact'
import type { CheckResult, CredentialSummary, Outcome, Report } from '#credential'
import type { IconName } from '../icons.ts'
import { type Audience, faceOf, inOneDirection, remedyFor, sentenceFor } from '../sentences/sentences.ts'
import { sentences } from '../sentences/spoken.ts'
import { FACE_ICONS } from './face-icons.ts'
import { Icon } from './Icon.tsx'
import { Marks } from './Marks.tsx'
import { RecognitionLine } from './RecognitionLine.tsx'
import { Seal } from './Seal.tsx'
import { VerdictDetails } from './VerdictDetails.tsx'
import { verdictWords } from './verdict-words.ts'

interface VerdictProps {
  report: Report
  /** What the credential says; null where it could not be read. */
  summary: CredentialSummary | null
  audience: Audience
  /** 2 for one of several on its page: its heading then says of which credential it speaks. */
  headingLevel?: 1 | 2
  /** Unique on its page, where there are several. */
  id?: string
  /** Whether the checks are folded away where nothing was found; for pages with several verdicts. */
  folds?: boolean
  /** What the credential shows, between the answer and its reasons. */
  children?: ComponentChildren
}

const OUTCOME_ICONS: Record<Outcome, IconName> = {
  passed: 'circle-check',
  failed: 'circle-x',
  unknown: 'circle-question-mark',
  notice: 'info',
}

/** The answer about one credential: a headline, a sentence, who recognises the issuer, and every check with its reason. */
export function Verdict({
  report,
  summary,
  audience,
  headingLevel = 1,
  id = 'verdict',
  folds,
  children,
}: VerdictProps) {
  const Headline = `h${headingLevel}` as const
  const Section = `h${headingLevel + 1}` as 'h2' | 'h3'
  const face = faceOf(report)
  const words = sentences()
  const isOneOfMany = headingLevel > 1
  const decisive = decidedBy(report)
  const cause = decisive ? sentenceFor(words, decisive) : ''
  const remedy = decisive && report.standing !== 'genuine' ? remedyFor(words, decisive, audience) : null
  return (
    <section class={`verdict verdict-${face}`} id={id} aria-labelledby={`${id}-headline`}>
      <div class="verdict-head">
        <span class="verdict-icon">
          <Icon name={FACE_ICONS[face]} />
        </span>
        <div class="verdict-words">
          {summary && !isOneOfMany && (
            <p class="verdict-what">
              <bdi>{summary.title}</bdi>
            </p>
          )}
          <Headline id={`${id}-headline`}>
            {summary && isOneOfMany ? (
              <>
                <bdi>{summary.title}</bdi>: {withinASentence(words.standings[face])}
              </>
            ) : (
              words.headlines[face]
            )}
          </Headline>
          <p class="verdict-sentence">{inOneDirection(words.summary(report, summary, cause))}</p>
          {remedy && <p class="verdict-remedy">{remedy}</p>}
        </div>
        {report.digest && <Seal digest={report.digest} image={summary?.imageDataUrl} size="medium" />}
      </div>
      {saysWhoIsRecognised(report) && (
        <RecognitionLine
          recognition={report.recognition}
          proven={report.standing !== 'notGenuine'}
          claimed={summary?.assurance ?? null}
        />
      )}
      <Marks marks={report.marks} id={`${id}-marks`} headingLevel={headingLevel === 1 ? 2 : 3} />
      {children && <div class="verdict-shows">{children}</div>}
      {folds && report.verdict === 'accepted' ? (
        <details class="fold">
          <summary>{verdictWords().whatWasChecked}</summary>
          <Checks report={report} audience={audience} />
        </details>
      ) : (
        <div class="verdict-checks">
          <Section>{verdictWords().whatWasChecked}</Section>
          <Checks report={report} audience={audience} />
        </div>
      )}
      <VerdictDetails report={report} summary={summary} />
    </section>
  )
}

const withinASentence = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)

function Checks({ report, audience }: Pick<VerdictProps, 'report' | 'audience'>) {
  return (
    <>
      <ul class="checks">
        {report.checks.map((check, index) => (
          <Check key={`${check.code}${index}`} check={check} audience={audience} />
        ))}
      </ul>
      <p class="soft">{sentences().checkedWhen(report)}</p>
    </>
  )
}

function Check({ check, audience }: { check: CheckResult; audience: Audience }) {
  const words = sentences()
  const waits = check.code.endsWith('.notRun')
  const remedy = check.outcome === 'passed' ? null : remedyFor(words, check, audience)
  return (
    <li class={`check check-${check.outcome}`}>
      <Icon name={waits ? 'circle-minus' : OUTCOME_ICONS[check.outcome]} />
      <div>
        <p class="check-name">
          <strong>{words.checks[check.check]}</strong>{' '}
          <span class="check-outcome">{waits ? words.notRun : words.outcomes[check.outcome]}</span>
        </p>
        <p>{sentenceFor(words, check)}</p>
        {remedy && <p class="soft">{remedy}</p>}
      </div>
    </li>
  )
}

/** Of an issuer that is on no list there is nothing to say where the document is not its own, or was not even had. */
function saysWhoIsRecognised({ standing, recognition, credential }: Report): boolean {
  return recognition.outcome !== 'notListed' || (standing !== 'notGenuine' && credential !== null)
}

/** The check that the standing rests on: the gravest fault, or failing that the first thing that could not be looked at. */
function decidedBy({ checks, standing }: Report): CheckResult | undefined {
  const failed = checks.filter(({ outcome }) => outcome === 'failed')
  const mild = (code: string) => code.startsWith('dates.expired') || code === 'dates.notYetValid' || isStatusWord(code)
  if (standing === 'notGenuine') return failed.find(({ code }) => !mild(code)) ?? failed[0]
  if (standing === 'noLongerValid') return failed.find(({ code }) => isStatusWord(code)) ?? failed[0]
  if (standing === 'notYetValid') return failed[0]
  return checks.find(({ outcome, code }) => outcome === 'unknown' && !code.endsWith('.notRun')) ?? failed[0]
}

function isStatusWord(code: string): boolean {
  return code === 'status.revoked' || code === 'status.suspended'
}
