import { Button, Heading, Notice, page } from '#web'
import type { ExamplePerson } from '../demonstration.ts'
import { PUBLIC } from './frame.ts'

/** Who can be looked at, and what there is to see in each one's passport. */
export function demonstrationPage(examples: readonly ExamplePerson[]): string {
  return page({
    ...PUBLIC,
    title: 'People to look at',
    body: (
      <div class="narrow flow">
        <Heading lead="Each has a passport of their own. Choose what you want to see; you then sign in as that person.">
          People to look at
        </Heading>
        <Notice tone="attention">
          These people are not real, and neither is anybody who awarded them anything. Whoever opens this page can sign
          in as each of them. It exists in the demonstration only.
        </Notice>
        {examples.map(({ id, name, who, look }) => (
          <article class="card flow" key={id}>
            <h2>{name}</h2>
            <p>{who}</p>
            <form class="actions" method="post" action={`/demonstration/${id}`}>
              <Button variant="secondary" name="look" value="/passport">
                Passport<span class="unseen"> of {name}</span>
              </Button>
              {look.map(({ href, label }) => (
                <Button variant="secondary" name="look" value={href} key={href}>
                  {label}
                </Button>
              ))}
            </form>
          </article>
        ))}
      </div>
    ),
  })
}
