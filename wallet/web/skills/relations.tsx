import type { Answer, CaseKind, ChangeCode, Changes, Package, RelationNode, ReturningCode, ReturningRow } from '#skills'
import {
  Button,
  Contrasts,
  changeSays,
  EnglishText,
  englishIn,
  Field,
  Heading,
  InEnglish,
  language,
  Notice,
  page,
  translated,
} from '#web'
import type { Person } from '../../records/person.ts'
import { frameworkName } from '../../skills/areas.ts'
import type { ReadPassport } from '../../skills/read-passport.ts'
import type { RelationsFound } from '../../skills/relations.ts'
import { frameOf } from '../frame.ts'
import { Found, To } from './relations-found.tsx'
import { Returning } from './relations-returning.tsx'
import { relationsWords } from './relations-words.tsx'

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
export const relationsPage = translated((view: RelationsPage): string => {
  const words = relationsWords()
  const { person, passport, of, things, found, returning, changes } = view
  return page({
    ...frameOf(person, '/skills'),
    title: words.title,
    body: (
      <div class="flow">
        <Heading back={{ href: '/skills', label: words.back }} lead={words.lead}>
          {words.title}
        </Heading>
        <form class="ask" method="get" action={HERE}>
          <Field
            name="of"
            label={words.showMe}
            width="full"
            value={of}
            options={[
              { value: '', label: words.choose },
              ...things.map(({ id, name, level }) => ({
                value: id,
                label: level ? `${name}, ${level}` : name,
                lang: englishIn(language()),
              })),
            ]}
            either
          />
          <Button variant="secondary">{words.show}</Button>
        </form>
        {of !== '' && found.length === 0 && <Notice title={words.unknown}>{words.unknownText}</Notice>}
        {of === '' && (
          <ul class="lines">
            {things.map(({ id, name, kind, level, status }) => (
              <li key={id}>
                <To id={id}>
                  <EnglishText>{name}</EnglishText>
                </To>
                <span class="soft">
                  {words.kinds[kind]}
                  {level && `, ${level}`}
                  {status === 'retired' && `, ${words.retired}`}
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
              <h2>{words.asked}</h2>
              <InEnglish of={() => <Contrasts contrasts={content.contrasts} />} />
              <p class="soft">{words.from(id, version)}</p>
            </section>
          ))}
        <Returning answer={returning} passport={passport} />
        {changes.map(({ one, answer }) => (
          <section key={one.id} class="flow">
            <h2>{words.newIn(<EnglishText>{frameworkName(one)}</EnglishText>)}</h2>
            {answer.steps.length === 0 ? (
              <p>{words.changesNone(one.version)}</p>
            ) : (
              <ul>
                {answer.steps.map(({ code, values }, at) => (
                  <li key={`${code}${at}`}>{changeSays()[code](values)}</li>
                ))}
              </ul>
            )}
            <p class="soft">{answer.rules.map(({ id, version }) => words.version(id, version)).join(words.since)}.</p>
          </section>
        ))}
      </div>
    ),
  })
})
