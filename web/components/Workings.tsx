import type { ComponentChildren } from 'preact'
import type { Answer, Confidence, Item, Step } from '#skills'
import type { Says } from '../sentences/says.ts'
import { Icon } from './Icon.tsx'
import { workingsWords } from './workings-words.ts'

interface WorkingsProps<Code extends string> {
  answer: Pick<Answer<unknown, Code>, 'steps' | 'rules' | 'counted' | 'notCounted'>
  says: Says<Code>
  /** What an item is called, and where it leads. */
  nameOf: (item: string) => ComponentChildren
  /** What stands before a step, such as the unit that it is about. */
  about?: (step: Step<Code>) => ComponentChildren
  /** What is unfolded; "How this was worked out" unless given. */
  title?: string
}

/** How an answer was worked out: each step, what was counted and what was not and why, and the rules by version and digest. */
export function Workings<Code extends string>(props: WorkingsProps<Code>) {
  const words = workingsWords()
  const { answer, says, nameOf, about, title = words.title } = props
  return (
    <details class="fold workings">
      <summary>{title}</summary>
      <div class="flow">
        {answer.steps.length > 0 && (
          <ol class="plain">
            {answer.steps.map((step, index) => (
              <li key={`${step.code}${index}`} class="rule">
                <Met isMet={step.isMet} />
                <span>
                  {about?.(step)} {says[step.code](step.values)} <Sureness of={step.confidence} />
                </span>
              </li>
            ))}
          </ol>
        )}
        <Items title={words.counted} items={answer.counted} says={says} nameOf={nameOf} />
        <Items title={words.notCounted} items={answer.notCounted} says={says} nameOf={nameOf} />
        <p class="soft">
          {words.by}{' '}
          {answer.rules.map(({ id, version, digest }, index) => (
            <span key={id}>
              {index > 0 && '; '}
              {id}, {words.version} {version}, <code>{digest}</code>
            </span>
          ))}
        </p>
      </div>
    </details>
  )
}

function Items<Code extends string>({
  title,
  items,
  says,
  nameOf,
}: Pick<WorkingsProps<Code>, 'says' | 'nameOf'> & { title: string; items: readonly Item<Code>[] }) {
  if (items.length === 0) return null
  return (
    <div>
      <p>
        <strong>
          {title}: {items.length}
        </strong>
      </p>
      <ul>
        {items.map(({ item, code, values, confidence }, index) => (
          <li key={`${item}${index}`}>
            {nameOf(item)}: {says[code](values)} <Sureness of={confidence} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Whether a step is as the rule wants it, by icon and word. */
export function Met({ isMet }: { isMet: boolean | null }) {
  if (isMet === null) return <Icon name="info" />
  return (
    <>
      <Icon name={isMet ? 'check' : 'x'} />
      <span class="unseen">{isMet ? workingsWords().met : workingsWords().notMet} </span>
    </>
  )
}

/** The mark of a number that was not looked up; nothing for one that was. */
export function Sureness({ of: confidence }: { of: Confidence | undefined }) {
  if (confidence === undefined || confidence === 'sourced') return null
  return <span class="sureness">{workingsWords().confidences[confidence]}</span>
}
