import { summarise } from '#credential'
import { Button, Choices, ErrorSummary, Field, Heading, page, translated } from '#web'
import { HANDOVER_DAYS, type HandoverChoices, type HandoverFault, type HandoverWish } from '../hand-over.ts'
import { NUDGE_DAYS } from '../nudge-adviser.ts'
import { confirmedNow } from '../portfolio.ts'
import type { Person } from '../records/person.ts'
import { revealsOf } from '../reveals.ts'
import { frameOf } from './frame.ts'
import { handoverFormWords } from './handover-form-words.ts'

interface HandoverForm {
  person: Person
  choices: HandoverChoices
  wish: HandoverWish
  /** The fields in which something is wrong. */
  faults: readonly HandoverFault[]
}

/** Asks what goes along to a school or college, what comes next, how to reach the learner, and who may be told. */
export const handoverFormPage = translated(({ person, ...form }: HandoverForm): string => {
  const words = handoverFormWords()
  const { faults, choices } = form
  // Where there is nothing to tick, what can be put right is the plan.
  const placeOf = (field: HandoverFault) =>
    field === 'credential' && choices.credentials.length === 0 ? 'plan' : field
  const errors = faults.map((field) => ({ field: placeOf(field), message: words.faults[field] }))
  return page({
    ...frameOf(person, '/shares'),
    title: words.title,
    hasErrors: faults.length > 0,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={errors} />
        <Heading back={{ href: '/shares', label: words.back }} lead={words.lead}>
          {words.title}
        </Heading>
        <form class="flow" method="post" action="/handover" novalidate>
          <Field
            name="audience"
            label={words.audience}
            hint={words.audienceHint}
            autocomplete="off"
            maxLength={120}
            value={form.wish.audience}
            error={faultOf('audience', faults)}
          />
          <Along {...form} />
          <Contact {...form} />
          <Adviser {...form} />
          <Button icon="link">{words.make}</Button>
        </form>
      </div>
    ),
  })
})

const faultOf = (field: HandoverFault, faults: readonly HandoverFault[]) =>
  faults.includes(field) ? handoverFormWords().faults[field] : undefined

type Part = Omit<HandoverForm, 'person'>

/** What goes along. */
function Along({ choices, wish, faults }: Part) {
  const words = handoverFormWords()
  const { credentials, work, targets } = choices
  return (
    <>
      <Choices
        name="credential"
        legend={words.credentials}
        type="checkbox"
        hint={credentials.length === 0 ? words.noCredentials : undefined}
        error={faultOf('credential', faults)}
        options={credentials.map(({ id, received, shown }) => {
          const { title, issuer } = summarise(shown)
          const reveals = revealsOf(received.credential)
          const hint = (
            <>
              <bdi>{issuer.name ?? issuer.id}</bdi>
              {reveals.length > 0 && <>. {words.reveals(reveals)}</>}
            </>
          )
          return { value: id, label: <bdi>{title}</bdi>, hint, checked: wish.credential.includes(id) }
        })}
      />
      {work.length > 0 && (
        <Choices
          name="work"
          legend={words.work}
          type="checkbox"
          hint={words.workHint}
          options={work.map((entry) => ({
            value: entry.name,
            label: <bdi>{entry.item.title}</bdi>,
            hint: (
              <bdi>
                {confirmedNow(entry)
                  .map(({ by }) => by)
                  .join(', ')}
              </bdi>
            ),
            checked: wish.work.includes(entry.name),
          }))}
        />
      )}
      {targets.length > 0 && (
        <Choices
          name="target"
          legend={words.targets}
          type="checkbox"
          hint={words.targetsHint}
          options={targets.map(({ name, title, by }) => ({
            value: name,
            label: <bdi>{title}</bdi>,
            ...(by === null ? {} : { hint: words.by(by) }),
            checked: wish.target.includes(name),
          }))}
        />
      )}
      <Field
        name="plan"
        label={words.plan}
        hint={words.planHint}
        rows={5}
        required={false}
        value={wish.plan}
        error={faultOf('plan', faults)}
      />
    </>
  )
}

/** Who it is from, and for how long. */
function Contact({ wish, faults }: Part) {
  const words = handoverFormWords()
  return (
    <>
      <Field
        name="name"
        label={words.name}
        hint={words.nameHint}
        autocomplete="name"
        maxLength={120}
        value={wish.name}
        error={faultOf('name', faults)}
      />
      <Field
        name="reach"
        label={words.reach}
        hint={words.reachHint}
        maxLength={200}
        value={wish.reach}
        error={faultOf('reach', faults)}
      />
      <Choices
        name="lasts"
        legend={words.lasts}
        type="radio"
        error={faultOf('lasts', faults)}
        options={HANDOVER_DAYS.map((days) => ({
          value: String(days),
          label: words.days(days),
          checked: String(days) === wish.lasts,
        }))}
      />
    </>
  )
}

/** Who may be told that nobody has it, and just what. */
function Adviser({ wish, faults }: Part) {
  const words = handoverFormWords()
  return (
    <section class="card flow" aria-labelledby="adviser-title">
      <h2 id="adviser-title">{words.adviserTitle}</h2>
      <p>{words.adviserLead(NUDGE_DAYS)}</p>
      <ul>
        {words.adviserTells.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <p>{words.adviserNever}</p>
      <Field
        name="adviser"
        label={words.adviser}
        hint={words.adviserHint}
        type="email"
        autocomplete="off"
        required={false}
        value={wish.adviser}
        error={faultOf('adviser', faults)}
      />
      <Choices
        name="mayTell"
        legend={words.consent}
        type="checkbox"
        error={faultOf('mayTell', faults)}
        options={[{ value: 'yes', label: words.mayTell, checked: wish.mayTell }]}
      />
    </section>
  )
}
