import { styleText } from 'node:util'
import type { CheckResult, Outcome } from '#credential'
import { checkedWhen, en, type Face, faceOf, remedyFor, sentenceFor } from '#web'
import { type CheckAnswer, type CredentialAnswer, shownIn } from '../verifier/answer.ts'
import { plain } from './terminal.ts'

type Colour = Parameters<typeof styleText>[0]

const MARKS: Readonly<Record<Outcome, readonly [mark: string, colour: Colour]>> = {
  passed: ['✓', 'green'],
  failed: ['✗', 'red'],
  unknown: ['?', 'yellow'],
  notice: ['i', 'gray'],
}

const HEADS: Readonly<Record<Face, readonly [mark: string, colour: Colour]>> = {
  genuine: ['✓', 'green'],
  genuineNotListed: ['✓', 'bold'],
  genuineNotRecognised: ['✓', 'bold'],
  genuineOfAnother: ['✗', 'yellow'],
  genuineInPart: ['✗', 'yellow'],
  noLongerValid: ['✗', 'yellow'],
  notYetValid: ['✗', 'yellow'],
  notGenuine: ['✗', 'red'],
  unchecked: ['?', 'yellow'],
  linkNotOpened: ['?', 'yellow'],
}

/** The report for a person at a terminal, in words and marks; in colour only where someone sees it. */
export function reportText(answer: CheckAnswer, { isTerminal }: { isTerminal: boolean }): string {
  const paint = (colour: Colour, text: string) =>
    isTerminal ? styleText(colour, text, { validateStream: false }) : text
  if ('standing' in answer) {
    const [shown = answer] = shownIn(answer)
    return one({ ...answer, reports: shown.reports }, paint).join('\n')
  }
  const genuine = answer.reports.filter(({ standing }) => standing === 'genuine').length
  const whole = answer.checks.filter(({ outcome }) => outcome === 'failed' || outcome === 'unknown')
  return [
    paint('bold', `${genuine} of ${answer.reports.length} genuine`),
    ...whole.flatMap((check) => checkLines(check, paint)),
    ...answer.reports.flatMap((report) => ['', ...one(report, paint)]),
  ].join('\n')
}

type Paint = (colour: Colour, text: string) => string

function one(report: CredentialAnswer, paint: Paint): string[] {
  const { summary, checks, recognition } = report
  const face = faceOf(report)
  const [mark, colour] = HEADS[face]
  const decisive =
    checks.find(({ outcome }) => outcome === 'failed') ?? checks.find(({ outcome }) => outcome === 'unknown')
  const cause = decisive ? sentenceFor(en, decisive) : ''
  const facts =
    summary === null
      ? []
      : [`  ${summary.title}`, `  Issued by ${[summary.issuer.name, summary.issuer.id].filter(Boolean).join(', ')}`]
  const recognised =
    summary === null
      ? []
      : [`  ${en.recognitionLabels[recognition.outcome]}. ${en.recognition[recognition.outcome](recognition)}`]
  return [
    paint(colour, `${mark} ${en.headlines[face]}`),
    ...facts.map(plain),
    plain(`  ${en.summary(report, summary, cause)}`),
    ...recognised.map(plain),
    '',
    ...checks.flatMap((check) => checkLines(check, paint)),
    '',
    `  ${checkedWhen(report)}`,
    ...partsOf(report, paint),
  ]
}

/** The credentials inside a record, each with its own answer. */
function partsOf({ reports = [] }: CredentialAnswer, paint: Paint): string[] {
  return reports.flatMap((part, index) => [
    '',
    paint('bold', `Credential ${index + 1} of ${reports.length} in it`),
    ...one(part, paint),
  ])
}

function checkLines(check: CheckResult, paint: Paint): string[] {
  const [mark, colour] = MARKS[check.outcome]
  const head = `  ${paint(colour, mark)} ${en.checks[check.check]}: ${en.outcomes[check.outcome].toLowerCase()} (${plain(check.code)})`
  const remedy = check.outcome === 'passed' ? null : remedyFor(en, check, 'employer')
  return [
    head,
    ...[sentenceFor(en, check), remedy].filter((text) => text !== null).map((text) => `      ${plain(text)}`),
  ]
}
