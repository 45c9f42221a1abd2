import type { Answer, ReturningCode, ReturningRow } from '#skills'
import { count, returningSays, Workings } from '#web'
import type { ReadPassport } from '../../skills/read-passport.ts'
import { itemNames } from './item-name.tsx'

interface ReturningProps {
  answer: Answer<readonly ReturningRow[], ReturningCode>
  passport: ReadPassport
}

/** What of somebody's own may be refused for its age when they come back to learning. Nothing where they hold nothing. */
export function Returning({ answer, passport }: ReturningProps) {
  if (passport.facts.length === 0) return null
  const itemName = itemNames(passport)
  const refused = answer.value.filter(({ mayBeRefusedBy }) => mayBeRefusedBy.length > 0)
  const others = answer.value.length - refused.length
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
                  .map(({ body, maxAgeYears }) => `${body} may refuse what is older than ${maxAgeYears} years`)
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
      {answer.notCounted.length > 0 && (
        <p>Of {count(answer.notCounted.length, 'credential')} nothing can be said, for want of a day.</p>
      )}
      <Workings answer={answer} says={returningSays} nameOf={itemName} />
    </section>
  )
}
