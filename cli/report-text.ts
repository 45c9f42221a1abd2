import { styleText } from 'node:util'
import type { CheckResult, Outcome } from '#credential'
import { en, type Face, faceOf, remedyFor, sentenceFor } from '#web'
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

/** One of many on one line: the mark, its name, the headline, what it is and what decided. */
export function answerLine(name: string, answer: CheckAnswer, { isTerminal }: { isTerminal: boolean }): string {
  const [only, ...more] = shownIn(answer)
  const [worst = only] =
    'standing' in answer ? [answer] : answer.reports.filter(({ verdict }) => verdict === answer.verdict)
  if (worst === undefined) return problemLine(name, { detail: 'There is no credential in it.' }, { isTerminal })
  const face = faceOf(worst)
  const [mark, colour] = HEADS[face]
  const { summary, checks } = worst
  const decisive = ['failed', 'unknown'].flatMap((outcome) => checks.filter((check) => check.outcome === outcome)).at(0)
  const facts = [
    en.headlines[face],
    ...(more.length > 0 ? [`the worst of ${more.length + 1}`] : []),
    ...(summary === null ? [] : [[summary.title, summary.issuer.name ?? summary.issuer.id].filter(Boolean).join(', ')]),
    ...(decisive === undefined ? [] : [decisive.code]),
  ]
  return `${isTerminal ? styleText(colour, mark, { validateStream: false }) : mark} ${plain(`${name}: ${facts.join(' · ')}`)}`
}

/** The same of one that could not be read. */
export function problemLine(
  name: string,
  { detail, code }: { [name: string]: unknown },
  { isTerminal }: { isTerminal: boolean },
): string {
  const [mark, colour] = HEADS.notGenuine
  const facts = [detail, code].filter((fact) => typeof fact === 'string')
  return `${isTerminal ? styleText(colour, mark, { validateStream: false }) : mark} ${plain(`${name}: ${facts.join(' · ')}`)}`
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
    `  ${en.checkedWhen(report)}`,
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
