import { Button, ButtonLink, Empty, ErrorSummary, Field, Heading, page, translated } from '#web'
import type { ClaimFaults, ClaimWish } from '../../claim-prior-learning.ts'
import type { Person } from '../../records/person.ts'
import type { PersonalRecord } from '../../records/personal.ts'
import type { PriorLearningClaim } from '../../records/prior-learning-kind.ts'
import { frameOf } from '../frame.ts'
import { frameWords } from '../frame-words.ts'
import { priorLearningWords } from './prior-learning-words.ts'

const HERE = '/skills/prior-learning'

interface ClaimsPage {
  person: Person
  claims: readonly PersonalRecord<PriorLearningClaim>[]
  flash: string | undefined
}

/** The claims of a person. */
export const claimsPage = translated(({ person, claims, flash }: ClaimsPage): string => {
  const words = priorLearningWords()
  const begin = (
    <ButtonLink href={`${HERE}/new`} icon="plus">
      {words.begin}
    </ButtonLink>
  )
  return page({
    ...frameOf(person, '/skills'),
    title: words.title,
    flash,
    body: (
      <div class="flow">
        <Heading
          back={{ href: '/skills', label: frameWords().yourSkills }}
          lead={claims.length === 0 ? undefined : words.lead}
          actions={claims.length > 0 && begin}
        >
          {words.title}
        </Heading>
        {claims.length === 0 ? (
          <Empty title={words.nothing} icon="file-check" action={begin}>
            {words.howToBegin}
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
                  {words.shown(outcomes.filter(({ shownBy }) => shownBy.length > 0).length, outcomes.length)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    ),
  })
})

interface ClaimForm {
  person: Person
  name?: string
  choices: readonly { id: string; title: string }[]
  wish: ClaimWish
  faults: ClaimFaults
}

/** Asks what a claim is for, and what its outcomes are; of one that is there by its `name`, what should change. */
export const claimFormPage = translated(({ person, name, choices, wish, faults }: ClaimForm): string => {
  const words = priorLearningWords()
  const title = name === undefined ? words.begin : words.change
  const at = name === undefined ? HERE : `${HERE}/${name}`
  const errors = Object.entries(faults).map(([field, message]) => ({ field, message }))
  return page({
    ...frameOf(person, '/skills'),
    title,
    hasErrors: errors.length > 0,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={errors} />
        <Heading back={{ href: at, label: name === undefined ? words.title : words.theClaim }} lead={words.formLead}>
          {title}
        </Heading>
        {name === undefined && (
          <form class="ask" method="get" action={`${HERE}/new`}>
            <Field
              name="from"
              label={words.from}
              value={wish.from}
              options={[
                { value: '', label: words.fromNone },
                ...choices.map(({ id, title }) => ({ value: id, label: title })),
              ]}
              either
            />
            <Button variant="secondary">{words.take}</Button>
          </form>
        )}
        <form class="flow" method="post" action={at} novalidate>
          <input type="hidden" name="from" value={wish.from} />
          <Field
            name="title"
            label={words.name}
            hint={words.nameHint}
            maxLength={200}
            value={wish.title}
            error={faults.title}
          />
          <Field
            name="provider"
            label={words.provider}
            hint={words.providerHint}
            maxLength={200}
            required={false}
            value={wish.provider}
            error={faults.provider}
          />
          <Field
            name="outcomes"
            label={words.outcomes}
            hint={name === undefined ? words.outcomesHint : words.outcomesHintLater}
            rows={8}
            value={wish.outcomes}
            error={faults.outcomes}
          />
          <Button>{name === undefined ? words.beginIt : words.save}</Button>
        </form>
      </div>
    ),
  })
})
