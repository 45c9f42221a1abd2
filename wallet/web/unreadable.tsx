import { ButtonLink, Confirm, DateText, Heading, page, translated } from '#web'
import type { Person } from '../records/person.ts'
import type { PersonalRecord } from '../records/personal.ts'
import { backOf, frameOf } from './frame.ts'
import { UNREADABLE } from './unreadable-notice.tsx'
import { unreadableWords } from './unreadable-words.ts'

interface UnreadablePage {
  person: Person
  records: readonly PersonalRecord[]
  flash: string | undefined
}

/** What cannot be read any more, each with the way to delete it. */
export const unreadablePage = translated(({ person, records, flash }: UnreadablePage): string => {
  const words = unreadableWords()
  const kinds: Readonly<Record<string, string>> = words.kinds
  return page({
    ...frameOf(person, '/skills'),
    title: words.page,
    flash,
    body: (
      <div class="narrow flow">
        <Heading back={backOf(person)} lead={records.length === 0 ? words.all : words.lead}>
          {words.page}
        </Heading>
        {records.length === 0 && <ButtonLink href="/skills/timeline">{words.timeline}</ButtonLink>}
        <ul class="lines">
          {records.map((record, at) => (
            <li key={`${record.kind} ${record.name}`}>
              <strong>{kinds[record.kind] ?? words.otherKind}</strong>
              <span class="soft">
                {words.lastWritten} <DateText value={record.changedAt} />
              </span>
              <Confirm
                id={`delete-${at}`}
                trigger={words.deleteIt}
                title={words.deleteTitle}
                action={`${UNREADABLE}/delete`}
                confirmLabel={words.delete}
                fields={{ kind: record.kind, name: record.name }}
              >
                <p>{words.forGood}</p>
              </Confirm>
            </li>
          ))}
        </ul>
      </div>
    ),
  })
})
