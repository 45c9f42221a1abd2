import { TECHNIQUE_LEVELS } from '#skills'
import { Button, ButtonLink, Choices, Confirm, Empty, ErrorSummary, Field, formatDate, Heading, page } from '#web'
import { type SelfAssessment, techniqueOf } from '../../assess-self.ts'
import type { Person } from '../../records/person.ts'
import type { OwnProgress, TargetFaults, TargetWish } from '../../set-target.ts'
import { frameOf } from '../frame.ts'
import { selfWords } from './self-words.ts'

/** What a person wants to reach, and how it stands. */
export function targetsPage(view: {
  person: Person
  self: SelfAssessment
  targets: readonly OwnProgress[]
  flash: string | undefined
}): string {
  const { person, self, targets, flash } = view
  const set = (
    <ButtonLink href="/skills/targets/new" icon="plus">
      Set a goal
    </ButtonLink>
  )
  return page({
    ...frameOf(person, '/skills'),
    title: 'Your goals',
    flash,
    body: (
      <div class="flow">
        <Heading
          back={{ href: '/skills', label: 'Your skills' }}
          lead="A level that you want to reach, by a day that you choose. When you answer again and are there, the goal closes itself."
          actions={targets.length > 0 && set}
        >
          Your goals
        </Heading>
        {targets.length === 0 ? (
          <Empty title="No goal yet" icon="inbox" action={set}>
            Choose one thing that you want to get better at, and a day to look again.
          </Empty>
        ) : (
          <ul class="cards">
            {targets.map((one) => (
              <li key={one.name}>
                <Goal self={self} one={one} />
              </li>
            ))}
          </ul>
        )}
      </div>
    ),
  })
}

function Goal({ self, one }: { self: SelfAssessment; one: OwnProgress }) {
  const { target, name } = one
  const { technique } = techniqueOf(self.framework, target.technique)
  return (
    <article class="card flow">
      <h2>
        <a href={`/skills/progress?technique=${technique.code}`}>
          {technique.title}: {target.level}
        </a>
      </h2>
      <p>{goalInWords(one)}</p>
      <Confirm
        id={`delete-${technique.code}-${target.by}-${target.setOn}`}
        trigger="Delete this goal"
        icon="trash-2"
        title="Delete 1 goal?"
        action="/skills/targets/delete"
        confirmLabel="Delete the goal"
        fields={{ name }}
      >
        <p>Your answers and levels stay. The goal itself cannot be brought back.</p>
      </Confirm>
    </article>
  )
}

/** How a goal stands, in a sentence. */
export function goalInWords({ target, progress: { value } }: OwnProgress): string {
  const { state, reachedOn } = value
  if (state === 'reached') return `Reached on ${formatDate(reachedOn ?? target.by)}. Well done.`
  if (state === 'overdue')
    return `The day was ${formatDate(target.by)}, and you are not there yet. You can set a new day.`
  return `To be reached by ${formatDate(target.by)}. You set it on ${formatDate(target.setOn)}.`
}

/** Asks what to reach, and by when. */
export function targetFormPage(view: {
  person: Person
  self: SelfAssessment
  wish: TargetWish
  faults: TargetFaults
}): string {
  const { person, self, wish, faults } = view
  const errors = Object.entries(faults).map(([field, message]) => ({ field, message }))
  const techniques = self.framework.content.techniques.map(({ code, title }) => ({ value: code, label: title }))
  const here = self.found.value.find(({ technique }) => technique === wish.technique)
  const above = TECHNIQUE_LEVELS.slice(here === undefined ? 1 : TECHNIQUE_LEVELS.indexOf(here.level) + 1)
  return page({
    ...frameOf(person, '/skills'),
    title: 'Set a goal',
    hasErrors: errors.length > 0,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={errors} />
        <Heading
          back={{ href: '/skills/targets', label: 'Your goals' }}
          lead={here ? `You say that you are at ${here.level} now.` : 'Choose one thing. A small step is a good step.'}
        >
          Set a goal
        </Heading>
        <form class="flow" method="post" action="/skills/targets" novalidate>
          <Field
            name="technique"
            label="What do you want to get better at?"
            options={[{ value: '', label: 'Choose' }, ...techniques]}
            value={wish.technique}
            error={faults.technique}
          />
          <Choices
            name="level"
            legend="Which level do you want to reach?"
            type="radio"
            error={faults.level}
            options={above.map((level) => ({
              value: level,
              label: level,
              hint: selfWords().means[level],
              checked: level === wish.level,
            }))}
          />
          <Field
            name="by"
            label="By which day?"
            type="date"
            width="short"
            min={self.today}
            value={wish.by}
            error={faults.by}
          />
          <Button>Set this goal</Button>
        </form>
      </div>
    ),
  })
}
