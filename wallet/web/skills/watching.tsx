import { Button, ButtonLink, count, Empty, GapBadge, Heading, Notice, page } from '#web'
import type { Person } from '../../records/person.ts'
import type { WatchedTarget } from '../../records/watch-kind.ts'
import type { WatchNotice } from '../../watch-target.ts'
import { frameOf } from '../frame.ts'
import { gapAt } from './gap-at.ts'

const HERE = '/skills/watching'

/** What somebody watches, and what of it became other. */
export function watchingPage(view: {
  person: Person
  watched: readonly WatchedTarget[]
  notices: readonly WatchNotice[]
  flash: string | undefined
}): string {
  const { person, watched, notices, flash } = view
  const quiet = watched.filter(({ target }) => notices.every((notice) => notice.target !== target))
  return page({
    ...frameOf(person, '/skills'),
    title: 'What you watch',
    flash,
    body: (
      <div class="flow">
        <Heading
          back={{ href: '/skills', label: 'Your skills' }}
          lead={watched.length === 0 ? undefined : 'When one of these asks for something else, you are told here.'}
        >
          What you watch
        </Heading>
        {watched.length === 0 && (
          <Empty
            title="You watch nothing yet"
            icon="eye"
            action={<ButtonLink href="/skills/gap">Choose a job or a standard</ButtonLink>}
          >
            Open a job or a standard, and press “Tell me when it changes”.
          </Empty>
        )}
        {notices.map((notice) => (
          <Changed key={notice.target} notice={notice} />
        ))}
        {quiet.length > 0 && (
          <ul class="lines">
            {quiet.map(({ target, title, version }) => (
              <li key={target}>
                <a href={gapAt(target)}>
                  <bdi>{title}</bdi>
                </a>
                <span class="soft">As it was when you last looked, version {version}</span>
                <EndWatching target={target} title={title} />
              </li>
            ))}
          </ul>
        )}
      </div>
    ),
  })
}

function Changed({ notice: { target, title, from, to, added, removed } }: { notice: WatchNotice }) {
  return (
    <section class="card flow">
      <h2>
        <bdi>{title}</bdi> {to === null ? 'is not here any more' : 'has changed'}
      </h2>
      {to !== null && (
        <p class="soft">
          From version {from} to version {to}
        </p>
      )}
      {added.length > 0 && (
        <>
          <p>It now also asks for {count(added.length, 'skill')}:</p>
          <ul class="lines">
            {added.map((row) => (
              <li key={row.term}>
                <bdi>{row.name}</bdi>
                <GapBadge row={row} />
              </li>
            ))}
          </ul>
        </>
      )}
      {removed.length > 0 && (
        <p>
          It does not ask any more for: <bdi>{removed.join('; ')}</bdi>.
        </p>
      )}
      <div class="actions">
        {to !== null && <ButtonLink href={gapAt(target)}>See what is missing</ButtonLink>}
        {to !== null && (
          <form method="post" action={HERE}>
            <input type="hidden" name="target" value={target} />
            <Button variant="secondary">I have seen it</Button>
          </form>
        )}
        <EndWatching target={target} title={title} />
      </div>
    </section>
  )
}

function EndWatching({ target, title }: { target: string; title: string }) {
  return (
    <form method="post" action={`${HERE}/end`}>
      <input type="hidden" name="target" value={target} />
      <Button variant="secondary">
        Stop watching<span class="unseen"> {title}</span>
      </Button>
    </form>
  )
}

/** On the page of a target: whether it is watched, and the button that begins it. */
export function Watch({ target, isWatched }: { target: string; isWatched: boolean }) {
  if (isWatched) {
    return (
      <p>
        <a href={HERE}>You are told when this changes</a>
      </p>
    )
  }
  return (
    <form method="post" action={HERE}>
      <input type="hidden" name="target" value={target} />
      <Button variant="secondary" icon="eye">
        Tell me when it changes
      </Button>
    </form>
  )
}

/** Where a person's skills begin: that something they watch became other. Nothing where nothing did. */
export function WatchedChanges({ notices }: { notices: readonly WatchNotice[] }) {
  if (notices.length === 0) return null
  return (
    <Notice
      tone="attention"
      title={notices.length === 1 ? 'Something you watch has changed' : 'Things you watch have changed'}
    >
      <ul class="plain">
        {notices.map(({ target, title, added }) => (
          <li key={target}>
            <a href={HERE}>
              <bdi>{title}</bdi>
            </a>
            {added.length > 0 && ` now also asks for ${count(added.length, 'skill')}.`}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
