import type { Answer, CaseKind, ChangeCode, Changes, Package, RelationNode, ReturningCode, ReturningRow } from '#skills'
import { Button, Contrasts, changeSays, Field, Heading, Notice, page } from '#web'
import type { Person } from '../../records/person.ts'
import { frameworkName } from '../../skills/areas.ts'
import type { ReadPassport } from '../../skills/read-passport.ts'
import type { RelationsFound } from '../../skills/relations.ts'
import { frameOf } from '../frame.ts'
import { Found, KINDS, To } from './relations-found.tsx'
import { Returning } from './relations-returning.tsx'

const HERE = '/skills/relations'

interface RelationsPage {
  person: Person
  passport: ReadPassport
  /** The id of what was chosen, as it was written; empty where nothing was. */
  of: string
  things: readonly RelationNode[]
  /** What was found of it; several where several packages speak of it. */
  found: readonly RelationsFound[]
  returning: Answer<readonly ReturningRow[], ReturningCode>
  changes: readonly { one: Package<CaseKind>; answer: Answer<Changes | null, ChangeCode> }[]
}

/** How qualifications, modules and jobs stand to one another, for one of them. */
export function relationsPage(view: RelationsPage): string {
  const { person, passport, of, things, found, returning, changes } = view
  return page({
    ...frameOf(person, '/skills'),
    title: 'How things lead to one another',
    body: (
      <div class="flow">
        <Heading
          back={{ href: '/skills', label: 'Your skills' }}
          lead="Choose a qualification, a part of one or a job. You see where it leads, and who says so."
        >
          How things lead to one another
        </Heading>
        <form class="ask" method="get" action={HERE}>
          <Field
            name="of"
            label="Show me"
            width="full"
            value={of}
            options={[
              { value: '', label: 'Choose one' },
              ...things.map(({ id, name, level }) => ({ value: id, label: level ? `${name}, ${level}` : name })),
            ]}
            either
          />
          <Button variant="secondary">Show it</Button>
        </form>
        {of !== '' && found.length === 0 && (
          <Notice title="Nothing is known of this here">
            That says nothing of its worth. Choose one from the list.
          </Notice>
        )}
        {of === '' && (
          <ul class="lines">
            {things.map(({ id, name, kind, level, status }) => (
              <li key={id}>
                <To id={id} name={name} />
                <span class="soft">
                  {KINDS[kind]}
                  {level && `, ${level}`}
                  {status === 'retired' && ', not awarded any more'}
                </span>
              </li>
            ))}
          </ul>
        )}
        {found.map((one) => (
          <Found key={one.graph.id} found={one} />
        ))}
        {of === '' &&
          passport.known.catalogue.ofKind('contrasts').map(({ id, version, content }) => (
            <section key={id} class="flow">
              <h2>Questions that are asked often</h2>
              <Contrasts contrasts={content.contrasts} />
              <p class="soft">
                From {id}, version {version}.
              </p>
            </section>
          ))}
        <Returning answer={returning} passport={passport} />
        {changes.map(({ one, answer }) => (
          <section key={one.id} class="flow">
            <h2>
              What is new in <bdi>{frameworkName(one)}</bdi>
            </h2>
            {answer.steps.length === 0 ? (
              <p>Version {one.version} changes none of its terms.</p>
            ) : (
              <ul>
                {answer.steps.map(({ code, values }, at) => (
                  <li key={`${code}${at}`}>{changeSays()[code](values)}</li>
                ))}
              </ul>
            )}
            <p class="soft">{answer.rules.map(({ id, version }) => `${id}, version ${version}`).join(', since ')}.</p>
          </section>
        ))}
      </div>
    ),
  })
}
