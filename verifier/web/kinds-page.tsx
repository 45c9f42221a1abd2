import type { Frameworks } from '#skills'
import { Actions, ButtonLink, Contrasts, Heading, InEnglish, page, translated } from '#web'
import { frameOf } from './frame.ts'
import { kindsWords } from './kinds-words.ts'
import { peopleWords } from './people-words.tsx'

/** What employers ask of two kinds of learning, each sentence with its source. */
export const kindsPage = translated(({ catalogue }: Frameworks): string => {
  const words = kindsWords()
  return page({
    ...frameOf(null),
    title: words.title,
    listed: true,
    description: words.description,
    body: (
      <div class="narrow flow">
        <Heading lead={words.lead}>{words.title}</Heading>
        {catalogue.ofKind('contrasts').map(({ id, version, content }) => (
          <section key={id} class="flow">
            <h2 class="unseen">{words.whatIsKnown}</h2>
            <InEnglish of={() => <Contrasts contrasts={content.contrasts} />} />
            <p class="soft">{words.from(id, version)}</p>
          </section>
        ))}
        <Actions>
          <ButtonLink href="/check/compare" icon="users">
            {peopleWords().compare.title}
          </ButtonLink>
        </Actions>
      </div>
    ),
  })
})
