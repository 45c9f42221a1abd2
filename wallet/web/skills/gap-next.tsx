import type { Answer, NextStep, NextStepCode, NextSteps } from '#skills'
import { Button, EnglishText, Field, hiddenBecause, nextSays, Sureness, Workings } from '#web'
import type { StepWish } from '../../skills/next.ts'
import type { ReadPassport } from '../../skills/read-passport.ts'
import { gapNextWords } from './gap-next-words.ts'

const TRAVEL = ['anywhere', 'neighbouring', 'sameArea'] as const

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
  const words = gapNextWords()
  const { shown, hidden } = answer.value
  const areas = known.opportunities.flatMap(({ content }) => content.areas)
  const modes = [
    ...new Set(known.opportunities.flatMap(({ content }) => content.steps.flatMap(({ mode }) => mode ?? []))),
  ]
  const areaName = (code: string | null) => areas.find((one) => one.code === code)?.name
  const titles = new Map([...shown, ...hidden].map(({ opportunity }) => [opportunity.id, opportunity.title]))
  return (
    <section class="flow" aria-labelledby="next">
      <h2 id="next">{words.title}</h2>
      <form class="ask" method="get" action={`${action}#next`}>
        {kept.map(([name, value], index) => (
          <input key={`${name}${index}`} type="hidden" name={name} value={value} />
        ))}
        <Field
          name="area"
          label={words.area}
          width="medium"
          value={wish.area}
          options={[
            { value: '', label: words.noMatter },
            ...areas.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          either
        />
        <Field
          name="travel"
          label={words.howFar}
          width="medium"
          value={wish.travel}
          options={TRAVEL.map((value) => ({ value, label: words.travel[value] }))}
          either
        />
        <Field
          name="mode"
          label={words.howLearnt}
          width="medium"
          value={wish.mode}
          options={[{ value: '', label: words.anyWay }, ...modes.map((mode) => ({ value: mode, label: mode }))]}
          either
        />
        <Field
          name="budget"
          label={words.budget}
          inputMode="numeric"
          width="short"
          maxLength={6}
          value={wish.budget}
          either
        />
        <Button variant="secondary">{words.showThese}</Button>
      </form>
      {shown.length === 0 && <p>{words.nothing}</p>}
      <ol class="flow">
        {shown.map((step) => (
          <Step key={step.opportunity.id} step={step} areaName={areaName} nameOf={known.nameOf} />
        ))}
      </ol>
      {hidden.length > 0 && (
        <details class="fold">
          <summary>{words.hidden(hidden.length)}</summary>
          <ul>
            {hidden.map(({ opportunity, hiddenBecause: why }) => (
              <li key={opportunity.id}>
                <strong>
                  <EnglishText>{opportunity.title}</EnglishText>
                </strong>{' '}
                {why.map((code) => hiddenBecause()[code]).join(words.and)}.
              </li>
            ))}
          </ul>
        </details>
      )}
      <p class="soft">
        {words.from}{' '}
        {known.opportunities.map(({ id, version, content }) => (
          <span key={id}>
            {id}, {words.version(version)} <Sureness of={content.confidence} />
          </span>
        ))}
        . {words.nothingOfYou}
      </p>
      <Workings
        answer={answer}
        says={nextSays(known.nameOf)}
        nameOf={(item) => titles.get(item) ?? item}
        title={words.inOrder}
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
  areaName: (code: string | null) => string | undefined
  nameOf: (term: string) => string
}) {
  const { title, kind, area, mode, hours, credit, cost } = opportunity
  const says = nextSays(nameOf)
  const words = gapNextWords()
  const named = areaName(area)
  const facts = [
    words.kinds[kind],
    named === undefined ? words.fromAnywhere : <EnglishText>{named}</EnglishText>,
    mode !== undefined && <EnglishText>{mode}</EnglishText>,
    hours !== undefined && words.hours(hours),
    credit !== undefined && words.credits(credit),
    cost === undefined ? words.costUnknown : cost === 0 ? words.free : `£${cost}`,
  ].filter((fact) => fact !== false)
  return (
    <li>
      <strong>
        <EnglishText>{title}</EnglishText>
      </strong>
      <br />
      <span class="soft">
        {facts.map((fact, at) => (
          <span key={at}>
            {at > 0 && ' · '}
            {fact}
          </span>
        ))}
      </span>
      <ul>
        {reasons.map(({ code, values, points: own }) => (
          <li key={code}>
            {says[code](values)} <span class="soft">({own > 0 ? `+${own}` : own})</span>
          </li>
        ))}
      </ul>
      <span class="soft">{words.points(points)}</span>
    </li>
  )
}
