import { formatDate, Heading, Icon } from '#web'
import type { ShownWork } from '../employer/shown-work.ts'
import { employerWords } from './employer-words.tsx'

/** The headline where there is no credential at all: nothing is verified, and nothing is wrong. */
export function OnlyWork() {
  const words = employerWords()
  return <Heading lead={words.notVerifiedLead}>{words.notVerified}</Heading>
}

/** Who confirms a piece of work, by their own account: it is never said to be verified. */
export function ConfirmedBy({ work: { confirmedBy } }: { work: ShownWork }) {
  const words = employerWords()
  const [first, ...more] = confirmedBy
  return (
    <span class="marked">
      <Icon name="info" />
      <span>
        {first === undefined ? words.ownWord : <Confirmer {...first} />}
        {more.length > 0 && words.others(more.length)}
        <span class="soft">{words.notCheckedByUs}</span>
      </span>
    </span>
  )
}

function Confirmer({ by, relation }: { by: string; relation: string }) {
  const words = employerWords()
  return <>{by === '…' ? words.confirmedBySomebody : words.confirmedBy({ by, relation })}</>
}

/** What somebody made or did, apart from what is verified. */
export function Work({ work }: { work: readonly ShownWork[] }) {
  const words = employerWords()
  return (
    <section class="flow" aria-labelledby="work">
      <h2 id="work">{words.work}</h2>
      <p class="soft">{words.workLead}</p>
      {work.map(({ item, title, about, contribution, skill, withHelp, confirmedBy }) => (
        <article key={item} id={item} class="card flow">
          <h3>
            <bdi>{title}</bdi>
          </h3>
          {skill !== '' && (
            <p>
              {words.showsInTheirWords} <bdi>{skill}</bdi>
            </p>
          )}
          {about !== '' && <p class="prose">{about}</p>}
          {contribution !== '' && <p class="prose">{contribution}</p>}
          {withHelp && <p class="soft">{words.withHelp}</p>}
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
