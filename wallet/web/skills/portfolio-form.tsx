import { Button, Choices, ErrorSummary, Field, Heading, page, translated } from '#web'
import type { ItemFaults, ItemWish } from '../../portfolio.ts'
import type { Person } from '../../records/person.ts'
import { frameOf } from '../frame.ts'
import { portfolioFormWords } from './portfolio-form-words.ts'
import { portfolioWords } from './portfolio-words.ts'

const NOTHING: ItemWish = { type: '', title: '', about: '', skill: '', contribution: '', team: '', link: '' }

interface ItemFormPage {
  person: Person
  name?: string
  wish?: ItemWish
  faults?: ItemFaults
}

/** Asks what somebody made or did. */
export const itemFormPage = translated((view: ItemFormPage): string => {
  const words = portfolioFormWords()
  const { person, name, wish = NOTHING, faults = {} } = view
  const errors = Object.entries(faults).map(([field, message]) => ({ field, message }))
  const title = name === undefined ? words.add : words.change
  const at = name === undefined ? '/portfolio' : `/portfolio/${name}`
  return page({
    ...frameOf(person, '/skills'),
    title,
    hasErrors: errors.length > 0,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={errors} />
        <Heading back={{ href: at, label: name === undefined ? portfolioWords().title : words.back }} lead={words.lead}>
          {title}
        </Heading>
        <form class="flow" method="post" action={at} novalidate>
          <Choices
            name="type"
            legend={words.type}
            type="radio"
            error={faults.type}
            options={Object.entries(portfolioWords().types).map(([value, label]) => ({
              value,
              label,
              checked: value === wish.type,
            }))}
          />
          <Field name="title" label={words.title} maxLength={120} value={wish.title} error={faults.title} />
          <Field name="about" label={words.about} rows={4} required={false} value={wish.about} error={faults.about} />
          <Field
            name="contribution"
            label={words.contribution}
            hint={words.contributionHint}
            rows={4}
            either
            value={wish.contribution}
            error={faults.contribution}
          />
          <Field
            name="team"
            label={words.team}
            hint={words.teamHint}
            rows={3}
            either
            value={wish.team}
            error={faults.team}
          />
          <Field
            name="skill"
            label={words.skill}
            hint={words.skillHint}
            maxLength={120}
            required={false}
            value={wish.skill}
            error={faults.skill}
          />
          <Field
            name="link"
            label={words.link}
            hint={words.linkHint}
            type="url"
            required={false}
            value={wish.link}
            error={faults.link}
          />
          <Button>{name === undefined ? words.putIn : words.save}</Button>
        </form>
      </div>
    ),
  })
})
