import { Button, Field } from '#web'
import type { CpdFaults, CpdWish } from '../../log-cpd.ts'
import type { HeldFact } from '../../skills/held-fact.ts'
import { calendarWords } from './calendar-words.ts'

/** The hours of development that were logged for something that such hours renew, and a form for more. */
export function Cpd({
  fact: { item, cpd },
  needed,
  wish,
  faults,
}: {
  fact: HeldFact
  /** How many hours renew it. */
  needed: number
  wish: CpdWish
  faults: CpdFaults
}) {
  const words = calendarWords()
  const here = `/skills/calendar/${item}/cpd`
  return (
    <section class="flow" aria-labelledby="cpd">
      <h2 id="cpd">{words.hours}</h2>
      <p>{words.hoursText(needed)}</p>
      {cpd.length > 0 && (
        <ul class="lines">
          {cpd.map(({ item: name, what, hours, on }) => (
            <li key={name}>
              <span>{words.logged(what, hours, on)}</span>
              <form method="post" action={`${here}/delete`}>
                <input type="hidden" name="name" value={name} />
                <Button variant="quiet">
                  {words.delete}
                  <span class="unseen"> {what}</span>
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form class="flow" method="post" action={here} novalidate>
        <Field name="what" label={words.whatWasIt} maxLength={200} value={wish.what} error={faults.what} />
        <Field
          name="hours"
          label={words.howMany}
          inputMode="decimal"
          width="short"
          maxLength={6}
          value={wish.hours}
          error={faults.hours}
        />
        <Field
          name="on"
          id="cpd-on"
          label={words.whichDay}
          type="date"
          width="medium"
          value={wish.on}
          error={faults.on}
        />
        <Button variant="secondary">{words.log}</Button>
      </form>
    </section>
  )
}
