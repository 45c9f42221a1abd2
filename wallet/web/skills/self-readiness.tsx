import type { Language } from '#platform'
import type { Answer, Statement, StatementCode } from '#skills'
import { Actions, ButtonLink, Heading, Notice, page, translated } from '#web'
import type { Person } from '../../records/person.ts'
import type { SelfAnswer } from '../../records/personal-kinds.ts'
import { frameOf } from '../frame.ts'
import { selfPageWords } from './self-page-words.tsx'
import { SaidButtons } from './self-question.tsx'
import { selfWords } from './self-words.ts'

interface ReadinessPage {
  person: Person
  statements: readonly Statement[]
  last: ReadonlyMap<string, SelfAnswer>
  ready: Answer<'ready' | 'withHelp', StatementCode>
  /** What the statements are in. */
  language: Language
}

/** Two questions before one begins. Whatever is answered, there is a way on. */
export const selfReadinessPage = translated(
  ({ person, statements, last, ready }: ReadinessPage): string => {
    const words = selfPageWords()
    const isAnswered = statements.every(({ id }) => last.has(id))
    return page({
      ...frameOf(person, '/skills'),
      title: words.begin,
      body: (
        <div class="narrow flow">
          <Heading back={{ href: '/skills/self-assessment', label: words.allTechniques }} lead={words.beginLead}>
            {words.begin}
          </Heading>
          {statements.map(({ id, text }, index) => (
            <form key={id} class="card flow" method="post" action={`/skills/self-assessment/ready/${index + 1}`}>
              <h2>{text}</h2>
              <p>{saidTo(last.get(id))}</p>
              <SaidButtons />
            </form>
          ))}
          {isAnswered && <Outcome value={ready.value} technique={statements[0]?.technique ?? ''} />}
          <p class="soft">{words.ownChoice}</p>
        </div>
      ),
    })
  },
  ({ language }) => language,
)

function Outcome({ value, technique }: { value: ReadinessPage['ready']['value']; technique: string }) {
  const words = selfPageWords()
  return value === 'ready' ? (
    <>
      <Notice tone="done" title={words.ready}>
        {words.readyText}
      </Notice>
      <Actions>
        <ButtonLink href="/skills/self-assessment">{words.choose}</ButtonLink>
      </Actions>
    </>
  ) : (
    <>
      <Notice tone="info" title={words.easier}>
        {words.easierText}
      </Notice>
      <Actions>
        <ButtonLink href={`/skills/self-assessment/${technique}?help=1`}>{words.beginWithHelp}</ButtonLink>
        <ButtonLink href="/skills/self-assessment" variant="secondary">
          {words.byMyself}
        </ButtonLink>
      </Actions>
    </>
  )
}

function saidTo(answer: SelfAnswer | undefined): string {
  const words = selfPageWords()
  return answer === undefined ? words.canYou : words.youSaid(selfWords().said[answer.said])
}
