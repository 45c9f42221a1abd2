import { faceOf, Heading, StandingBadge, sentences } from '#web'
import type { CredentialAnswer } from '../answer.ts'
import type { EmployerView } from '../employer/employer-view.ts'
import { BlindNotice } from './blind-notice.tsx'
import { Counted } from './counted.tsx'
import { EmployerSection, Facts } from './employer-section.tsx'
import { employerWords } from './employer-words.tsx'
import { OnlyWork, Work } from './shown-work.tsx'

interface BlindVerdictProps {
  shown: readonly CredentialAnswer[]
  /** Without what tells who it is. */
  view: EmployerView
  /** The same link, openly; null where it was no link, or where an address does not say all that was asked. */
  openLink: string | null
}

/** The verdict where it is not to be seen who it is: the answer, what they can do, and what shows it. */
export function BlindVerdict({ shown, view, openLink }: BlindVerdictProps) {
  const [only] = shown
  const words = employerWords()
  return (
    <>
      {only !== undefined && shown.length === 1 ? (
        <Heading>{sentences().headlines[faceOf(only)]}</Heading>
      ) : shown.length === 0 && view.work.length > 0 ? (
        <OnlyWork />
      ) : (
        <Counted reports={shown} />
      )}
      <BlindNotice openly={openLink ?? '/check'} how={openLink === null ? 'hand in again' : 'open link again'} />
      <EmployerSection view={view} />
      <section class="flow" aria-labelledby="awards">
        <h2 id="awards">{words.whatShowsIt}</h2>
        {view.credentials.map((credential) => (
          <article key={credential.item} class="card flow">
            <h3>
              <bdi>{credential.title}</bdi>
            </h3>
            <StandingBadge standing={credential.face} />
            <Facts credential={credential} id={credential.item} />
          </article>
        ))}
        {view.credentials.length === 0 && <p>{words.noCredential}</p>}
      </section>
      {view.work.length > 0 && <Work work={view.work} />}
    </>
  )
}
