import { Button, ErrorSummary, Field, Heading, page, translated } from '#web'
import type { Person } from '../records/person.ts'
import { frameOf } from './frame.ts'
import { MAX_NAME, nameFaults, walletSignInWords } from './sign-in-words.ts'

/** Asks someone who is new what to call them. */
export const welcomePage = translated(
  (person: Person, { value, error }: { value?: string; error?: keyof typeof nameFaults.en } = {}): string => {
    const words = walletSignInWords()
    const message = error && nameFaults()[error]
    return page({
      ...frameOf(person),
      title: words.welcome,
      hasErrors: message !== undefined,
      body: (
        <div class="narrow flow">
          <ErrorSummary errors={message === undefined ? [] : [{ field: 'name', message }]} />
          <Heading lead={words.welcomeLead}>{words.welcome}</Heading>
          <form class="flow" method="post" action="/account/name" novalidate>
            <Field
              name="name"
              label={words.name}
              hint={words.nameHint}
              autocomplete="name"
              width="medium"
              maxLength={MAX_NAME}
              value={value}
              error={message}
            />
            <Button>{words.goOn}</Button>
          </form>
        </div>
      ),
    })
  },
)
