import type { Frameworks } from '#skills'
import { Actions, ButtonLink, Contrasts, Heading, page } from '#web'
import { frameOf } from './frame.ts'

/** What employers ask of two kinds of learning, each sentence with its source. */
export function kindsPage({ catalogue }: Frameworks): string {
  return page({
    ...frameOf(null),
    title: 'Kinds of learning beside each other',
    listed: true,
    description:
      'Academic or technical, a whole qualification or a module, something newer: what is known, and who says so.',
    body: (
      <div class="narrow flow">
        <Heading lead="Three questions that employers ask, in plain sentences. Each says where it is from.">
          Kinds of learning beside each other
        </Heading>
        {catalogue.ofKind('contrasts').map(({ id, version, content }) => (
          <section key={id} class="flow">
            <h2 class="unseen">What is known</h2>
            <Contrasts contrasts={content.contrasts} />
            <p class="soft">
              From {id}, version {version}.
            </p>
          </section>
        ))}
        <Actions>
          <ButtonLink href="/check/compare" icon="users">
            Compare two people
          </ButtonLink>
        </Actions>
      </div>
    ),
  })
}
