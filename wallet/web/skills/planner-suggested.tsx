import { EnglishText } from '#web'
import type { PlanWish } from '../../skills/plan.ts'
import { planAt } from './planner.tsx'
import type { PlanPage } from './planner-shape.tsx'
import { shapeWords } from './planner-shape-words.tsx'
import { selfWords } from './self-words.ts'

/** Units that go with what the person says they can do. They count for nothing before they are awarded. */
export function Suggested({ view, unitName }: { view: PlanPage; unitName: (unit: string) => string }) {
  const { plan, passport, wish } = view
  const { ruleset, suggested, answer } = plan
  const { techniques } = passport.known
  const open = suggested.filter(({ unit }) => !wish.want.includes(unit))
  if (open.length === 0) return null
  const words = shapeWords()
  const at = planAt(ruleset.id, answer.value.qualification)
  return (
    <section class="flow" aria-labelledby="suggested">
      <h2 id="suggested">{words.suggested}</h2>
      <ul>
        {open.map(({ unit, technique, level }) => (
          <li key={unit}>
            {words.since(
              <EnglishText>{unitName(unit)}</EnglishText>,
              selfWords().levels[level],
              <EnglishText>{passport.known.nameOf(`${techniques.id}#${technique}`)}</EnglishText>,
            )}{' '}
            <a href={`${at}&${wished({ ...wish, want: [...wish.want, unit] })}#ways`}>
              {words.planWith}
              <span class="unseen">: {unitName(unit)}</span>
            </a>
          </li>
        ))}
      </ul>
      <p class="soft">{words.by(techniques.id, techniques.version)}</p>
    </section>
  )
}

function wished({ want, avoid, ownLevel, ownSize, registered }: PlanWish): URLSearchParams {
  return new URLSearchParams([
    ...want.map((unit) => ['want', unit]),
    ...avoid.map((unit) => ['avoid', unit]),
    ['ownLevel', ownLevel],
    ['ownSize', ownSize],
    ['registered', registered],
  ])
}
