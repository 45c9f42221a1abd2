import { Actions, ButtonLink, Heading, page } from '#web'
import type { Issuer } from '../records/issuers.ts'

/** What the service is for, and the first thing to do. */
export function startPage({
  issuers,
  isSignedIn,
  flash,
}: {
  issuers: readonly Issuer[]
  isSignedIn: boolean
  flash?: string | undefined
}): string {
  return page({
    service: 'issuer',
    title: 'Award what people have learned',
    description: 'For providers: award skills and qualifications as credentials that anyone can check.',
    listed: true,
    flash,
    body: (
      <div class="flow">
        <Heading lead="For providers: award skills and qualifications as signed credentials. People keep them, and anyone can check them.">
          Award what people have learned
        </Heading>
        <Actions>
          <ButtonLink href="/console">{isSignedIn ? 'Go to your console' : 'Sign in as staff'}</ButtonLink>
        </Actions>
        <p>
          Were you awarded something? Open the link in the message that we sent you. If you cannot find it, ask your
          provider to send it again.
        </p>
        {issuers.length > 0 && (
          <section class="flow">
            <h2>Who awards here</h2>
            <ul>
              {issuers.map(({ id, name }) => (
                <li key={id}>
                  <a href={`/issuers/${id}`}>
                    <bdi>{name}</bdi>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <p class="soft">
          For programs: <a href="/api">the API of this service</a>.
        </p>
      </div>
    ),
  })
}
