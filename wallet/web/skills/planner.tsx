import type { Package, Reach } from '#skills'
import { Button, count, Field, Heading, Notice, page, sizeInWords, Table } from '#web'
import type { Person } from '../../records/person.ts'
import { lacksLevelRule } from '../../skills/plan.ts'
import type { ReadPassport } from '../../skills/read-passport.ts'
import { frameOf } from '../frame.ts'
import { Beside } from './beside.tsx'

const HERE = '/skills/itq'
const LEVELS = ['1', '2', '3']

/** A plan for one qualification. */
export const planAt = (ruleset: string, qualification: string) =>
  `${HERE}?target=${encodeURIComponent(`${ruleset}#${qualification}`)}`

interface PlannerPage {
  person: Person
  passport: ReadPassport
  reaches: readonly { ruleset: Package<'ruleset'>; reach: Reach }[]
  /** The level that was asked for; empty where any will do. */
  level: string
}

/** How far each ITQ is, by each of the two generations of rules. */
export function plannerPage({ person, passport, reaches, level }: PlannerPage): string {
  return page({
    ...frameOf(person, '/skills'),
    title: 'Plan an ITQ',
    body: (
      <div class="flow">
        <Heading
          back={{ href: '/skills', label: 'Your skills' }}
          lead="An ITQ is made of units that you choose. See which one is nearest to you, and shape it."
        >
          Plan an ITQ
        </Heading>
        <form class="ask" method="get" action={HERE}>
          <Field
            name="level"
            label="At which level?"
            width="medium"
            value={level}
            options={[{ value: '', label: 'Any' }, ...LEVELS.map((value) => ({ value, label: `Level ${value}` }))]}
            either
          />
          <Button variant="secondary">Show these</Button>
        </form>
        {reaches.map(({ ruleset, reach }) => (
          <section key={ruleset.id} class="flow">
            <Table
              caption={ruleset.content.title}
              rows={reach.distances}
              rowKey={({ qualification }) => qualification}
              columns={[
                {
                  key: 'title',
                  label: 'Qualification',
                  cell: ({ qualification, title }) => <a href={planAt(ruleset.id, qualification)}>{title}</a>,
                },
                { key: 'level', label: 'Level', cell: (row) => `Level ${row.level}` },
                {
                  key: 'further',
                  label: 'Still to do',
                  cell: (row) => <StillToDo row={row} ruleset={ruleset} />,
                },
              ]}
            />
            <Source ruleset={ruleset} />
          </section>
        ))}
        <Notice title="Who decides">
          These pages say what the rules say. Only an awarding body gives the qualification.
        </Notice>
        <Beside passport={passport} />
      </div>
    ),
  })
}

function StillToDo({
  row: { further, qualification },
  ruleset,
}: {
  row: Reach['distances'][number]
  ruleset: Package<'ruleset'>
}) {
  const isOpen = lacksLevelRule(ruleset, qualification)
  if (further === null) return <span>No way by these rules</span>
  const size = sizeInWords(further.size, ruleset.content.sizeUnit)
  const words = further.size === 0 ? 'Nothing, by the rules known here' : `${size} in ${count(further.units, 'unit')}`
  return (
    <span>
      {words}
      {isOpen && <span class="soft"> (how much must be at its level is not known)</span>}
    </span>
  )
}

/** Where the figures of a ruleset are from, and how sure they are. */
export function Source({ ruleset: { id, version, content } }: { ruleset: Package<'ruleset'> }) {
  return (
    <p class="soft">
      {content.warning} Sources: {content.sources.join('; ')}. {id}, version {version}.
    </p>
  )
}
