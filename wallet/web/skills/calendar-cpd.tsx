import { Button, count, Field, formatDate } from '#web'
import type { CpdFaults, CpdWish } from '../../log-cpd.ts'
import type { HeldFact } from '../../skills/held-fact.ts'

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
  const here = `/skills/calendar/${item}/cpd`
  return (
    <section class="flow" aria-labelledby="cpd">
      <h2 id="cpd">Hours that renew it</h2>
      <p>
        {count(needed, 'hour')} of development renew it. You log them yourself; whoever you show it to may ask you for
        proof.
      </p>
      {cpd.length > 0 && (
        <ul class="lines">
          {cpd.map(({ item: name, what, hours, on }) => (
            <li key={name}>
              <span>
                {what}: {count(hours, 'hour')}, {formatDate(on)}
              </span>
              <form method="post" action={`${here}/delete`}>
                <input type="hidden" name="name" value={name} />
                <Button variant="quiet">
                  Delete<span class="unseen"> {what}</span>
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form class="flow" method="post" action={here} novalidate>
        <Field name="what" label="What was it?" maxLength={200} value={wish.what} error={faults.what} />
        <Field
          name="hours"
          label="How many hours?"
          inputMode="decimal"
          width="short"
          maxLength={6}
          value={wish.hours}
          error={faults.hours}
        />
        <Field
          name="on"
          id="cpd-on"
          label="On which day?"
          type="date"
          width="medium"
          value={wish.on}
          error={faults.on}
        />
        <Button variant="secondary">Log these hours</Button>
      </form>
    </section>
  )
}
