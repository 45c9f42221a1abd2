import { kindsOf, summarise } from '#credential'
import {
  Actions,
  ButtonLink,
  Confirm,
  CopyLink,
  count,
  Empty,
  en,
  formatTime,
  Heading,
  Notice,
  page,
  QrCode,
  SummaryList,
  Table,
} from '#web'
import type { HeldCredential } from '../records/credentials.ts'
import type { Handover } from '../records/handovers.ts'
import type { Person } from '../records/person.ts'
import { type Share, type ShareState, workAlong } from '../records/shares.ts'
import type { ShareView, Viewer } from '../records/views.ts'
import { choosableParts } from '../shown-copies.ts'
import { frameOf } from './frame.ts'
import { handoverRows } from './handover-rows.tsx'

const STATES: Record<ShareState, string> = {
  open: 'Works',
  withdrawn: 'Taken back',
  expired: 'Over',
  usedUp: 'Used up',
}

const VIEWERS: Record<Viewer, string> = {
  program: 'A verifier',
  phone: 'Someone in a browser, on a phone or tablet',
  computer: 'Someone in a browser, on a computer',
}

/** A person's shares, the newest first, each with its state. */
export function sharesPage(view: {
  person: Person
  shares: readonly (Share & { state: ShareState })[]
  flash: string | undefined
}): string {
  const { person, shares, flash } = view
  const make = (
    <ButtonLink href="/shares/new" icon="plus">
      Share credentials
    </ButtonLink>
  )
  return page({
    ...frameOf(person, '/shares'),
    title: 'Your shares',
    flash,
    body: (
      <div class="flow">
        <Heading lead="The links that you made, and whether they still work." actions={shares.length > 0 && make}>
          Your shares
        </Heading>
        <p>
          Do you apply for something? <a href="/packs/new">Put together what shows that you can do it</a>.
        </p>
        <p>
          Do you move on to another school or college? <a href="/handover/new">Hand over what should go along</a>.
        </p>
        {shares.length === 0 ? (
          <Empty title="You have shared nothing yet" icon="share-2" action={make}>
            A share is a link to credentials that you choose. Only whoever has the link can open it.
          </Empty>
        ) : (
          <Table
            caption={count(shares.length, 'share')}
            columns={[
              {
                key: 'audience',
                label: 'For',
                cell: ({ id, audience }) => (
                  <a href={`/shares/${id}`}>
                    <bdi>{audience}</bdi>
                  </a>
                ),
              },
              { key: 'state', label: 'State', cell: ({ state }) => STATES[state] },
              { key: 'credentials', label: 'Credentials', cell: ({ credentialIds }) => credentialIds.length },
              { key: 'until', label: 'Until', cell: ({ expiresAt }) => formatTime(expiresAt) },
            ]}
            rows={shares}
            rowKey={({ id }) => id}
          />
        )}
      </div>
    ),
  })
}

/** One share: its link, what it shows, when it was opened, and how to take it back. */
export function sharePage(view: {
  person: Person
  share: Share
  state: ShareState
  url: string
  credentials: readonly HeldCredential[]
  views: readonly ShareView[]
  /** What it applies for, where it is an application pack. */
  applied: string | null
  /** What became of it, where it is a transition pack. */
  handover: Handover | undefined
  flash: string | undefined
}): string {
  const { person, share, state, url, credentials, views, applied, handover, flash } = view
  return page({
    ...frameOf(person, '/shares'),
    title: `Share for ${share.audience}`,
    flash,
    body: (
      <div class="flow">
        <Heading back={{ href: '/shares', label: 'Your shares' }}>
          For <bdi>{share.audience}</bdi>
        </Heading>
        {state === 'open' ? (
          <section class="card flow">
            <CopyLink id="share-link" label="Send this link" url={url} />
            <QrCode text={url} label="Opens this share on a phone" />
            <Actions>
              {share.pack !== null && (
                <ButtonLink href={`/shares/${share.id}/pack.pdf`} icon="download" download>
                  Save as a PDF
                </ButtonLink>
              )}
              {share.pack !== null && (
                <ButtonLink
                  href={`/shares/${share.id}/presentation.json`}
                  icon="file-check"
                  variant="secondary"
                  download
                >
                  Save for a verifier
                </ButtonLink>
              )}
              <Confirm
                id="withdraw"
                trigger="Take it back"
                icon="x"
                title="Take 1 share back?"
                action={`/shares/${share.id}/withdraw`}
                confirmLabel="Take it back"
              >
                <p>The link stops working at once, and you cannot start it again. You can make a new one.</p>
                <p>Whoever has opened it already may have kept a copy.</p>
              </Confirm>
            </Actions>
          </section>
        ) : (
          <Notice title="This link does not work any more">
            {ENDED[state]} <a href="/shares/new">Make a new one</a>
          </Notice>
        )}
        <SummaryList
          rows={[
            { label: 'State', value: STATES[state] },
            ...handoverRows(share, handover, state),
            ...(applied === null ? [] : [{ label: 'Applies for', value: applied }]),
            ...(share.credentialIds.length === 0
              ? []
              : [{ label: 'Shows', value: <Shown share={share} credentials={credentials} /> }]),
            ...(workAlong(share).length === 0
              ? []
              : [{ label: 'From your portfolio', value: count(workAlong(share).length, 'thing') }]),
            { label: 'Works until', value: formatTime(share.expiresAt) },
            { label: 'May be opened', value: uses(share) },
            { label: 'Made', value: formatTime(share.createdAt) },
          ]}
        />
        <section class="flow">
          {views.length === 0 ? (
            <>
              <h2>Nobody has opened it yet</h2>
              <p>When someone does, you see it here. Only you see this list.</p>
            </>
          ) : (
            <Table
              caption={`Opened ${count(views.length, 'time')}`}
              columns={[
                { key: 'at', label: 'When', cell: ({ at }) => formatTime(at) },
                { key: 'by', label: 'By', cell: ({ by }) => VIEWERS[by] },
              ]}
              rows={views.map((one, index) => ({ ...one, index }))}
              rowKey={({ index }) => String(index)}
            />
          )}
        </section>
      </div>
    ),
  })
}

const ENDED: Record<Exclude<ShareState, 'open'>, string> = {
  withdrawn: 'You took it back, or deleted what it showed.',
  expired: 'Its last day is over.',
  usedUp: 'It was opened as often as you allowed.',
}

function uses({ usesAllowed, usesLeft }: Share): string {
  if (usesAllowed === null) return 'As often as they like'
  return `${count(usesAllowed, 'time')}, ${count(usesLeft ?? 0, 'time')} left`
}

/** What a share does not show of a credential. */
function LeftOut({ received, pointers }: { received: HeldCredential['received']; pointers: readonly string[] }) {
  const kinds = kindsOf(choosableParts(received).filter(({ pointer }) => pointers.includes(pointer)))
  if (kinds.length === 0) return null
  return <p class="soft">Left out: {kinds.map((kind) => en.parts[kind].toLowerCase()).join('; ')}</p>
}

function Shown({ share, credentials }: { share: Share; credentials: readonly HeldCredential[] }) {
  const gone = share.credentialIds.length - credentials.length
  return (
    <ul class="plain">
      {credentials.map(({ id, received, shown }) => (
        <li key={id}>
          <a href={`/credentials/${id}`}>
            <bdi>{summarise(shown).title}</bdi>
          </a>
          <LeftOut received={received} pointers={share.leftOut[id] ?? []} />
        </li>
      ))}
      {gone > 0 && <li class="soft">{count(gone, 'credential')} that you have deleted</li>}
    </ul>
  )
}
