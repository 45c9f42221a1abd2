import { ButtonLink, Confirm, DateText, Heading, Notice, page } from '#web'
import type { Person } from '../records/person.ts'
import type { PersonalRecord } from '../records/personal.ts'
import { frameOf } from './frame.ts'
import { unreadableWords } from './unreadable-words.ts'

export const UNREADABLE = '/skills/unreadable'

/** That something that was written down is not on a page, with the way to it; nothing where all is. */
export function Unreadable({ many }: { many: number }) {
  if (many === 0) return null
  const words = unreadableWords()
  return (
    <Notice title={words.title(many)}>
      {words.notShown(many)} <a href={UNREADABLE}>{words.seeWhatToDo}</a>
    </Notice>
  )
}

/** By the kind of a record. */
const KINDS: Readonly<Record<string, string>> = {
  selfAnswer: 'An answer about what you can do',
  ownTarget: 'A goal',
  cpdEntry: 'Hours of development',
  portfolioItem: 'Something in your portfolio',
  evidenceFile: 'A file',
  confirmationRequest: 'A link for someone to confirm',
  confirmation: 'A confirmation',
  describedAward: 'An award that a file describes',
  priorLearningClaim: 'A claim for prior learning',
  oldCertificate: 'An old certificate',
  learningJourney: 'Something that you learn',
  watchedTarget: 'Something that you watch',
}

/** What cannot be read any more, each with the way to delete it. */
export function unreadablePage({
  person,
  records,
  flash,
}: {
  person: Person
  records: readonly PersonalRecord[]
  flash: string | undefined
}): string {
  return page({
    ...frameOf(person, '/skills'),
    title: 'What cannot be read any more',
    flash,
    body: (
      <div class="narrow flow">
        <Heading
          back={{ href: '/skills', label: 'Your skills' }}
          lead={
            records.length === 0
              ? 'All that you wrote down can be read.'
              : 'We cannot show these. You can delete each and write it down anew. A copy that you save of your passport has them as they are.'
          }
        >
          What cannot be read any more
        </Heading>
        {records.length === 0 && <ButtonLink href="/skills/timeline">Go to your timeline</ButtonLink>}
        <ul class="lines">
          {records.map((record, at) => (
            <li key={`${record.kind} ${record.name}`}>
              <strong>{KINDS[record.kind] ?? 'Something'}</strong>
              <span class="soft">
                Last written <DateText value={record.changedAt} />
              </span>
              <Confirm
                id={`delete-${at}`}
                trigger="Delete it"
                title="Delete what cannot be read?"
                action={`${UNREADABLE}/delete`}
                confirmLabel="Delete"
                fields={{ kind: record.kind, name: record.name }}
              >
                <p>It goes for good, with its files. The rest stays.</p>
              </Confirm>
            </li>
          ))}
        </ul>
      </div>
    ),
  })
}
