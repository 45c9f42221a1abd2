import { VACANCY } from '#skills'
import { Button, Choices, ErrorSummary, GapBadge, Heading, page, Table } from '#web'
import type { Application, Proposal } from '../../pack.ts'
import { confirmedNow } from '../../portfolio.ts'
import type { Person } from '../../records/person.ts'
import type { ShareFaults, ShareWish } from '../../share.ts'
import { frameOf } from '../frame.ts'
import { ShareTerms } from '../share-terms.tsx'
import { gapAt } from './gap-at.ts'

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
export function packFormPage({ person, application, proposal, wish, work, faults }: PackForm): string {
  const errors = Object.entries(faults).map(([field, message]) => ({ field, message }))
  const { target, rows, facts, proposed } = proposal
  const shown = rows.filter(({ isMet }) => isMet === true).length
  const fitting = facts.toSorted((one, other) => Number(proposed.has(other.item)) - Number(proposed.has(one.item)))
  return page({
    ...frameOf(person, '/shares'),
    title: `Apply for: ${target.title}`,
    hasErrors: errors.length > 0,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={errors} />
        <Heading
          back={{ href: HERE, label: 'Choose something else' }}
          lead={`Your credentials show ${shown} of the ${rows.length} skills that are asked for.`}
        >
          Apply for: {target.title}
        </Heading>
        <Table
          caption="What is asked for"
          columns={[
            {
              key: 'skill',
              label: 'Skill',
              cell: ({ name, isEssential }) => (
                <span>
                  {name}
                  {!isEssential && <span class="soft"> (wanted, not essential)</span>}
                </span>
              ),
            },
            { key: 'state', label: 'What you can show', cell: (row) => <GapBadge row={row} /> },
          ]}
          rows={rows}
          rowKey={({ term }) => term}
        />
        {target.id !== VACANCY && (
          <p>
            <a href={gapAt(target.id)}>What to do about what is missing</a>
            {target.kind === 'role' && (
              <>
                {' · '}
                <a href={`/skills/readiness/${encodeURIComponent(target.id)}`}>Am I ready for it?</a>
              </>
            )}
          </p>
        )}
        <form class="flow" method="post" action="/packs" novalidate>
          <input type="hidden" name="target" value={target.id} />
          {application.vacancy !== null && <Read vacancy={application.vacancy} />}
          <Choices
            name="credential"
            legend="Which credentials go in?"
            type="checkbox"
            hint={
              facts.length === 0 ? (
                <>
                  You hold none yet. <a href="/add">Put one into your passport</a> first.
                </>
              ) : (
                'Chosen already is what shows something that is asked for. Choose as you like.'
              )
            }
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
              legend="What else that you made or did?"
              type="checkbox"
              hint="Only what others confirm is here. No verifier checks it; it stands on the page of the link and in the PDF."
              options={proposal.work.map((entry) => ({
                value: entry.name,
                label: <bdi>{entry.item.title}</bdi>,
                hint: (
                  <>
                    Confirmed by{' '}
                    {confirmedNow(entry)
                      .map(({ by }) => by)
                      .join(', ')}
                  </>
                ),
                checked: work.includes(entry.name),
              }))}
            />
          )}
          <ShareTerms wish={wish} faults={faults} />
          <Button icon="link">Make the pack</Button>
        </form>
      </div>
    ),
  })
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
