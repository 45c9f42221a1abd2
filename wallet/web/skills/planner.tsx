import type { Package, Reach } from '#skills'
import { Button, EnglishText, Field, Heading, Notice, page, sizeInWords, Table, translated } from '#web'
import type { Person } from '../../records/person.ts'
import { lacksLevelRule } from '../../skills/plan.ts'
import type { ReadPassport } from '../../skills/read-passport.ts'
import { frameOf } from '../frame.ts'
import { Beside } from './beside.tsx'
import { plannerWords } from './planner-words.ts'

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
export const plannerPage = translated(({ person, passport, reaches, level }: PlannerPage): string => {
  const words = plannerWords()
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
            name="level"
            label={words.atWhichLevel}
            width="medium"
            value={level}
            options={[
              { value: '', label: words.any },
              ...LEVELS.map((value) => ({ value, label: words.level(value) })),
            ]}
            either
          />
          <Button variant="secondary">{words.show}</Button>
        </form>
        {reaches.map(({ ruleset, reach }) => (
          <section key={ruleset.id} class="flow">
            <Table
              caption={<EnglishText>{ruleset.content.title}</EnglishText>}
              rows={reach.distances}
              rowKey={({ qualification }) => qualification}
              columns={[
                {
                  key: 'title',
                  label: words.qualification,
                  cell: ({ qualification, title }) => (
                    <a href={planAt(ruleset.id, qualification)}>
                      <EnglishText>{title}</EnglishText>
                    </a>
                  ),
                },
                { key: 'level', label: words.levelHead, cell: (row) => words.level(String(row.level)) },
                {
                  key: 'further',
                  label: words.stillToDo,
                  cell: (row) => <StillToDo row={row} ruleset={ruleset} />,
                },
              ]}
            />
            <Source ruleset={ruleset} />
          </section>
        ))}
        <Notice title={words.whoDecides}>{words.rulesSay}</Notice>
        <Beside passport={passport} />
      </div>
    ),
  })
})

function StillToDo({
  row: { further, qualification },
  ruleset,
}: {
  row: Reach['distances'][number]
  ruleset: Package<'ruleset'>
}) {
  const words = plannerWords()
  const isOpen = lacksLevelRule(ruleset, qualification)
  if (further === null) return <span>{words.noWay}</span>
  const size = sizeInWords(further.size, ruleset.content.sizeUnit)
  return (
    <span>
      {further.size === 0 ? words.nothing : words.sizeIn(size, further.units)}
      {isOpen && <span class="soft">{words.noLevelRule}</span>}
    </span>
  )
}

/** Where the figures of a ruleset are from, and how sure they are. */
export function Source({ ruleset: { id, version, content } }: { ruleset: Package<'ruleset'> }) {
  const words = plannerWords()
  return (
    <p class="soft">
      <EnglishText>{content.warning}</EnglishText> {words.sources}{' '}
      <EnglishText>{content.sources.join('; ')}.</EnglishText> {words.version(id, version)}
    </p>
  )
}
