import type { Answer, Currency, ReturningCode, ReturningRow } from '#skills'
import { count, returningSays, Workings } from '#web'
import { calendarOf } from '../../skills/currency.ts'
import type { ReadPassport } from '../../skills/read-passport.ts'
import { itemNames } from './item-name.tsx'

interface ReturningProps {
  answer: Answer<readonly ReturningRow[], ReturningCode>
  passport: ReadPassport
}

/** What has run out, whether it may still be used or not. */
const LAPSED: ReadonlySet<Currency> = new Set(['lapsedHistory', 'lapsedNotAuthorised'])

/** What of somebody's own may be refused for its age when they come back to learning. Nothing where they hold nothing. */
export function Returning({ answer, passport }: ReturningProps) {
  if (passport.facts.length === 0) return null
  const itemName = itemNames(passport)
  const refused = answer.value.filter(({ mayBeRefusedBy }) => mayBeRefusedBy.length > 0)
  const others = answer.value.length - refused.length
  const lapsed = calendarOf(passport.facts, passport.today, passport.known).filter(({ answer: { value } }) =>
    LAPSED.has(value.state),
  )
  return (
    <section class="flow" aria-labelledby="returning">
      <h2 id="returning">If you come back to learning</h2>
      {refused.length > 0 && (
        <>
          <p>For what you learnt long ago some may say: too old. Each decides case by case.</p>
          <ul>
            {refused.map(({ item, mayBeRefusedBy }) => (
              <li key={item}>
                {itemName(item)}:{' '}
                {mayBeRefusedBy
                  .map(
                    ({ body, maxAgeYears, source }) =>
                      `${body} may refuse what is older than ${maxAgeYears} years (its rule: ${source})`,
                  )
                  .join('; ')}
                .
              </li>
            ))}
          </ul>
        </>
      )}
      {others > 0 && (
        <p>
          {count(others, 'credential has', 'credentials have')} no limit of age that is known here. That is no promise
          that every place takes {others === 1 ? 'it' : 'them'}.
        </p>
      )}
      {lapsed.length > 0 && (
        <p>
          {count(lapsed.length, 'credential has', 'credentials have')} run out since. What{' '}
          {lapsed.length === 1 ? 'it' : 'they'} showed stays true as history.{' '}
          <a href="/skills/calendar">See what would renew {lapsed.length === 1 ? 'it' : 'them'}</a>
        </p>
      )}
      {answer.notCounted.length > 0 && (
        <p>Of {count(answer.notCounted.length, 'credential')} nothing can be said, for want of a day.</p>
      )}
      <Workings answer={answer} says={returningSays()} nameOf={itemName} />
    </section>
  )
}
