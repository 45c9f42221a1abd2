import { type NamedSkill, type TargetChoice, VACANCY } from '#skills'
import { Button, Choices, ErrorSummary, Field, Heading, page } from '#web'
import type { Person } from '../../records/person.ts'
import { frameOf } from '../frame.ts'

const HERE = '/packs/new'

/** Asks what somebody applies for. */
export function packTargetPage({ person, choices }: { person: Person; choices: readonly TargetChoice[] }): string {
  const options = choices.map(({ id, title }) => ({ value: id, label: title }))
  return page({
    ...frameOf(person, '/shares'),
    title: 'Apply for something',
    body: (
      <div class="narrow flow">
        <Heading
          back={{ href: '/shares', label: 'Your shares' }}
          lead="We look through your passport for what shows that you can do it."
        >
          Apply for something
        </Heading>
        <h2>Paste the vacancy</h2>
        <VacancyForm title="" text="" fault={undefined} />
        <h2>Or choose from the list</h2>
        <form class="flow" method="get" action={HERE}>
          <Field name="target" label="What do you apply for?" options={options} />
          <Button variant="secondary">Look for what fits</Button>
        </form>
      </div>
    ),
  })
}

interface VacancyPage {
  person: Person
  title: string
  text: string
  /** The skills, and the jobs, standards and qualifications, that the text names. */
  skills: readonly NamedSkill[]
  targets: readonly TargetChoice[]
  fault: string | undefined
}

/** What was found in the text of a vacancy, to be put right by whoever applies. */
export function vacancyPage({ person, title, text, skills, targets, fault }: VacancyPage): string {
  return page({
    ...frameOf(person, '/shares'),
    title: 'What the vacancy asks for',
    hasErrors: fault !== undefined,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={fault === undefined ? [] : [{ field: 'text', message: fault }]} />
        <Heading
          back={{ href: HERE, label: 'Begin anew' }}
          lead={
            fault === undefined
              ? 'We look for names of skills that we know, word for word. Put right what we missed.'
              : undefined
          }
        >
          What the vacancy asks for
        </Heading>
        {fault !== undefined ? (
          <VacancyForm title={title} text={text} fault={fault} />
        ) : (
          <form class="flow" method="get" action={HERE}>
            <input type="hidden" name="target" value={VACANCY} />
            <Field name="title" label="What it is called" value={title} maxLength={300} required={false} />
            {skills.length === 0 ? (
              <p>We know none of the skills by the names that stand in it. Write down below what it asks for.</p>
            ) : (
              <Choices
                name="term"
                legend="Skills that it names"
                hint="Leave out what it does not ask for."
                type="checkbox"
                options={skills.map(({ term, name }) => ({ value: term, label: <bdi>{name}</bdi>, checked: true }))}
              />
            )}
            <Field name="more" label="What else it asks for" hint="One skill on each line" rows={4} required={false} />
            <Button>Look for what fits</Button>
          </form>
        )}
        {targets.length > 0 && (
          <section class="flow">
            <h2>It also speaks of</h2>
            <p class="soft">Choose one to apply with all that it asks for.</p>
            <ul class="lines">
              {targets.map(({ id, title }) => (
                <li key={id}>
                  <a href={`${HERE}?target=${encodeURIComponent(id)}`}>{title}</a>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    ),
  })
}

function VacancyForm({ title, text, fault }: { title: string; text: string; fault: string | undefined }) {
  return (
    <form class="flow" method="post" action="/packs/vacancy" novalidate>
      <Field name="title" label="What the job is called" value={title} maxLength={300} required={false} />
      <Field
        name="text"
        label="The text of the vacancy"
        hint="It stays here: we read it once and do not keep it."
        value={text}
        error={fault}
        rows={8}
      />
      <Button>Find the skills in it</Button>
    </form>
  )
}
