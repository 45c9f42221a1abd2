import { Actions, ButtonLink, Heading, page } from '#web'
import { PUBLIC } from './frame.ts'

const STEPS = [
  {
    title: 'Get',
    text: 'Your college, trainer or employer sends you a link. Open it, and the credential is in your passport.',
  },
  {
    title: 'Keep',
    text: 'It stays yours, locked with a key of its own. You can take everything with you at any time.',
  },
  {
    title: 'Share',
    text: 'Send a link to an employer. You say who it is for and until when, and you can take it back.',
  },
]

/** The first page, for whoever is not signed in: what this is for, and the first thing to do. */
export function startPage(): string {
  return page({
    ...PUBLIC,
    title: 'Your skills, in your hands',
    listed: true,
    description: 'Keep the credentials of your skills in one place, and decide who sees them and for how long.',
    body: (
      <div class="flow">
        <Heading lead="Keep the credentials of your skills in one place, and decide who sees them and for how long.">
          Your skills, in your hands
        </Heading>
        <Actions>
          <ButtonLink href="/sign-in?next=%2Fpassport">Sign in or start</ButtonLink>
        </Actions>
        <ul class="cards">
          {STEPS.map(({ title, text }) => (
            <li class="card flow" key={title}>
              <h2>{title}</h2>
              <p>{text}</p>
            </li>
          ))}
        </ul>
        <p class="soft">
          Did somebody send you a link to their credentials? Just open that link. You need no account to check them.
        </p>
      </div>
    ),
  })
}
