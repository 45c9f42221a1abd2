import { Button, ErrorSummary, Field, Heading, page } from '#web'
import type { Person } from '../records/person.ts'
import { frameOf } from './frame.ts'

/** Asks someone who is new what to call them. */
export function welcomePage(person: Person, { value, error }: { value?: string; error?: string } = {}): string {
  return page({
    ...frameOf(person),
    title: 'Welcome',
    hasErrors: error !== undefined,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={error === undefined ? [] : [{ field: 'name', message: error }]} />
        <Heading lead="This passport is yours. What should we call you?">Welcome</Heading>
        <form class="flow" method="post" action="/account/name" novalidate>
          <Field
            name="name"
            label="Your name"
            hint="Only you see it here. You can change it later."
            autocomplete="name"
            width="medium"
            maxLength={100}
            value={value}
            error={error}
          />
          <Button>Go on</Button>
        </form>
      </div>
    ),
  })
}
