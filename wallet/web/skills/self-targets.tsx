import type { Language } from '#platform'
import { TECHNIQUE_LEVELS } from '#skills'
import { Button, ButtonLink, Choices, Confirm, Empty, ErrorSummary, Field, Heading, page, translated } from '#web'
import { type SelfAssessment, techniqueOf } from '../../assess-self.ts'
import type { Person } from '../../records/person.ts'
import type { OwnProgress, TargetFaults, TargetWish } from '../../set-target.ts'
import { frameOf } from '../frame.ts'
import { selfTargetsWords } from './self-targets-words.ts'
import { selfWords } from './self-words.ts'

interface TargetsPage {
  person: Person
  self: SelfAssessment
  /** What language the techniques are in. */
  language: Language
  targets: readonly OwnProgress[]
  flash: string | undefined
}

/** What a person wants to reach, and how it stands. */
export const targetsPage = translated((view: TargetsPage): string => {
  const { person, self, targets, flash } = view
  const words = selfTargetsWords()
  const set = (
    <ButtonLink href="/skills/targets/new" icon="plus">
      {words.set}
    </ButtonLink>
  )
  return page({
    ...frameOf(person, '/skills'),
    title: words.title,
    flash,
    body: (
      <div class="flow">
        <Heading back={{ href: '/skills', label: words.back }} lead={words.lead} actions={targets.length > 0 && set}>
          {words.title}
        </Heading>
        {targets.length === 0 ? (
          <Empty title={words.none} icon="inbox" action={set}>
            {words.noneText}
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
}, languageOf)

/** Where the techniques have no words in the reader's language, the page has none either. */
function languageOf({ language }: { language: Language }) {
  return language
}

function Goal({ self, one }: { self: SelfAssessment; one: OwnProgress }) {
  const { target, name } = one
  const words = selfTargetsWords()
  const { technique } = techniqueOf(self.framework, target.technique)
  return (
    <article class="card flow">
      <h2>
        <a href={`/skills/progress?technique=${technique.code}`}>
          {technique.title}: {selfWords().levels[target.level]}
        </a>
      </h2>
      <p>{goalInWords(one)}</p>
      <Confirm
        id={`delete-${technique.code}-${target.by}-${target.setOn}`}
        trigger={words.delete}
        icon="trash-2"
        title={words.deleteTitle}
        action="/skills/targets/delete"
        confirmLabel={words.deleteIt}
        fields={{ name }}
      >
        <p>{words.deleteText}</p>
      </Confirm>
    </article>
  )
}

/** How a goal stands, in a sentence. */
export function goalInWords({ target, progress: { value } }: OwnProgress): string {
  const { state, reachedOn } = value
  const words = selfTargetsWords()
  if (state === 'reached') return words.reached(reachedOn ?? target.by)
  return state === 'overdue' ? words.overdue(target.by) : words.open(target.by, target.setOn)
}

interface TargetForm {
  person: Person
  self: SelfAssessment
  language: Language
  wish: TargetWish
  faults: TargetFaults
}

/** Asks what to reach, and by when. What is wrong is said in English only. */
export const targetFormPage = translated(
  (view: TargetForm): string => {
    const { person, self, wish, faults } = view
    const words = selfTargetsWords()
    const errors = Object.entries(faults).map(([field, message]) => ({ field, message }))
    const techniques = self.framework.content.techniques.map(({ code, title }) => ({ value: code, label: title }))
    const here = self.found.value.find(({ technique }) => technique === wish.technique)
    const above = TECHNIQUE_LEVELS.slice(here === undefined ? 1 : TECHNIQUE_LEVELS.indexOf(here.level) + 1)
    return page({
      ...frameOf(person, '/skills'),
      title: words.set,
      hasErrors: errors.length > 0,
      body: (
        <div class="narrow flow">
          <ErrorSummary errors={errors} />
          <Heading
            back={{ href: '/skills/targets', label: words.title }}
            lead={here ? words.atNow(selfWords().levels[here.level]) : words.smallStep}
          >
            {words.set}
          </Heading>
          <form class="flow" method="post" action="/skills/targets" novalidate>
            <Field
              name="technique"
              label={words.what}
              options={[{ value: '', label: words.choose }, ...techniques]}
              value={wish.technique}
              error={faults.technique}
            />
            <Choices
              name="level"
              legend={words.which}
              type="radio"
              error={faults.level}
              options={above.map((level) => ({
                value: level,
                label: selfWords().levels[level],
                hint: selfWords().means[level],
                checked: level === wish.level,
              }))}
            />
            <Field
              name="by"
              label={words.by}
              type="date"
              width="short"
              min={self.today}
              value={wish.by}
              error={faults.by}
            />
            <Button>{words.setThis}</Button>
          </form>
        </div>
      ),
    })
  },
  ({ language, faults }) => (Object.keys(faults).length === 0 ? language : 'en'),
)
