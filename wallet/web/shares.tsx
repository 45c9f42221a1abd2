import { kindsOf, summarise } from '#credential'
import {
  Actions,
  ButtonLink,
  Confirm,
  CopyLink,
  Empty,
  formatTime,
  Heading,
  Notice,
  page,
  QrCode,
  SummaryList,
  sentences,
  Table,
  translated,
} from '#web'
import type { HeldCredential } from '../records/credentials.ts'
import type { Handover } from '../records/handovers.ts'
import type { Person } from '../records/person.ts'
import { type Share, type ShareState, workAlong } from '../records/shares.ts'
import type { ShareView } from '../records/views.ts'
import { choosableParts } from '../shown-copies.ts'
import { frameOf } from './frame.ts'
import { handoverRows } from './handover-rows.tsx'
import { shareWords } from './share-words.tsx'

interface SharesView {
  person: Person
  shares: readonly (Share & { state: ShareState })[]
  flash: string | undefined
}

/** A person's shares, the newest first, each with its state. */
export const sharesPage = translated((view: SharesView): string => {
  const { person, shares, flash } = view
  const words = shareWords()
  const make = (
    <ButtonLink href="/shares/new" icon="plus">
      {words.make}
    </ButtonLink>
  )
  return page({
    ...frameOf(person, '/shares'),
    title: words.title,
    flash,
    body: (
      <div class="flow">
        <Heading lead={words.lead} actions={shares.length > 0 && make}>
          {words.title}
        </Heading>
        <p>
          {words.apply((text) => (
            <a href="/packs/new">{text}</a>
          ))}
        </p>
        <p>
          {words.handOver((text) => (
            <a href="/handover/new">{text}</a>
          ))}
        </p>
        {shares.length === 0 ? (
          <Empty title={words.none} icon="share-2" action={make}>
            {words.noneText}
          </Empty>
        ) : (
          <Table
            caption={words.shares(shares.length)}
            columns={[
              {
                key: 'audience',
                label: words.audience,
                cell: ({ id, audience }) => (
                  <a href={`/shares/${id}`}>
                    <bdi>{audience}</bdi>
                  </a>
                ),
              },
              { key: 'state', label: words.state, cell: ({ state }) => words.states[state] },
              { key: 'credentials', label: words.credentials, cell: ({ credentialIds }) => credentialIds.length },
              { key: 'until', label: words.until, cell: ({ expiresAt }) => formatTime(expiresAt) },
            ]}
            rows={shares}
            rowKey={({ id }) => id}
          />
        )}
      </div>
    ),
  })
})

interface ShareViewed {
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
}

/** One share: its link, what it shows, when it was opened, and how to take it back. */
export const sharePage = translated((view: ShareViewed): string => {
  const { person, share, state, url, credentials, views, applied, handover, flash } = view
  const words = shareWords()
  return page({
    ...frameOf(person, '/shares'),
    title: words.shareFor(share.audience),
    flash,
    body: (
      <div class="flow">
        <Heading back={{ href: '/shares', label: words.title }}>{words.for(<bdi>{share.audience}</bdi>)}</Heading>
        {state === 'open' ? (
          <section class="card flow">
            <CopyLink id="share-link" label={words.send} url={url} />
            <QrCode text={url} label={words.qr} />
            <Actions>
              {share.pack !== null && (
                <ButtonLink href={`/shares/${share.id}/pack.pdf`} icon="download" download>
                  {words.savePdf}
                </ButtonLink>
              )}
              {share.pack !== null && (
                <ButtonLink
                  href={`/shares/${share.id}/presentation.json`}
                  icon="file-check"
                  variant="secondary"
                  download
                >
                  {words.saveForVerifier}
                </ButtonLink>
              )}
              <Confirm
                id="withdraw"
                trigger={words.takeBack}
                icon="x"
                title={words.takeBackTitle}
                action={`/shares/${share.id}/withdraw`}
                confirmLabel={words.takeBack}
              >
                <p>{words.takeBackText}</p>
                <p>{words.takeBackCopies}</p>
              </Confirm>
            </Actions>
          </section>
        ) : (
          <Notice title={words.endedTitle}>
            {words.ended[state]} <a href="/shares/new">{words.makeNew}</a>
          </Notice>
        )}
        <SummaryList
          rows={[
            { label: words.state, value: words.states[state] },
            ...handoverRows(share, handover, state),
            ...(applied === null ? [] : [{ label: words.appliesFor, value: applied }]),
            ...(share.credentialIds.length === 0
              ? []
              : [{ label: words.shows, value: <Shown share={share} credentials={credentials} /> }]),
            ...(workAlong(share).length === 0
              ? []
              : [{ label: words.fromPortfolio, value: words.things(workAlong(share).length) }]),
            { label: words.worksUntil, value: formatTime(share.expiresAt) },
            { label: words.mayBeOpened, value: uses(share) },
            { label: words.made, value: formatTime(share.createdAt) },
          ]}
        />
        <section class="flow">
          {views.length === 0 ? (
            <>
              <h2>{words.notOpened}</h2>
              <p>{words.notOpenedText}</p>
            </>
          ) : (
            <Table
              caption={words.opened(views.length)}
              columns={[
                { key: 'at', label: words.when, cell: ({ at }) => formatTime(at) },
                { key: 'by', label: words.by, cell: ({ by }) => words.viewers[by] },
              ]}
              rows={views.map((one, index) => ({ ...one, index }))}
              rowKey={({ index }) => String(index)}
            />
          )}
        </section>
      </div>
    ),
  })
})

function uses({ usesAllowed, usesLeft }: Share): string {
  const words = shareWords()
  return usesAllowed === null ? words.anyTimes : words.someTimes(usesAllowed, usesLeft ?? 0)
}

/** What a share does not show of a credential. */
function LeftOut({ received, pointers }: { received: HeldCredential['received']; pointers: readonly string[] }) {
  const kinds = kindsOf(choosableParts(received).filter(({ pointer }) => pointers.includes(pointer)))
  if (kinds.length === 0) return null
  return (
    <p class="soft">{shareWords().leftOut(kinds.map((kind) => sentences().parts[kind].toLowerCase()).join('; '))}</p>
  )
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
      {gone > 0 && <li class="soft">{shareWords().gone(gone)}</li>}
    </ul>
  )
}
