import { summarise } from '#credential'
import type { JsonObject } from '#platform'
import { Button, CredentialCard, Field, formatDate, Heading, Notice, page, SummaryList, translated } from '#web'
import type { PortfolioEntry } from '../portfolio.ts'
import type { Handover } from '../records/handovers.ts'
import type { Share } from '../records/shares.ts'
import type { ShownCredential } from '../shown-copies.ts'
import { PUBLIC } from './frame.ts'
import { handoverWords } from './handover-open-words.tsx'
import { Work } from './public-share.tsx'

type Received = NonNullable<Handover['received']>

/** What the link of a transition pack opens: for whom it is and until when; nothing of the person, nothing of what it is. */
export const handoverInvitationPage = translated(({ share, token }: { share: Share; token: string }): string => {
  const words = handoverWords()
  return page({
    ...PUBLIC,
    title: words.invitation,
    body: (
      <div class="narrow flow">
        <Heading lead={words.someone(<bdi>{share.audience}</bdi>, formatDate(share.expiresAt))}>
          {words.invitation}
        </Heading>
        <form method="post" action={`/s/${token}`}>
          <Button>{words.open}</Button>
        </form>
        <p class="soft">{words.noAccount}</p>
      </div>
    ),
  })
})

interface OpenedHandover {
  share: Share
  handover: NonNullable<Share['handover']>
  received: Handover['received']
  shown: readonly ShownCredential[]
  work: readonly PortfolioEntry[]
  presentation: JsonObject
  token: string
  verifierUrl: string
}

/** What a learner hands over, and the button that says that it has arrived. */
export const handoverOpenedPage = translated((view: OpenedHandover): string => {
  const { share, handover, received, shown, work, presentation, token, verifierUrl } = view
  const { contact, plan, targets } = handover
  const words = handoverWords()
  return page({
    ...PUBLIC,
    title: words.title,
    body: (
      <div class="flow">
        <Heading lead={words.madeFor(<bdi>{share.audience}</bdi>, formatDate(share.createdAt))}>
          <bdi>{contact.name}</bdi>
        </Heading>
        <SummaryList rows={[{ label: words.contact, value: <bdi>{contact.reach}</bdi> }]} />
        <Arrived received={received} token={token} />
        {plan !== '' && (
          <section class="flow" aria-labelledby="next">
            <h2 id="next">{words.next}</h2>
            <p class="prose">{plan}</p>
            <p class="soft">{words.ownWords}</p>
          </section>
        )}
        {targets.length > 0 && (
          <section class="flow" aria-labelledby="goals">
            <h2 id="goals">{words.goals}</h2>
            <ul>
              {targets.map(({ title, by }) => (
                <li key={`${title} ${by ?? ''}`}>
                  <bdi>{title}</bdi>
                  {by !== null && <span class="soft"> {words.by(by)}</span>}
                </li>
              ))}
            </ul>
          </section>
        )}
        {shown.length > 0 && (
          <section class="flow" aria-labelledby="credentials">
            <h2 id="credentials">{words.credentials}</h2>
            <p>{words.notChecked}</p>
            <form method="post" action={`${verifierUrl}/check`} enctype="multipart/form-data">
              <input type="hidden" name="text" value={JSON.stringify(presentation)} />
              <Button icon="shield-check" variant="secondary">
                {words.check}
              </Button>
            </form>
            {shown.map(({ id, shown: copy }) => (
              <CredentialCard key={id} summary={summarise(copy)} unproven />
            ))}
          </section>
        )}
        {work.length > 0 && <Work entries={work} />}
      </div>
    ),
  })
})

/** Asks whether it has arrived, or says who has it. */
function Arrived({ received, token }: Pick<OpenedHandover, 'received' | 'token'>) {
  const words = handoverWords()
  if (received !== null) {
    return (
      <Notice tone="done">
        {words.receivedBy(<bdi>{received.by}</bdi>, formatDate(received.at))}. {words.theySee}
      </Notice>
    )
  }
  return (
    <section class="card flow" aria-labelledby="arrived">
      <h2 id="arrived">{words.arrived}</h2>
      <p>{words.tellThem}</p>
      <form class="flow" method="post" action={`/s/${token}/acknowledge`} novalidate>
        <Field
          name="by"
          label={words.name}
          hint={words.nameHint}
          autocomplete="name"
          width="medium"
          maxLength={120}
          required={false}
        />
        <Button icon="check">{words.received}</Button>
      </form>
    </section>
  )
}

/** Thanks, and what the learner now sees. */
export const acknowledgedPage = translated(
  ({ share, received, token }: { share: Share; received: Received; token: string }): string => {
    const words = handoverWords()
    const name = share.handover?.contact.name ?? ''
    return page({
      ...PUBLIC,
      title: words.thanks,
      body: (
        <div class="narrow flow">
          <Heading lead={words.nowSee(<bdi>{name}</bdi>, <bdi>{received.by}</bdi>, formatDate(received.at))}>
            {words.thanks}
          </Heading>
          <p>{words.until(formatDate(share.expiresAt))}</p>
          <form method="post" action={`/s/${token}`}>
            <Button variant="quiet">{words.again}</Button>
          </form>
        </div>
      ),
    })
  },
)
