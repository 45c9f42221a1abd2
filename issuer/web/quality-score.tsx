import { Met } from '#web'
import type { Quality, QualityCode } from '../quality.ts'

/** What stands there where it is met, and what to do where it is not. */
const WORDS: Readonly<Record<QualityCode, readonly [met: string, open: string]>> = {
  'skill.stated': ['It names its skills.', 'Name the skills that it shows.'],
  'skill.addressed': [
    'Each skill has an address in a framework.',
    'Give each skill its address in a framework, so that others know which one is meant.',
  ],
  'level.stated': [
    'It has a level of a framework.',
    'Choose its level in a framework. Without one nobody can compare it.',
  ],
  'assessment.stated': ['It says how it is assessed.', 'Say how it is assessed by somebody other than the learner.'],
  'body.another': [
    'Somebody beside you awards, verifies or regulates it.',
    'Name who verifies or regulates it, if anyone does.',
  ],
  'currency.stated': ['It says how long it holds.', 'Say how long it holds, or that it does not expire.'],
  'assurance.stated': ['It says how far the result is assured.', 'Say how far the result is assured.'],
  'gaps.explained': [
    'Whatever does not apply is explained.',
    'Say in words why each field that is left empty does not apply.',
  ],
}

/** How much an achievement says of what makes its awards comparable, with what to mend. */
export function QualityScore({ quality: { points, of, reasons } }: { quality: Quality }) {
  return (
    <section class="flow">
      <h2>
        Quality: {points} of {of}
      </h2>
      <p>Only you see this. The more an award says, the more it counts elsewhere.</p>
      <ul class="plain">
        {reasons.map(({ code, isMet }) => (
          <li key={code} class="rule">
            <Met isMet={isMet} />
            <span>{WORDS[code][isMet ? 0 : 1]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
