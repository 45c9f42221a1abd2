import type { Answer, NextStep, NextStepCode, NextSteps } from '#skills'
import { Button, count, Field, hiddenBecause, nextSays, Sureness, Workings } from '#web'
import type { StepWish } from '../../skills/next.ts'
import type { ReadPassport } from '../../skills/read-passport.ts'

const KINDS: Readonly<Record<string, string>> = {
  renewal: 'Renewal',
  module: 'Module',
  unit: 'Unit',
  role: 'Job',
}

const TRAVEL = [
  { value: 'anywhere', label: 'Any distance' },
  { value: 'neighbouring', label: 'My area and the next' },
  { value: 'sameArea', label: 'My area only' },
]

interface NextProps {
  answer: Answer<NextSteps, NextStepCode>
  wish: StepWish
  passport: ReadPassport
  /** The page that this is on, and what else its address holds. */
  action: string
  kept: readonly (readonly [string, string])[]
}

/** What to do next: ranked, each with its reasons, and what the wishes hide with a count and why. */
export function Next({ answer, wish, passport: { known }, action, kept }: NextProps) {
  const { shown, hidden } = answer.value
  const areas = known.opportunities.flatMap(({ content }) => content.areas)
  const modes = [
    ...new Set(known.opportunities.flatMap(({ content }) => content.steps.flatMap(({ mode }) => mode ?? []))),
  ]
  const areaName = (code: string | null) => areas.find((one) => one.code === code)?.name ?? 'From anywhere'
  const titles = new Map([...shown, ...hidden].map(({ opportunity }) => [opportunity.id, opportunity.title]))
  return (
    <section class="flow" aria-labelledby="next">
      <h2 id="next">What to do next</h2>
      <form class="ask" method="get" action={`${action}#next`}>
        {kept.map(([name, value], index) => (
          <input key={`${name}${index}`} type="hidden" name={name} value={value} />
        ))}
        <Field
          name="area"
          label="Your area"
          width="medium"
          value={wish.area}
          options={[
            { value: '', label: 'Does not matter' },
            ...areas.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          either
        />
        <Field name="travel" label="How far" width="medium" value={wish.travel} options={TRAVEL} either />
        <Field
          name="mode"
          label="How you learn"
          width="medium"
          value={wish.mode}
          options={[{ value: '', label: 'Any way' }, ...modes.map((mode) => ({ value: mode, label: mode }))]}
          either
        />
        <Field
          name="budget"
          label="At most, in pounds"
          inputMode="numeric"
          width="short"
          maxLength={6}
          value={wish.budget}
          either
        />
        <Button variant="secondary">Show these</Button>
      </form>
      {shown.length === 0 && <p>Nothing that is known here goes with what you want.</p>}
      <ol class="flow">
        {shown.map((step) => (
          <Step key={step.opportunity.id} step={step} areaName={areaName} nameOf={known.nameOf} />
        ))}
      </ol>
      {hidden.length > 0 && (
        <details class="fold">
          <summary>{count(hidden.length, 'more is', 'more are')} hidden</summary>
          <ul>
            {hidden.map(({ opportunity, hiddenBecause: why }) => (
              <li key={opportunity.id}>
                <strong>{opportunity.title}</strong> {why.map((code) => hiddenBecause()[code]).join(', and ')}.
              </li>
            ))}
          </ul>
        </details>
      )}
      <p class="soft">
        From{' '}
        {known.opportunities.map(({ id, version, content }) => (
          <span key={id}>
            {id}, version {version} <Sureness of={content.confidence} />
          </span>
        ))}
        . Nothing of who you are is used.
      </p>
      <Workings
        answer={answer}
        says={nextSays(known.nameOf)}
        nameOf={(item) => titles.get(item) ?? item}
        title="How these were put in order"
      />
    </section>
  )
}

function Step({
  step: { opportunity, reasons, points },
  areaName,
  nameOf,
}: {
  step: NextStep
  areaName: (code: string | null) => string
  nameOf: (term: string) => string
}) {
  const { title, kind, area, mode, hours, credit, cost } = opportunity
  const says = nextSays(nameOf)
  const facts = [
    KINDS[kind] ?? kind,
    areaName(area),
    mode,
    hours !== undefined && count(hours, 'hour'),
    credit !== undefined && count(credit, 'credit'),
    cost === undefined ? 'cost not stated' : cost === 0 ? 'free' : `£${cost}`,
  ]
  return (
    <li>
      <strong>{title}</strong>
      <br />
      <span class="soft">{facts.filter((fact) => fact !== undefined && fact !== false).join(' · ')}</span>
      <ul>
        {reasons.map(({ code, values, points: own }) => (
          <li key={code}>
            {says[code](values)} <span class="soft">({own > 0 ? `+${own}` : own})</span>
          </li>
        ))}
      </ul>
      <span class="soft">{count(points, 'point')} in all</span>
    </li>
  )
}
