import { VACANCY } from '#skills'
import {
  Button,
  Choices,
  EnglishText,
  ErrorSummary,
  GapBadge,
  Heading,
  languageUnless,
  page,
  Table,
  translated,
} from '#web'
import type { Application, Proposal } from '../../pack.ts'
import { confirmedNow } from '../../portfolio.ts'
import type { Person } from '../../records/person.ts'
import type { ShareFaults, ShareWish } from '../../share.ts'
import { frameOf } from '../frame.ts'
import { ShareTerms } from '../share-terms.tsx'
import { gapAt } from './gap-at.ts'
import { packWords } from './pack-words.tsx'

const HERE = '/packs/new'

interface PackForm {
  person: Person
  application: Application
  proposal: Proposal
  wish: ShareWish
  /** The names of what was chosen of the portfolio. */
  work: readonly string[]
  faults: ShareFaults
}

/** Proposes what goes into an application pack, and lets its holder choose otherwise. */
export const packFormPage = translated(({ person, application, proposal, wish, work, faults }: PackForm): string => {
  const words = packWords()
  const errors = Object.entries(faults).map(([field, message]) => ({ field, message }))
  const { target, rows, facts, proposed } = proposal
  const shown = rows.filter(({ isMet }) => isMet === true).length
  const fitting = facts.toSorted((one, other) => Number(proposed.has(other.item)) - Number(proposed.has(one.item)))
  return page({
    ...frameOf(person, '/shares'),
    title: words.applyTitle(target.title),
    hasErrors: errors.length > 0,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={errors} />
        <Heading back={{ href: HERE, label: words.chooseElse }} lead={words.shown(shown, rows.length)}>
          {words.applyFor(target.id === VACANCY ? target.title : <EnglishText>{target.title}</EnglishText>)}
        </Heading>
        <Table
          caption={words.asked}
          columns={[
            {
              key: 'skill',
              label: words.skill,
              cell: ({ name, isEssential }) => (
                <span>
                  <EnglishText>{name}</EnglishText>
                  {!isEssential && <span class="soft">{words.wanted}</span>}
                </span>
              ),
            },
            { key: 'state', label: words.canShow, cell: (row) => <GapBadge row={row} /> },
          ]}
          rows={rows}
          rowKey={({ term }) => term}
        />
        {target.id !== VACANCY && (
          <p>
            <a href={gapAt(target.id)}>{words.whatToDo}</a>
            {target.kind === 'role' && (
              <>
                {' · '}
                <a href={`/skills/readiness/${encodeURIComponent(target.id)}`}>{words.amIReady}</a>
              </>
            )}
          </p>
        )}
        <form class="flow" method="post" action="/packs" novalidate>
          <input type="hidden" name="target" value={target.id} />
          {application.vacancy !== null && <Read vacancy={application.vacancy} />}
          <Choices
            name="credential"
            legend={words.which}
            type="checkbox"
            hint={facts.length === 0 ? words.noneYet((text) => <a href="/add">{text}</a>) : words.chosen}
            error={faults.credential}
            options={fitting.map(({ item, title, issuerName }) => ({
              value: item,
              label: <bdi>{title}</bdi>,
              hint: <bdi>{issuerName}</bdi>,
              checked: wish.credential.includes(item),
            }))}
          />
          {proposal.work.length > 0 && (
            <Choices
              name="work"
              legend={words.work}
              type="checkbox"
              hint={words.workHint}
              options={proposal.work.map((entry) => ({
                value: entry.name,
                label: <bdi>{entry.item.title}</bdi>,
                hint: words.confirmedBy(
                  confirmedNow(entry)
                    .map(({ by }) => by)
                    .join(', '),
                ),
                checked: work.includes(entry.name),
              }))}
            />
          )}
          <ShareTerms wish={wish} faults={faults} />
          <Button icon="link">{words.make}</Button>
        </form>
      </div>
    ),
  })
}, languageOf)

function languageOf({ faults }: PackForm) {
  return languageUnless(Object.keys(faults).length > 0)
}

/** What was read out of a vacancy goes along with the form, for no framework has it. */
function Read({ vacancy: { title, terms } }: { vacancy: NonNullable<Application['vacancy']> }) {
  return (
    <>
      <input type="hidden" name="title" value={title} />
      {terms.map((term) => (
        <input key={term} type="hidden" name="term" value={term} />
      ))}
    </>
  )
}
