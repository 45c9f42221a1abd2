import { Button, Choices, ErrorSummary, Field, Heading, page } from '#web'
import type { ItemFaults, ItemWish } from '../../portfolio.ts'
import type { Person } from '../../records/person.ts'
import { frameOf } from '../frame.ts'
import { portfolioWords } from './portfolio-words.ts'

const NOTHING: ItemWish = { type: '', title: '', about: '', skill: '', contribution: '', team: '', link: '' }

/** Asks what somebody made or did. */
export function itemFormPage(view: { person: Person; name?: string; wish?: ItemWish; faults?: ItemFaults }): string {
  const { person, name, wish = NOTHING, faults = {} } = view
  const errors = Object.entries(faults).map(([field, message]) => ({ field, message }))
  const title = name === undefined ? 'Add something that you did' : 'Change it'
  const at = name === undefined ? '/portfolio' : `/portfolio/${name}`
  return page({
    ...frameOf(person, '/skills'),
    title,
    hasErrors: errors.length > 0,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={errors} />
        <Heading
          back={{ href: at, label: name === undefined ? 'Your portfolio' : 'Back' }}
          lead="Plain words are best."
        >
          {title}
        </Heading>
        <form class="flow" method="post" action={at} novalidate>
          <Choices
            name="type"
            legend="What is it?"
            type="radio"
            error={faults.type}
            options={Object.entries(portfolioWords().types).map(([value, label]) => ({
              value,
              label,
              checked: value === wish.type,
            }))}
          />
          <Field name="title" label="What do you call it?" maxLength={120} value={wish.title} error={faults.title} />
          <Field
            name="about"
            label="What is it about?"
            rows={4}
            required={false}
            value={wish.about}
            error={faults.about}
          />
          <Field
            name="contribution"
            label="What did you do yourself?"
            hint="In a team, this tells your part from the others’. Of what you made alone you can leave it empty."
            rows={4}
            either
            value={wish.contribution}
            error={faults.contribution}
          />
          <Field
            name="team"
            label="Who else was in the team, and what did they do?"
            hint="One person on each line, such as “Kim: drew the plan”. Ask them before you name them. When they confirm it, their own words take the place of yours."
            rows={3}
            either
            value={wish.team}
            error={faults.team}
          />
          <Field
            name="skill"
            label="What does it show that you can do?"
            hint="Such as “repair bikes” or “lead a shift”. It then stands among your skills."
            maxLength={120}
            required={false}
            value={wish.skill}
            error={faults.skill}
          />
          <Field
            name="link"
            label="Is it on the web?"
            hint="The address, if there is one"
            type="url"
            required={false}
            value={wish.link}
            error={faults.link}
          />
          <Button>{name === undefined ? 'Put it in my portfolio' : 'Save'}</Button>
        </form>
      </div>
    ),
  })
}
