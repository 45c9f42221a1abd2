import { count, formatDate, Heading, Icon } from '#web'
import type { ShownWork } from '../employer/shown-work.ts'

/** The headline where there is no credential at all: nothing is verified, and nothing is wrong. */
export function OnlyWork() {
  return (
    <Heading lead="There is no credential in it, so there is nothing to verify. What they say that they did is below.">
      Shown, and not verified
    </Heading>
  )
}

/** Who confirms a piece of work, by their own account: it is never said to be verified. */
export function ConfirmedBy({ work: { confirmedBy } }: { work: ShownWork }) {
  const [first, ...more] = confirmedBy
  return (
    <span class="marked">
      <Icon name="info" />
      <span>
        {first === undefined ? 'Their own word' : <Confirmer {...first} />}
        {more.length > 0 && `, and ${count(more.length, 'other')}`}
        <span class="soft"> (not checked by us)</span>
      </span>
    </span>
  )
}

function Confirmer({ by, relation }: { by: string; relation: string }) {
  if (by === '…') return <>Confirmed by somebody</>
  return (
    <>
      Confirmed by <bdi>{by}</bdi>
      {relation !== '' && (
        <>
          , who says they are: <bdi>{relation}</bdi>
        </>
      )}
    </>
  )
}

/** What somebody made or did, apart from what is verified. */
export function Work({ work }: { work: readonly ShownWork[] }) {
  return (
    <section class="flow" aria-labelledby="work">
      <h2 id="work">What they made or did</h2>
      <p class="soft">
        These are no credentials: the holder wrote them, nobody signed them, and we cannot verify them. Who confirmed
        them is what these people said of themselves.
      </p>
      {work.map(({ item, title, about, contribution, skill, withHelp, confirmedBy }) => (
        <article key={item} id={item} class="card flow">
          <h3>
            <bdi>{title}</bdi>
          </h3>
          {skill !== '' && (
            <p>
              Shows, in their words: <bdi>{skill}</bdi>
            </p>
          )}
          {about !== '' && <p class="prose">{about}</p>}
          {contribution !== '' && <p class="prose">{contribution}</p>}
          {withHelp && <p class="soft">Written down with somebody’s help.</p>}
          <ul class="plain">
            {confirmedBy.map(({ by, relation, on }, at) => (
              <li key={`${by}${at}`}>
                <Confirmer by={by} relation={relation} />
                {by !== '…' && `, ${formatDate(on)}`}
              </li>
            ))}
          </ul>
        </article>
      ))}
    </section>
  )
}
