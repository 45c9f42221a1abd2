import { Actions, ButtonLink, count, faceOf, Heading, page, StandingBadge, Table } from '#web'
import type { Imported } from '../import.ts'
import type { Person } from '../records/person.ts'
import { frameOf } from './frame.ts'
import { reasonOf } from './reasons.ts'

/** What became of several things that were brought in at once. */
export function importedPage(person: Person, results: readonly Imported[]): string {
  const added = results.filter((one) => 'kept' in one && one.kept.outcome === 'added').length
  const title = added === 0 ? 'Nothing new was added' : `${count(added, 'credential')} added`
  return page({
    ...frameOf(person, '/add'),
    title,
    body: (
      <div class="flow">
        <Heading lead={`We looked at ${count(results.length, 'credential')}. Here is what became of each.`}>
          {title}
        </Heading>
        <Actions>
          <ButtonLink href="/passport">Go to my passport</ButtonLink>
          <ButtonLink href="/add" variant="secondary">
            Add more
          </ButtonLink>
        </Actions>
        <Table
          caption="What became of each"
          columns={[
            { key: 'name', label: 'From', cell: ({ name }) => <bdi>{name}</bdi> },
            {
              key: 'result',
              label: 'Result',
              cell: (one) => (
                <div>
                  <Result one={one} />
                </div>
              ),
            },
          ]}
          rows={results.map((one, index) => ({ ...one, index }))}
          rowKey={({ index }) => String(index)}
        />
      </div>
    ),
  })
}

function Result({ one }: { one: Imported }) {
  if ('problem' in one) return <>Not added. {reasonOf(one.problem)}</>
  const { outcome, id, report } = one.kept
  if (outcome === 'undecided') {
    return (
      <>
        <StandingBadge standing="notGenuine" /> <a href={`/credentials/${id}`}>Decide what to do with it</a>
      </>
    )
  }
  if (outcome === 'duplicate') {
    return (
      <>
        You already have this one. <a href={`/credentials/${id}`}>See it</a>
      </>
    )
  }
  return (
    <>
      Added. <StandingBadge standing={faceOf(report)} /> <a href={`/credentials/${id}`}>See it</a>
    </>
  )
}
