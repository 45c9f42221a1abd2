import { techniquesByCertificate } from '#credential'
import type { Frameworks, Ledger, NextStep, Reference } from '#skills'
import { ButtonLink, count, creditSays, Empty, Heading, page, Table } from '#web'
import type { CanDo } from '../../can-do.ts'
import type { Person } from '../../records/person.ts'
import type { SkillCredit } from '../../skills/skill-credit.ts'
import { frameOf } from '../frame.ts'
import { References } from './references.tsx'
import { ShowingCard } from './showing-card.tsx'
import { skillSentence } from './showing-words.ts'

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
export function skillPage(view: SkillPage): string {
  const { person, known, name, area, skill, next, references } = view
  return page({
    ...frameOf(person, '/skills'),
    title: name,
    body: (
      <div class="flow">
        <Heading
          back={{ href: '/skills/map', label: 'Your skills on a map' }}
          lead={skill === null ? undefined : skillSentence(name, skill)}
          actions={
            <ButtonLink href={`/skills/search?words=${encodeURIComponent(name)}`} variant="secondary" icon="search">
              Find more like it
            </ButtonLink>
          }
        >
          <bdi>{name}</bdi>
        </Heading>
        <p class="soft">
          <bdi>{area}</bdi>
        </p>
        {skill === null ? (
          <Empty
            title="Nothing shows it yet"
            icon="badge-check"
            action={<ButtonLink href="/portfolio/new">Show something that you did</ButtonLink>}
          >
            A certificate, something that you did and someone saw, or your own answers can show it.
          </Empty>
        ) : (
          <section class="flow">
            <h2>{count(skill.shownBy.length, 'thing shows it', 'things show it')}</h2>
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
            <h2>What teaches it, or renews it</h2>
            <ul class="lines">
              {next.map(({ opportunity: { id, title, hours, cost } }) => (
                <li key={id}>
                  <strong>{title}</strong>
                  <span class="soft">
                    {hours !== undefined && `${count(hours, 'hour')}, `}
                    {cost === undefined ? 'cost not stated' : cost === 0 ? 'free' : `£${cost}`}
                  </span>
                </li>
              ))}
            </ul>
            <p class="soft">
              From {known.opportunities.map(({ id, version }) => `${id}, version ${version}`).join(', ')}.
            </p>
          </section>
        )}
        <p class="soft">Each credential stands here as it was when it was last checked.</p>
      </div>
    ),
  })
}

/** The entry of the list of old certificates by which a credential shows a skill that it does not name itself. */
function throughOf(credential: CanDo['credential'], term: string, known: Frameworks) {
  if (credential === null || credential.terms.includes(term)) return undefined
  return techniquesByCertificate(credential, known).find((one) => one.term === term)
}

function Credits({ view: { credits, totals }, skill }: { view: SkillPage; skill: CanDo }) {
  if (credits.length === 0) return null
  const titleOf = new Map(skill.shownBy.map(({ item, title }) => [item, title]))
  return (
    <section class="flow">
      <h2>Credit that evidences it</h2>
      <Table
        caption="Each achievement counts once"
        rows={credits}
        rowKey={({ item, values }) => `${item} ${String(values.scheme)}`}
        columns={[
          {
            key: 'from',
            label: 'From',
            cell: ({ item }) => (
              <a href={`/credentials/${item}`}>
                <bdi>{titleOf.get(item)}</bdi>
              </a>
            ),
          },
          {
            key: 'credit',
            label: 'Credit',
            cell: ({ code, values }) =>
              code === 'credit.counted' ? creditSays()[code](values) : `Not counted: it ${creditSays()[code](values)}`,
          },
          {
            key: 'also',
            label: 'Also evidences',
            cell: ({ alsoOf }) =>
              alsoOf === 0 ? <span class="soft">Nothing else</span> : count(alsoOf, 'other skill'),
          },
        ]}
      />
      {totals.length > 0 && (
        <p>
          Together:{' '}
          {totals
            .map(({ value, scheme, level }) => `${value} ${scheme}${level === null ? '' : ` at ${level}`}`)
            .join('; ')}
          . <a href="/skills/credit">All your credit</a>
        </p>
      )}
    </section>
  )
}
