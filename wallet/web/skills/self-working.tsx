import type { Statement, StatementCode, Technique } from '#skills'
import { formatDate } from '#web'
import type { SelfAssessment } from '../../assess-self.ts'

const WHY: Partial<Record<StatementCode, string>> = {
  'statement.contradicted': 'there is another answer of the same day',
  'statement.duplicate': 'it is there twice',
  'statement.replaced': 'a newer answer counts',
  'statement.inFuture': 'its day is still to come',
  'statement.noSuchDay': 'its day is not in the calendar',
  'statement.unknown': 'this framework has no such question',
}

/** How a level was worked out: the rule, what was counted, and what was not and why. */
export function SelfWorking(view: { self: SelfAssessment; technique: Technique; statements: readonly Statement[] }) {
  const { self, statements } = view
  const { framework, found } = self
  const textOf = (id: string) => statements.find((one) => one.id === id)?.text
  const here = <T extends { item: string }>(items: readonly T[]) =>
    statements.flatMap(({ id }) => items.filter(({ item }) => item === id))
  const notCounted = here(found.notCounted)
  return (
    <details class="fold">
      <summary>How this was worked out</summary>
      <div class="flow">
        <p>{framework.content.scoring}</p>
        <h3>Counted</h3>
        <ul>
          {here(found.counted).map(({ item, code, values }) => (
            <li key={item}>
              {textOf(item)}: {code === 'statement.yes' ? 'yes' : 'no'}
              {typeof values.day === 'string' && `, ${formatDate(values.day)}`}
            </li>
          ))}
        </ul>
        {notCounted.length > 0 && (
          <>
            <h3>Not counted</h3>
            <ul>
              {notCounted.map(({ item, code, values }, index) => (
                <li key={`${item}${index}`}>
                  {textOf(item)}: {values.answer === true ? 'yes' : 'no'}
                  {typeof values.day === 'string' && `, ${formatDate(values.day)}`}, because {WHY[code]}
                </li>
              ))}
            </ul>
          </>
        )}
        <p class="soft">
          Rule {framework.content.scoringRule} of {framework.id}, version {framework.version},{' '}
          <code>{framework.digest}</code>
        </p>
      </div>
    </details>
  )
}
