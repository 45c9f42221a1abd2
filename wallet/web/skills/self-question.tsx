import type { Statement, Technique } from '#skills'
import { Button, formatDate, Heading, page } from '#web'
import type { Person } from '../../records/person.ts'
import type { SelfAnswer } from '../../records/personal-kinds.ts'
import { frameOf } from '../frame.ts'
import { SAID, WITH_HELP } from './self-words.ts'

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
}

/** One statement and three buttons. */
export function selfQuestionPage(view: QuestionPage): string {
  const { person, technique, statement, number, total, before, withHelp, prerequisites } = view
  const at = `/skills/self-assessment/${technique.code}`
  const back =
    number === 1
      ? { href: '/skills/self-assessment', label: 'All techniques' }
      : { href: `${at}/${number - 1}${withHelp ? '?help=1' : ''}`, label: 'The question before' }
  return page({
    ...frameOf(person, '/skills'),
    title: `${technique.title}: question ${number} of ${total}`,
    body: (
      <div class="narrow flow">
        <Heading back={back} lead="Can you do this?">
          {statement.text}
        </Heading>
        <form class="flow" method="post" action={`${at}/${number}`}>
          <SaidButtons />
          {person.helper === undefined ? (
            <div class="choice">
              <input id="help" type="checkbox" name="help" value="1" checked={withHelp} />
              <label for="help">Someone is helping me with this</label>
            </div>
          ) : (
            <p class="soft">The answer is theirs, and is marked “{WITH_HELP}”.</p>
          )}
        </form>
        <p>
          <strong>
            {technique.title}: question {number} of {total}.
          </strong>{' '}
          {before === undefined
            ? 'Each answer is kept at once, so you can stop at any time.'
            : saidBefore(view, before)}
        </p>
        {number === 1 && prerequisites.length > 0 && (
          <details class="fold">
            <summary>What helps before you begin</summary>
            <ul>
              {prerequisites.map(({ id, text }) => (
                <li key={id}>{text}</li>
              ))}
            </ul>
            <p>
              If you cannot do these yet, you can go on all the same, or{' '}
              <a href="/skills/self-assessment/ready">find help</a>.
            </p>
          </details>
        )}
      </div>
    ),
  })
}

/** The three answers, as large as a thumb. */
export function SaidButtons() {
  return (
    <div class="answers">
      <Button variant="secondary" name="said" value="yes">
        {SAID.yes}
      </Button>
      <Button variant="secondary" name="said" value="no">
        {SAID.no}
      </Button>
      <Button variant="secondary" name="said" value="notSure">
        {SAID.notSure}
      </Button>
    </div>
  )
}

function saidBefore({ today }: QuestionPage, { said, on }: SelfAnswer): string {
  const when = on === today ? 'Today' : `On ${formatDate(on)}`
  return `${when} you said “${SAID[said]}”. You can answer again: the newest answer counts.`
}
