import type { Answer, Statement, StatementCode } from '#skills'
import { Actions, ButtonLink, Heading, Notice, page } from '#web'
import type { Person } from '../../records/person.ts'
import type { SelfAnswer } from '../../records/personal-kinds.ts'
import { frameOf } from '../frame.ts'
import { SaidButtons } from './self-question.tsx'
import { SAID } from './self-words.ts'

interface ReadinessPage {
  person: Person
  statements: readonly Statement[]
  last: ReadonlyMap<string, SelfAnswer>
  ready: Answer<'ready' | 'withHelp', StatementCode>
}

/** Two questions before one begins. Whatever is answered, there is a way on. */
export function selfReadinessPage({ person, statements, last, ready }: ReadinessPage): string {
  const isAnswered = statements.every(({ id }) => last.has(id))
  return page({
    ...frameOf(person, '/skills'),
    title: 'Before you begin',
    body: (
      <div class="narrow flow">
        <Heading
          back={{ href: '/skills/self-assessment', label: 'All techniques' }}
          lead="The questions are on a screen, so it helps if you can already do these things with a computer or a phone."
        >
          Before you begin
        </Heading>
        {statements.map(({ id, text }, index) => (
          <form key={id} class="card flow" method="post" action={`/skills/self-assessment/ready/${index + 1}`}>
            <h2>{text}</h2>
            <p>{saidTo(last.get(id))}</p>
            <SaidButtons />
          </form>
        ))}
        {isAnswered && <Outcome value={ready.value} technique={statements[0]?.technique ?? ''} />}
        <p class="soft">
          Which things to ask first is our own choice, as an example. Nobody is shut out by the answers.
        </p>
      </div>
    ),
  })
}

function Outcome({ value, technique }: { value: ReadinessPage['ready']['value']; technique: string }) {
  return value === 'ready' ? (
    <>
      <Notice tone="done" title="You are ready">
        Choose something that you do often, and answer six short questions.
      </Notice>
      <Actions>
        <ButtonLink href="/skills/self-assessment">Choose a technique</ButtonLink>
      </Actions>
    </>
  ) : (
    <>
      <Notice tone="info" title="It is easier with someone beside you">
        Ask someone you trust, a library, a Jobcentre or a college to sit with you while you answer. You press the
        buttons; it stays your own passport, and nobody needs your sign-in code. Each answer then says that you had
        help.
      </Notice>
      <Actions>
        <ButtonLink href={`/skills/self-assessment/${technique}?help=1`}>Begin with someone’s help</ButtonLink>
        <ButtonLink href="/skills/self-assessment" variant="secondary">
          Go on by myself
        </ButtonLink>
      </Actions>
    </>
  )
}

function saidTo(answer: SelfAnswer | undefined): string {
  return answer === undefined ? 'Can you do this?' : `You said “${SAID[answer.said]}”. You can change it.`
}
