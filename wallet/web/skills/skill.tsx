import { techniquesByCertificate } from '#credential'
import type { Frameworks, Ledger, NextStep, Reference } from '#skills'
import { ButtonLink, creditSays, Empty, EnglishText, Heading, page, Table, translated } from '#web'
import type { CanDo } from '../../can-do.ts'
import type { Person } from '../../records/person.ts'
import type { SkillCredit } from '../../skills/skill-credit.ts'
import { frameOf } from '../frame.ts'
import { AreaName } from './area-name.tsx'
import { besideWords } from './beside-words.ts'
import { References } from './references.tsx'
import { ShowingCard } from './showing-card.tsx'
import { ShowingTitle } from './showing-title.tsx'
import { skillSentence } from './showing-words.ts'
import { skillWords } from './skill-words.ts'

interface SkillPage {
  person: Person
  known: Frameworks
  /** What it is called, and the area that it is of. */
  name: string
  area: string
  /** Null where nothing that is held shows it. */
  skill: CanDo | null
  credits: readonly SkillCredit[]
  totals: Ledger['totals']
  /** What would teach it, or renew it. */
  next: readonly NextStep[]
  /** Where other frameworks speak of it. */
  references: readonly Reference[]
}

/** The page of one skill: everything that shows it, whatever way it came, side by side. */
export const skillPage = translated((view: SkillPage): string => {
  const words = skillWords()
  const { person, known, name, area, skill, next, references } = view
  return page({
    ...frameOf(person, '/skills'),
    title: name,
    body: (
      <div class="flow">
        <Heading
          back={{ href: '/skills/map', label: words.map }}
          lead={skill === null ? undefined : skillSentence(name, skill)}
          actions={
            <ButtonLink href={`/skills/search?words=${encodeURIComponent(name)}`} variant="secondary" icon="search">
              {words.findMore}
            </ButtonLink>
          }
        >
          <bdi>{name}</bdi>
        </Heading>
        <p class="soft">
          <AreaName name={area} />
        </p>
        {skill === null ? (
          <Empty
            title={words.nothing}
            icon="badge-check"
            action={<ButtonLink href="/portfolio/new">{words.showWork}</ButtonLink>}
          >
            {words.whatCanShow}
          </Empty>
        ) : (
          <section class="flow">
            <h2>{words.shownBy(skill.shownBy.length)}</h2>
            <ul class="cards">
              {skill.shownBy.map((showing) => (
                <li key={showing.item}>
                  <ShowingCard
                    skill={name}
                    showing={showing}
                    known={known}
                    through={throughOf(showing.credential, skill.term, known)}
                  />
                </li>
              ))}
            </ul>
          </section>
        )}
        {skill !== null && <Credits view={view} skill={skill} />}
        <References references={references} />
        {next.length > 0 && (
          <section class="flow">
            <h2>{words.teaches}</h2>
            <ul class="lines">
              {next.map(({ opportunity: { id, title, hours, cost } }) => (
                <li key={id}>
                  <strong>
                    <EnglishText>{title}</EnglishText>
                  </strong>
                  <span class="soft">
                    {hours !== undefined && `${words.hours(hours)}, `}
                    {cost === undefined ? words.costNotStated : cost === 0 ? words.free : `£${cost}`}
                  </span>
                </li>
              ))}
            </ul>
            <p class="soft">
              {words.from(known.opportunities.map(({ id, version }) => words.version(id, version)).join(', '))}
            </p>
          </section>
        )}
        <p class="soft">{besideWords().asChecked}</p>
      </div>
    ),
  })
})

/** The entry of the list of old certificates by which a credential shows a skill that it does not name itself. */
function throughOf(credential: CanDo['credential'], term: string, known: Frameworks) {
  if (credential === null || credential.terms.includes(term)) return undefined
  return techniquesByCertificate(credential, known).find((one) => one.term === term)
}

function Credits({ view: { credits, totals }, skill }: { view: SkillPage; skill: CanDo }) {
  if (credits.length === 0) return null
  const words = skillWords()
  const showings = new Map(skill.shownBy.map((one) => [one.item, one]))
  return (
    <section class="flow">
      <h2>{words.credit}</h2>
      <Table
        caption={words.onceEach}
        rows={credits}
        rowKey={({ item, values }) => `${item} ${String(values.scheme)}`}
        columns={[
          {
            key: 'from',
            label: words.columns.from,
            cell: ({ item }) => {
              const showing = showings.get(item)
              return <a href={`/credentials/${item}`}>{showing && <ShowingTitle of={showing} />}</a>
            },
          },
          {
            key: 'credit',
            label: words.columns.credit,
            cell: ({ code, values }) =>
              code === 'credit.counted' ? creditSays()[code](values) : words.notCounted(creditSays()[code](values)),
          },
          {
            key: 'also',
            label: words.columns.also,
            cell: ({ alsoOf }) =>
              alsoOf === 0 ? <span class="soft">{words.nothingElse}</span> : words.otherSkills(alsoOf),
          },
        ]}
      />
      {totals.length > 0 && (
        <p>
          {words.together(totals.map((total) => words.amount(total)).join('; '))}{' '}
          <a href="/skills/credit">{words.allCredit}</a>
        </p>
      )}
    </section>
  )
}
