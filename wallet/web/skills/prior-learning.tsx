import { Button, ButtonLink, count, Empty, ErrorSummary, Field, Heading, page } from '#web'
import type { ClaimFaults, ClaimWish } from '../../claim-prior-learning.ts'
import type { Person } from '../../records/person.ts'
import type { PersonalRecord } from '../../records/personal.ts'
import type { PriorLearningClaim } from '../../records/prior-learning-kind.ts'
import { frameOf } from '../frame.ts'

const HERE = '/skills/prior-learning'

/** The claims of a person. */
export function claimsPage(view: {
  person: Person
  claims: readonly PersonalRecord<PriorLearningClaim>[]
  flash: string | undefined
}): string {
  const { person, claims, flash } = view
  const begin = (
    <ButtonLink href={`${HERE}/new`} icon="plus">
      Begin a claim
    </ButtonLink>
  )
  return page({
    ...frameOf(person, '/skills'),
    title: 'What you learnt already',
    flash,
    body: (
      <div class="flow">
        <Heading
          back={{ href: '/skills', label: 'Your skills' }}
          lead={
            claims.length === 0 ? undefined : 'Show a college or university that you know part of a course already.'
          }
          actions={claims.length > 0 && begin}
        >
          What you learnt already
        </Heading>
        {claims.length === 0 ? (
          <Empty title="You need not learn it twice" icon="file-check" action={begin}>
            A course says what you will be able to do at its end. Put what you did beside that, and ask the college or
            university to count it.
          </Empty>
        ) : (
          <ul class="lines">
            {claims.map(({ name, content: { title, provider, outcomes } }) => (
              <li key={name}>
                <span>
                  <a href={`${HERE}/${name}`}>
                    <bdi>{title}</bdi>
                  </a>{' '}
                  <span class="soft">
                    <bdi>{provider}</bdi>
                  </span>
                </span>
                <span class="soft">
                  {outcomes.filter(({ shownBy }) => shownBy.length > 0).length} of {count(outcomes.length, 'outcome')}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    ),
  })
}

/** Asks what a claim is for, and what its outcomes are; of one that is there by its `name`, what should change. */
export function claimFormPage(view: {
  person: Person
  name?: string
  choices: readonly { id: string; title: string }[]
  wish: ClaimWish
  faults: ClaimFaults
}): string {
  const { person, name, choices, wish, faults } = view
  const title = name === undefined ? 'Begin a claim' : 'Change the claim'
  const at = name === undefined ? HERE : `${HERE}/${name}`
  const errors = Object.entries(faults).map(([field, message]) => ({ field, message }))
  return page({
    ...frameOf(person, '/skills'),
    title,
    hasErrors: errors.length > 0,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={errors} />
        <Heading
          back={{ href: at, label: name === undefined ? 'What you learnt already' : 'The claim' }}
          lead="Every course has outcomes: what you will be able to do at its end."
        >
          {title}
        </Heading>
        {name === undefined && (
          <form class="ask" method="get" action={`${HERE}/new`}>
            <Field
              name="from"
              label="Take outcomes that are known here"
              value={wish.from}
              options={[
                { value: '', label: 'No, I write them myself' },
                ...choices.map(({ id, title }) => ({ value: id, label: title })),
              ]}
              either
            />
            <Button variant="secondary">Take these</Button>
          </form>
        )}
        <form class="flow" method="post" action={at} novalidate>
          <input type="hidden" name="from" value={wish.from} />
          <Field
            name="title"
            label="What is it for?"
            hint="A qualification, or a part of one"
            maxLength={200}
            value={wish.title}
            error={faults.title}
          />
          <Field
            name="provider"
            label="Who should count it?"
            hint="A college, a university or an awarding body"
            maxLength={200}
            required={false}
            value={wish.provider}
            error={faults.provider}
          />
          <Field
            name="outcomes"
            label="Its outcomes"
            hint={
              name === undefined
                ? 'One a line. You find them in the description of the course.'
                : 'One a line. What you put to an outcome stays with it as long as its words stay.'
            }
            rows={8}
            value={wish.outcomes}
            error={faults.outcomes}
          />
          <Button>{name === undefined ? 'Begin' : 'Save'}</Button>
        </form>
      </div>
    ),
  })
}
