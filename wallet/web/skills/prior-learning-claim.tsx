import {
  Actions,
  Button,
  ButtonLink,
  Choices,
  Confirm,
  claimSays,
  count,
  DateText,
  Heading,
  Notice,
  page,
  Workings,
} from '#web'
import type { ReadClaim } from '../../claim-prior-learning.ts'
import type { Person } from '../../records/person.ts'
import type { TimelineEntry } from '../../skills/timeline.ts'
import { frameOf } from '../frame.ts'
import { Marked } from './marked.tsx'
import { WhoSaysSo } from './sureness.tsx'
import { surenessWords } from './sureness-words.ts'

const HERE = '/skills/prior-learning'
const GONE = 'Something that is not in your passport any more'

/** One claim: each outcome with what shows it, and what is missing. */
export function claimPage(view: { person: Person; read: ReadClaim; flash: string | undefined }): string {
  const { person, read, flash } = view
  const { name, claim, answer, things } = read
  const here = `${HERE}/${name}`
  const open = answer.value.filter(({ evidence }) => evidence.length === 0).length
  const thingOf = (item: string) => things.find((one) => one.item === item)
  return page({
    ...frameOf(person, '/skills'),
    title: claim.title,
    flash,
    body: (
      <div class="flow">
        <Heading
          back={{ href: HERE, label: 'What you learnt already' }}
          lead={
            open === 0
              ? 'Something is put to every outcome.'
              : `${count(open, 'outcome')} of ${claim.outcomes.length} ${open === 1 ? 'has' : 'have'} nothing yet.`
          }
          actions={
            claim.sentOn === '' && (
              <ButtonLink href={`${here}/edit`} variant="secondary">
                Change it
              </ButtonLink>
            )
          }
        >
          <bdi>{claim.title}</bdi>
        </Heading>
        {claim.provider !== '' && (
          <p>
            For <bdi>{claim.provider}</bdi>
          </p>
        )}
        <Notice title="Who decides">{claimSays()['claim.rests']({})}</Notice>
        <ol class="timeline">
          {claim.outcomes.map(({ text, shownBy }, at) => (
            <li key={at}>
              <p class="soft">Outcome {at + 1}</p>
              <div>
                <h2>
                  <bdi>{text}</bdi>
                </h2>
                {shownBy.length === 0 && <Marked icon="circle-minus">Nothing yet</Marked>}
                <ul class="plain">
                  {shownBy.map((item) => (
                    <li key={item}>
                      <Thing thing={thingOf(item)} />
                    </li>
                  ))}
                </ul>
              </div>
              {claim.sentOn === '' && (
                <p>
                  <a href={`${here}/outcomes/${at + 1}`}>
                    {shownBy.length === 0 ? 'Put something to it' : 'Change'}
                    <span class="unseen"> for outcome {at + 1}</span>
                  </a>
                </p>
              )}
            </li>
          ))}
        </ol>
        <HandOver read={read} />
        <Sent read={read} />
        <Workings answer={answer} says={claimSays()} nameOf={(item) => <bdi>{thingOf(item)?.title ?? GONE}</bdi>} />
        <Confirm
          id="delete"
          trigger="Delete"
          icon="trash-2"
          title="Delete this claim?"
          action={`${here}/delete`}
          confirmLabel="Delete it"
        >
          <p>What you put to its outcomes stays in your passport.</p>
        </Confirm>
      </div>
    ),
  })
}

function Thing({ thing }: { thing: TimelineEntry | undefined }) {
  if (thing === undefined) return <Marked icon="circle-minus">{GONE}</Marked>
  return (
    <span class="skill-marks">
      <a href={thing.href}>
        <bdi>{thing.title}</bdi>
      </a>
      <WhoSaysSo sureness={thing.sureness}>{thing.sureness === 'ended' && ', so it does not count here'}</WhoSaysSo>
    </span>
  )
}

/** A claim goes out on paper; its credentials by a link, so that whoever decides can check them. */
function HandOver({ read: { name, claim, things } }: { read: ReadClaim }) {
  const used = new Set(claim.outcomes.flatMap(({ shownBy }) => shownBy))
  const ids = things.flatMap(({ item, href }) =>
    used.has(item) && item.startsWith('credential ') ? [href.slice('/credentials/'.length)] : [],
  )
  const query = new URLSearchParams(ids.map((id) => ['credential', id]))
  return (
    <section class="flow">
      <h2>Hand it over</h2>
      <p>The document lists each outcome with what shows it. Whoever decides can check credentials by a link.</p>
      <Actions>
        <ButtonLink href={`${HERE}/${name}/claim.pdf`} icon="download" download>
          Save as a PDF
        </ButtonLink>
        {ids.length > 0 && (
          <ButtonLink href={`/shares/new?${query}`} variant="secondary" icon="share-2">
            Make a link to its credentials
          </ButtonLink>
        )}
      </Actions>
    </section>
  )
}

/** Whether it was sent: from then on it stays as whoever decides got it. */
function Sent({ read: { name, claim } }: { read: ReadClaim }) {
  if (claim.sentOn !== '') {
    return (
      <section class="flow">
        <h2>Sent</h2>
        <p>
          You sent it on <DateText value={claim.sentOn} />, and it stays as it was then.
        </p>
        <form method="post" action={`${HERE}/${name}/copy`}>
          <Button variant="secondary" icon="copy">
            Make a copy to change
          </Button>
        </form>
      </section>
    )
  }
  return (
    <section class="flow">
      <h2>Have you sent it?</h2>
      <p>Say so here, and it stays as it is, so that you both speak of the same.</p>
      <form method="post" action={`${HERE}/${name}/sent`}>
        <Button variant="secondary" icon="check">
          I have sent it
        </Button>
      </form>
    </section>
  )
}

/** Asks what shows one outcome. */
export function outcomePage(view: { person: Person; read: ReadClaim; at: number }): string {
  const { person, read, at } = view
  const outcome = read.claim.outcomes[at]
  const here = `${HERE}/${read.name}`
  return page({
    ...frameOf(person, '/skills'),
    title: `Outcome ${at + 1}`,
    body: (
      <div class="narrow flow">
        <Heading back={{ href: here, label: read.claim.title }}>
          <bdi>{outcome?.text}</bdi>
        </Heading>
        {read.things.length === 0 ? (
          <Notice title="There is nothing to put to it yet">
            Add a certificate, or something that you made or did.
          </Notice>
        ) : (
          <form class="flow" method="post" action={`${here}/outcomes/${at + 1}`}>
            <Choices
              name="item"
              legend="What shows it?"
              hint="One thing may show several outcomes."
              type="checkbox"
              options={read.things.map((thing) => ({
                value: thing.item,
                label: <bdi>{thing.title}</bdi>,
                hint: <About thing={thing} />,
                checked: outcome?.shownBy.includes(thing.item) ?? false,
              }))}
            />
            <Button>Save</Button>
          </form>
        )}
        <Actions>
          <ButtonLink href="/portfolio/new" variant="secondary" icon="plus">
            Add something that I did
          </ButtonLink>
        </Actions>
      </div>
    ),
  })
}

function About({ thing: { by, on, sureness } }: { thing: TimelineEntry }) {
  return (
    <>
      {by !== null && (
        <>
          <bdi>{by}</bdi>.{' '}
        </>
      )}
      {on !== null && (
        <>
          <DateText value={on} />.{' '}
        </>
      )}
      {surenessWords()[sureness]}
    </>
  )
}
