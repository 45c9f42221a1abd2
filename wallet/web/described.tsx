import { Confirm, credentialWords, Empty, formatDate, Heading, Notice, page, SummaryList, translated } from '#web'
import type { DescribedAward } from '../records/described-kind.ts'
import type { Person } from '../records/person.ts'
import type { PersonalRecord } from '../records/personal.ts'
import { frameOf } from './frame.ts'
import { importedWords } from './imported-words.tsx'
import { passportWords } from './passport-words.tsx'

type Described = PersonalRecord<DescribedAward>

interface DescribedList {
  person: Person
  described: readonly Described[]
  flash: string | undefined
}

/** All that files say of a person, apart from what they hold: none of it is a credential. */
export const describedListPage = translated(({ person, described, flash }: DescribedList): string => {
  const words = importedWords()
  return page({
    ...frameOf(person, '/passport'),
    title: words.describedTitle,
    flash,
    body: (
      <div class="flow">
        <Heading back={{ href: '/passport', label: words.back }} lead={words.describedLead}>
          {words.describedTitle}
        </Heading>
        {described.length === 0 ? (
          <Empty title={words.none} icon="file-check">
            {words.noneText}
          </Empty>
        ) : (
          <ul class="lines">
            {described.map(({ name, content: { title, awardedBy, awardedOn } }) => (
              <li key={name}>
                <span>
                  <a href={`/described/${name}`}>
                    <bdi>{title}</bdi>
                  </a>{' '}
                  <span class="soft">
                    <bdi>{awardedBy.join(', ')}</bdi>
                    {awardedOn !== '' && `${awardedBy.length > 0 ? ', ' : ''}${formatDate(awardedOn)}`}
                  </span>
                </span>
                <span class="soft">{words.notVerified}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    ),
  })
})

/** One award that a file describes, and where that came from. */
export const describedPage = translated(({ person, described }: { person: Person; described: Described }): string => {
  const words = importedWords()
  const { name, content } = described
  return page({
    ...frameOf(person, '/passport'),
    title: content.title,
    body: (
      <div class="narrow flow">
        <Heading back={{ href: '/described', label: words.describedTitle }}>
          <bdi>{content.title}</bdi>
        </Heading>
        <Notice tone="attention" title={words.notVerified}>
          {content.source.isSealed ? words.sealed : words.askForSigned}
        </Notice>
        <SummaryList rows={rowsOf(content)} />
        <Confirm
          id="delete"
          trigger={words.delete}
          icon="trash-2"
          title={words.deleteTitle}
          action={`/described/${name}/delete`}
          confirmLabel={words.deleteIt}
        >
          <p>{words.deleteText}</p>
        </Confirm>
      </div>
    ),
  })
})

function rowsOf({ awardedBy, awardedOn, until, level, credits, skills, about, notes, person, source }: DescribedAward) {
  const words = importedWords()
  const { rows: labels } = words
  const fields = credentialWords()
  const { file, format, issuer, on, digest } = source
  const rows: [string, string][] = [
    [fields.awardedBy, awardedBy.join(', ')],
    [fields.awardedOn, awardedOn === '' ? '' : formatDate(awardedOn)],
    [labels.until, until === '' ? '' : formatDate(until)],
    [fields.level, level],
    [fields.credits, credits.map(({ value, scheme }) => `${value} ${scheme}`.trim()).join(', ')],
    [fields.skills, skills.join(', ')],
    [fields.about, about],
    [labels.notes, notes.join('\n')],
    [labels.person, person],
    [labels.issuer, issuer],
    [labels.source, words.broughtIn(file, format === 'elm' ? words.elm : words.table, on)],
    [labels.digest, digest],
  ]
  return rows
    .filter(([, value]) => value !== '')
    .map(([label, value]) => ({
      label,
      value: <bdi class="prose">{value}</bdi>,
    }))
}

/** That there is more than credentials, said beneath them. */
export function DescribedLine({ described }: { described: number }) {
  if (described === 0) return null
  return (
    <p class="soft">
      <a href="/described">{passportWords().described(described)}</a>
    </p>
  )
}
