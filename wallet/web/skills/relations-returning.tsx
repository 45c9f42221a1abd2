import type { Answer, Currency, ReturningCode, ReturningRow } from '#skills'
import { returningSays, Workings } from '#web'
import { calendarOf } from '../../skills/currency.ts'
import type { ReadPassport } from '../../skills/read-passport.ts'
import { itemNames } from './item-name.tsx'
import { relationsWords } from './relations-words.tsx'

interface ReturningProps {
  answer: Answer<readonly ReturningRow[], ReturningCode>
  passport: ReadPassport
}

/** What has run out, whether it may still be used or not. */
const LAPSED: ReadonlySet<Currency> = new Set(['lapsedHistory', 'lapsedNotAuthorised'])

/** What of somebody's own may be refused for its age when they come back to learning. Nothing where they hold nothing. */
export function Returning({ answer, passport }: ReturningProps) {
  if (passport.facts.length === 0) return null
  const words = relationsWords()
  const itemName = itemNames(passport)
  const refused = answer.value.filter(({ mayBeRefusedBy }) => mayBeRefusedBy.length > 0)
  const others = answer.value.length - refused.length
  const lapsed = calendarOf(passport.facts, passport.today, passport.known).filter(({ answer: { value } }) =>
    LAPSED.has(value.state),
  )
  return (
    <section class="flow" aria-labelledby="returning">
      <h2 id="returning">{words.returning}</h2>
      {refused.length > 0 && (
        <>
          <p>{words.tooOld}</p>
          <ul>
            {refused.map(({ item, mayBeRefusedBy }) => (
              <li key={item}>
                {itemName(item)}:{' '}
                {mayBeRefusedBy
                  .map(({ body, maxAgeYears, source }) => words.mayRefuse(body, maxAgeYears, source))
                  .join('; ')}
                .
              </li>
            ))}
          </ul>
        </>
      )}
      {others > 0 && <p>{words.noLimit(others)}</p>}
      {lapsed.length > 0 && (
        <p>
          {words.ranOut(lapsed.length)} <a href="/skills/calendar">{words.renew(lapsed.length)}</a>
        </p>
      )}
      {answer.notCounted.length > 0 && <p>{words.noDay(answer.notCounted.length)}</p>}
      <Workings answer={answer} says={returningSays()} nameOf={itemName} />
    </section>
  )
}
