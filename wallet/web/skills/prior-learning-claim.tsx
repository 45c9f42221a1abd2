import {
  Actions,
  Button,
  ButtonLink,
  Choices,
  Confirm,
  claimSays,
  DateText,
  Heading,
  Notice,
  page,
  translated,
  Workings,
} from '#web'
import type { ReadClaim } from '../../claim-prior-learning.ts'
import type { Person } from '../../records/person.ts'
import type { TimelineEntry } from '../../skills/timeline.ts'
import { frameOf } from '../frame.ts'
import { Marked } from './marked.tsx'
import { claimWords } from './prior-learning-claim-words.tsx'
import { priorLearningWords } from './prior-learning-words.ts'
import { WhoSaysSo } from './sureness.tsx'
import { surenessWords } from './sureness-words.ts'

const HERE = '/skills/prior-learning'

interface ClaimPage {
  person: Person
  read: ReadClaim
  flash: string | undefined
}

/** One claim: each outcome with what shows it, and what is missing. */
export const claimPage = translated(({ person, read, flash }: ClaimPage): string => {
  const words = claimWords()
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
          back={{ href: HERE, label: priorLearningWords().title }}
          lead={open === 0 ? words.allShown : words.openOnes(open, claim.outcomes.length)}
          actions={
            claim.sentOn === '' && (
              <ButtonLink href={`${here}/edit`} variant="secondary">
                {words.change}
              </ButtonLink>
            )
          }
        >
          <bdi>{claim.title}</bdi>
        </Heading>
        {claim.provider !== '' && <p>{words.for(<bdi>{claim.provider}</bdi>)}</p>}
        <Notice title={words.whoDecides}>{claimSays()['claim.rests']({})}</Notice>
        <ol class="timeline">
          {claim.outcomes.map(({ text, shownBy }, at) => (
            <li key={at}>
              <p class="soft">{words.outcome(at + 1)}</p>
              <div>
                <h2>
                  <bdi>{text}</bdi>
                </h2>
                {shownBy.length === 0 && <Marked icon="circle-minus">{words.nothingYet}</Marked>}
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
                    {shownBy.length === 0 ? words.putTo : words.changeOne}
                    <span class="unseen"> {words.forOutcome(at + 1)}</span>
                  </a>
                </p>
              )}
            </li>
          ))}
        </ol>
        <HandOver read={read} />
        <Sent read={read} />
        <Workings
          answer={answer}
          says={claimSays()}
          nameOf={(item) => <bdi>{thingOf(item)?.title ?? words.gone}</bdi>}
        />
        <Confirm
          id="delete"
          trigger={words.delete}
          icon="trash-2"
          title={words.deleteTitle}
          action={`${here}/delete`}
          confirmLabel={words.deleteIt}
        >
          <p>{words.whatStays}</p>
        </Confirm>
      </div>
    ),
  })
})

function Thing({ thing }: { thing: TimelineEntry | undefined }) {
  const words = claimWords()
  if (thing === undefined) return <Marked icon="circle-minus">{words.gone}</Marked>
  return (
    <span class="skill-marks">
      <a href={thing.href}>
        <bdi>{thing.title}</bdi>
      </a>
      <WhoSaysSo sureness={thing.sureness}>{thing.sureness === 'ended' && words.doesNotCount}</WhoSaysSo>
    </span>
  )
}

/** A claim goes out on paper; its credentials by a link, so that whoever decides can check them. */
function HandOver({ read: { name, claim, things } }: { read: ReadClaim }) {
  const words = claimWords()
  const used = new Set(claim.outcomes.flatMap(({ shownBy }) => shownBy))
  const ids = things.flatMap(({ item, href }) =>
    used.has(item) && item.startsWith('credential ') ? [href.slice('/credentials/'.length)] : [],
  )
  const query = new URLSearchParams(ids.map((id) => ['credential', id]))
  return (
    <section class="flow">
      <h2>{words.handOver}</h2>
      <p>{words.whatIsInIt}</p>
      <Actions>
        <ButtonLink href={`${HERE}/${name}/claim.pdf`} icon="download" download>
          {words.savePdf}
        </ButtonLink>
        {ids.length > 0 && (
          <ButtonLink href={`/shares/new?${query}`} variant="secondary" icon="share-2">
            {words.makeLink}
          </ButtonLink>
        )}
      </Actions>
    </section>
  )
}

/** Whether it was sent: from then on it stays as whoever decides got it. */
function Sent({ read: { name, claim } }: { read: ReadClaim }) {
  const words = claimWords()
  if (claim.sentOn !== '') {
    return (
      <section class="flow">
        <h2>{words.sent}</h2>
        <p>{words.sentOn(<DateText value={claim.sentOn} />)}</p>
        <form method="post" action={`${HERE}/${name}/copy`}>
          <Button variant="secondary" icon="copy">
            {words.makeCopy}
          </Button>
        </form>
      </section>
    )
  }
  return (
    <section class="flow">
      <h2>{words.haveYouSent}</h2>
      <p>{words.sayIfSent}</p>
      <form method="post" action={`${HERE}/${name}/sent`}>
        <Button variant="secondary" icon="check">
          {words.iSent}
        </Button>
      </form>
    </section>
  )
}

interface OutcomePage {
  person: Person
  read: ReadClaim
  at: number
}

/** Asks what shows one outcome. */
export const outcomePage = translated(({ person, read, at }: OutcomePage): string => {
  const words = claimWords()
  const outcome = read.claim.outcomes[at]
  const here = `${HERE}/${read.name}`
  return page({
    ...frameOf(person, '/skills'),
    title: words.outcome(at + 1),
    body: (
      <div class="narrow flow">
        <Heading back={{ href: here, label: <bdi>{read.claim.title}</bdi> }}>
          <bdi>{outcome?.text}</bdi>
        </Heading>
        {read.things.length === 0 ? (
          <Notice title={words.nothingToPut}>{words.addSomething}</Notice>
        ) : (
          <form class="flow" method="post" action={`${here}/outcomes/${at + 1}`}>
            <Choices
              name="item"
              legend={words.whatShows}
              hint={words.mayShowSeveral}
              type="checkbox"
              options={read.things.map((thing) => ({
                value: thing.item,
                label: <bdi>{thing.title}</bdi>,
                hint: <About thing={thing} />,
                checked: outcome?.shownBy.includes(thing.item) ?? false,
              }))}
            />
            <Button>{words.save}</Button>
          </form>
        )}
        <Actions>
          <ButtonLink href="/portfolio/new" variant="secondary" icon="plus">
            {words.addWork}
          </ButtonLink>
        </Actions>
      </div>
    ),
  })
})

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
