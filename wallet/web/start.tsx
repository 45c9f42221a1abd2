import { Actions, ButtonLink, Heading, page, translated } from '#web'
import { PUBLIC } from './frame.ts'
import { startWords } from './start-words.ts'

/** The first page, for whoever is not signed in: what this is for, and the first thing to do. */
export const startPage = translated((): string => {
  const { title, lead, signIn, steps, others } = startWords()
  return page({
    ...PUBLIC,
    title,
    listed: true,
    description: lead,
    body: (
      <div class="flow">
        <Heading lead={lead}>{title}</Heading>
        <Actions>
          <ButtonLink href="/sign-in?next=%2Fpassport">{signIn}</ButtonLink>
        </Actions>
        <ul class="cards">
          {steps.map((step) => (
            <li class="card flow" key={step.title}>
              <h2>{step.title}</h2>
              <p>{step.text}</p>
            </li>
          ))}
        </ul>
        <p class="soft">{others}</p>
      </div>
    ),
  })
})
