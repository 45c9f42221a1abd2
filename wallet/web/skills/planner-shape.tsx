import { Button, EnglishText, englishIn, Field, Icon, language } from '#web'
import type { Person } from '../../records/person.ts'
import type { Plan, PlanWish } from '../../skills/plan.ts'
import type { AskedDay, ReadPassport } from '../../skills/read-passport.ts'
import { planAt } from './planner.tsx'
import { shapeWords } from './planner-shape-words.tsx'

/** What a page of a plan is made of. */
export interface PlanPage {
  person: Person
  passport: ReadPassport
  plan: Plan
  wish: PlanWish
  registered: AskedDay
}

const OWN_LEVELS = ['', '1', '2', '3']

type UnitName = (unit: string) => string

/** What somebody wants to have in a plan, and what not: each wish can be taken back. */
export function Shape({ view, unitName }: { view: PlanPage; unitName: UnitName }) {
  const words = shapeWords()
  const { plan, wish, registered } = view
  const { ruleset, answer } = plan
  const { sizeUnit, qualification } = answer.value
  const heldUnits = new Set(plan.units.holdings.map(({ unit }) => unit))
  const units = ruleset.content.units
    .filter(({ id }) => !heldUnits.has(id))
    .map(({ id }) => ({ value: id, label: unitName(id), lang: englishIn(language()) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, 'en'))
  const options = [{ value: '', label: words.chooseUnit }, ...units]
  return (
    <section class="flow" aria-labelledby="shape">
      <h2 id="shape">{words.title}</h2>
      <Wishes title={words.want} name="want" units={wish.want} view={view} unitName={unitName} />
      <Wishes title={words.avoid} name="avoid" units={wish.avoid} view={view} unitName={unitName} />
      <form class="flow" method="get" action="/skills/itq#ways">
        <input type="hidden" name="target" value={`${ruleset.id}#${qualification}`} />
        {wish.want.map((unit) => (
          <input key={`want${unit}`} type="hidden" name="want" value={unit} />
        ))}
        {wish.avoid.map((unit) => (
          <input key={`avoid${unit}`} type="hidden" name="avoid" value={unit} />
        ))}
        <Field name="addWant" label={words.addWant} width="medium" options={options} either />
        <Field name="addAvoid" label={words.addAvoid} width="medium" options={options} either />
        <div class="ask">
          <Field
            name="ownLevel"
            label={words.ownUnit}
            width="medium"
            options={OWN_LEVELS.map((value) => ({ value, label: value === '' ? words.none : words.atLevel(value) }))}
            value={wish.ownLevel}
            either
          />
          <Field
            name="ownSize"
            label={sizeUnit === 'points' ? words.points : words.credits}
            inputMode="numeric"
            width="short"
            maxLength={3}
            value={wish.ownSize}
            either
          />
        </div>
        <Field
          name="registered"
          label={words.registered}
          hint={words.registeredHint}
          type="date"
          width="medium"
          value={registered.written}
          error={registered.fault}
          either
        />
        <Button variant="secondary">{words.plan}</Button>
      </form>
    </section>
  )
}

function Wishes({
  title,
  name,
  units,
  view,
  unitName,
}: {
  title: string
  name: 'want' | 'avoid'
  units: readonly string[]
  view: PlanPage
  unitName: UnitName
}) {
  if (units.length === 0) return null
  return (
    <div>
      <p>
        <strong>{title}</strong>
      </p>
      <ul class="lines">
        {units.map((unit) => (
          <li key={unit}>
            <span>
              <EnglishText>{unitName(unit)}</EnglishText>
            </span>
            <a href={without(view, name, unit)}>
              <Icon name="x" /> {shapeWords().takeBack}
              <span class="unseen">: {unitName(unit)}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The address of the same plan without one wish. */
function without({ plan, wish }: PlanPage, name: 'want' | 'avoid', unit: string): string {
  const kept = new URLSearchParams()
  for (const each of ['want', 'avoid'] as const) {
    for (const one of wish[each]) if (each !== name || one !== unit) kept.append(each, one)
  }
  if (wish.ownLevel !== '') kept.append('ownLevel', wish.ownLevel)
  if (wish.ownSize !== '') kept.append('ownSize', wish.ownSize)
  kept.append('registered', wish.registered)
  return `${planAt(plan.ruleset.id, plan.answer.value.qualification)}&${kept.toString()}#shape`
}
