import { Icon } from './Icon.tsx'

interface StepsProps {
  steps: readonly { label: string; href?: string }[]
  /** Which step one is at, counted from 0. */
  current: number
}

/** Where one is in a task of several pages. Steps already taken may be links. */
export function Steps({ steps, current }: StepsProps) {
  return (
    <nav aria-label={`Step ${current + 1} of ${steps.length}`}>
      <ol class="steps">
        {steps.map(({ label, href }, index) => {
          const state = index < current ? 'done' : index === current ? 'here' : 'ahead'
          return (
            <li key={label} class={`step step-${state}`} aria-current={state === 'here' ? 'step' : undefined}>
              <span class="step-mark">{state === 'done' ? <Icon name="check" /> : index + 1}</span>
              {state === 'done' && href ? <a href={href}>{label}</a> : <span>{label}</span>}
              {state === 'done' && <span class="unseen"> (done)</span>}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
