import type { Language } from '#platform'
import type { Statement, Technique } from '#skills'
import { Button, formatDate, Heading, page, translated } from '#web'
import type { Person } from '../../records/person.ts'
import type { SelfAnswer } from '../../records/personal-kinds.ts'
import { frameOf } from '../frame.ts'
import { selfPageWords } from './self-page-words.tsx'
import { selfWords } from './self-words.ts'

interface QuestionPage {
  person: Person
  technique: Technique
  statement: Statement
  /** Counted from 1. */
  number: number
  total: number
  before: SelfAnswer | undefined
  today: string
  withHelp: boolean
  /** What one should be able to do before this technique; told at the first question. */
  prerequisites: readonly Statement[]
  /** What the statements are in. */
  language: Language
}

/** One statement and three buttons. */
export const selfQuestionPage = translated(
  (view: QuestionPage): string => {
    const words = selfPageWords()
    const { person, technique, statement, number, total, before, withHelp, prerequisites } = view
    const at = `/skills/self-assessment/${technique.code}`
    const back =
      number === 1
        ? { href: '/skills/self-assessment', label: words.allTechniques }
        : { href: `${at}/${number - 1}${withHelp ? '?help=1' : ''}`, label: words.questionBefore }
    return page({
      ...frameOf(person, '/skills'),
      title: words.question(technique.title, number, total),
      body: (
        <div class="narrow flow">
          <Heading back={back} lead={words.canYou}>
            {statement.text}
          </Heading>
          <form class="flow" method="post" action={`${at}/${number}`}>
            <SaidButtons />
            {person.helper === undefined ? (
              <div class="choice">
                <input id="help" type="checkbox" name="help" value="1" checked={withHelp} />
                <label for="help">{words.helping}</label>
              </div>
            ) : (
              <p class="soft">{words.theirs(selfWords().withHelp)}</p>
            )}
          </form>
          <p>
            <strong>{words.question(technique.title, number, total)}.</strong>{' '}
            {before === undefined ? words.keptAtOnce : saidBefore(view, before)}
          </p>
          {number === 1 && prerequisites.length > 0 && (
            <details class="fold">
              <summary>{words.whatHelps}</summary>
              <ul>
                {prerequisites.map(({ id, text }) => (
                  <li key={id}>{text}</li>
                ))}
              </ul>
              <p>{words.ifYouCannot('/skills/self-assessment/ready')}</p>
            </details>
          )}
        </div>
      ),
    })
  },
  ({ language }) => language,
)

/** The three answers, as large as a thumb. */
export function SaidButtons() {
  const { said } = selfWords()
  return (
    <div class="answers">
      <Button variant="secondary" name="said" value="yes">
        {said.yes}
      </Button>
      <Button variant="secondary" name="said" value="no">
        {said.no}
      </Button>
      <Button variant="secondary" name="said" value="notSure">
        {said.notSure}
      </Button>
    </div>
  )
}

function saidBefore({ today }: QuestionPage, { said, on }: SelfAnswer): string {
  const words = selfPageWords()
  const answer = selfWords().said[said]
  return on === today ? words.saidToday(answer) : words.saidOn(formatDate(on), answer)
}
