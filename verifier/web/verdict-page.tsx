import { frameworks } from '#skills'
import { Actions, ButtonLink, faceOf, Notice, page, sentenceFor, sentences, translated } from '#web'
import { type CheckAnswer, shownIn } from '../answer.ts'
import type { Question } from '../check.ts'
import { blinding } from '../employer/blind.ts'
import { employerView } from '../employer/employer-view.ts'
import { BlindVerdict } from './blind-verdict.tsx'
import { checkWords } from './check-words.ts'
import { addressOf, addressOfLink, frameOf } from './frame.ts'
import { OpenVerdict } from './open-verdict.tsx'

interface VerdictPageOptions {
  /** The link that led to it. */
  link?: string | undefined
  /** What was pasted, to be sent again with a further question. */
  again?: string | undefined
  question?: Question
  /** Whether it is not to be seen who it is. The page then holds nothing of it, and no document. */
  isBlind?: boolean
}

/** The verdict as a page, with or without whom it is about, and where to go on from there. */
export const verdictPage = translated((answer: CheckAnswer, options: VerdictPageOptions = {}): string => {
  const { link, again, question = {}, isBlind = false } = options
  const words = checkWords()
  const shown = shownIn(answer)
  const [only] = shown
  const found = employerView(answer, frameworks()).view
  const view = isBlind ? blinding([found])(found) : found
  const linkAgain = (hides: boolean) => (link === undefined ? null : addressOfLink(link, question, hides))
  const tryAgain = only?.credential === null ? linkAgain(isBlind) : null
  return page({
    ...frameOf(null, isBlind),
    title: only !== undefined && shown.length === 1 ? sentences().headlines[faceOf(only)] : words.verdict,
    body: (
      <div class="flow">
        {only !== answer && <OfTheWhole checks={checksOfTheWhole(answer)} />}
        {isBlind ? (
          <BlindVerdict shown={shown} view={view} openLink={linkAgain(false)} />
        ) : (
          <OpenVerdict answer={answer} view={view} again={again} question={question} />
        )}
        <Actions>
          <ButtonLink href={addressOf('/check', isBlind)} icon="search">
            {words.another}
          </ButtonLink>
          {view.credentials.length > 0 && (
            <ButtonLink href={addressOf('/check/compare', isBlind)} variant="secondary" icon="users">
              {words.compare}
            </ButtonLink>
          )}
          {tryAgain !== null && (
            <ButtonLink href={tryAgain} variant="secondary" icon="refresh-cw">
              {words.tryAgain}
            </ButtonLink>
          )}
        </Actions>
      </div>
    ),
  })
})

/** Of a presentation of one credential, only what concerns the holder: the rest is in its report. */
function checksOfTheWhole(answer: CheckAnswer): CheckAnswer['checks'] {
  return 'standing' in answer ? answer.checks.filter(({ check }) => check === 'holder') : answer.checks
}

/** What is wrong with what holds the credentials, or was not looked at in it: that says nothing against one of them. */
function OfTheWhole({ checks }: Pick<CheckAnswer, 'checks'>) {
  return (
    <>
      {checks
        .filter(
          ({ outcome, code }) => outcome === 'failed' || outcome === 'unknown' || code === 'holder.unsignedRecord',
        )
        .map((check) => (
          <Notice key={check.code} tone="attention" title={sentences().checks[check.check]}>
            {sentenceFor(sentences(), check)}
          </Notice>
        ))}
    </>
  )
}
