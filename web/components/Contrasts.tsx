import type { Contrast } from '#skills'
import { Sureness } from './Workings.tsx'

/** What to know of two kinds of learning beside each other: each sentence stands with where it is from. */
export function Contrasts({ contrasts }: { contrasts: readonly Contrast[] }) {
  return (
    <>
      {contrasts.map(({ id, title, one, other, sentences }) => (
        <section key={id} id={id} class="card flow" aria-labelledby={`${id}-title`}>
          <h3 id={`${id}-title`}>{title}</h3>
          <p class="soft">
            {one}, and: {other.charAt(0).toLowerCase() + other.slice(1)}
          </p>
          <ul class="flow">
            {sentences.map(({ text, source, confidence }) => (
              <li key={text}>
                {text}
                <br />
                <span class="soft">
                  Source: <cite>{source}</cite> <Sureness of={confidence} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
