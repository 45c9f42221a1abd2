import type { PlanWish } from '../../skills/plan.ts'
import { planAt } from './planner.tsx'
import type { PlanPage } from './planner-shape.tsx'

/** Units that go with what the person says they can do. They count for nothing before they are awarded. */
export function Suggested({ view, unitName }: { view: PlanPage; unitName: (unit: string) => string }) {
  const { plan, passport, wish } = view
  const { ruleset, suggested, answer } = plan
  const { techniques } = passport.known
  const open = suggested.filter(({ unit }) => !wish.want.includes(unit))
  if (open.length === 0) return null
  const at = planAt(ruleset.id, answer.value.qualification)
  return (
    <section class="flow" aria-labelledby="suggested">
      <h2 id="suggested">What you say you can do goes with these</h2>
      <ul>
        {open.map(({ unit, technique, level }) => (
          <li key={unit}>
            {unitName(unit)}, since you put yourself at {level} in{' '}
            {passport.known.nameOf(`${techniques.id}#${technique}`)}.{' '}
            <a href={`${at}&${wished({ ...wish, want: [...wish.want, unit] })}#ways`}>
              Plan with it<span class="unseen">: {unitName(unit)}</span>
            </a>
          </li>
        ))}
      </ul>
      <p class="soft">
        By {techniques.id}, version {techniques.version}. You were not awarded these.
      </p>
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
