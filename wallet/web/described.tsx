import { Confirm, Empty, formatDate, Heading, Notice, page, SummaryList } from '#web'
import type { DescribedAward } from '../records/described-kind.ts'
import type { Person } from '../records/person.ts'
import type { PersonalRecord } from '../records/personal.ts'
import { frameOf } from './frame.ts'
import { passportWords } from './passport-words.tsx'

type Described = PersonalRecord<DescribedAward>

const NOT_VERIFIED = 'Described by a file, not verified'

/** All that files say of a person, apart from what they hold: none of it is a credential. */
export function describedListPage(view: {
  person: Person
  described: readonly Described[]
  flash: string | undefined
}): string {
  const { person, described, flash } = view
  return page({
    ...frameOf(person, '/passport'),
    title: 'What files say of you',
    flash,
    body: (
      <div class="flow">
        <Heading
          back={{ href: '/passport', label: 'Your passport' }}
          lead="You brought in files that describe these. Nobody signed them in a way that we can check, so they prove nothing, and a share does not show them."
        >
          What files say of you
        </Heading>
        {described.length === 0 ? (
          <Empty title="No file says anything of you" icon="file-check">
            A file from Europass or a table that you bring in is listed here.
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
                <span class="soft">{NOT_VERIFIED}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    ),
  })
}

/** One award that a file describes, and where that came from. */
export function describedPage({ person, described }: { person: Person; described: Described }): string {
  const { name, content } = described
  return page({
    ...frameOf(person, '/passport'),
    title: content.title,
    body: (
      <div class="narrow flow">
        <Heading back={{ href: '/described', label: 'What files say of you' }}>
          <bdi>{content.title}</bdi>
        </Heading>
        <Notice tone="attention" title={NOT_VERIFIED}>
          {content.source.isSealed
            ? 'The file came with an electronic seal. We cannot check such seals, so we do not know whether it is genuine.'
            : 'This is only what the file says. Ask whoever awarded it for a signed credential.'}
        </Notice>
        <SummaryList rows={rowsOf(content)} />
        <Confirm
          id="delete"
          trigger="Delete"
          icon="trash-2"
          title="Delete what this file says?"
          action={`/described/${name}/delete`}
          confirmLabel="Delete it"
        >
          <p>You can bring the file in again.</p>
        </Confirm>
      </div>
    ),
  })
}

function rowsOf({ awardedBy, awardedOn, until, level, credits, skills, about, notes, person, source }: DescribedAward) {
  const { file, format, issuer, on, digest } = source
  const rows: [string, string][] = [
    ['Awarded by', awardedBy.join(', ')],
    ['Awarded on', awardedOn === '' ? '' : formatDate(awardedOn)],
    ['Until', until === '' ? '' : formatDate(until)],
    ['Level', level],
    ['Credits', credits.map(({ value, scheme }) => `${value} ${scheme}`.trim()).join(', ')],
    ['Skills', skills.join(', ')],
    ['About', about],
    ['The file also says', notes.join('\n')],
    ['About whom, as it says', person],
    ['Issued by, as it says', issuer],
    [
      'Where it comes from',
      `${file}, ${format === 'elm' ? 'a description in the European Learning Model' : 'a table'}, brought in on ${formatDate(on)}`,
    ],
    ['The file’s fingerprint (SHA-256)', digest],
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
