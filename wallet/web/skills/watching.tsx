import { Button, ButtonLink, Empty, GapBadge, Heading, Notice, page, translated } from '#web'
import type { Person } from '../../records/person.ts'
import type { WatchedTarget } from '../../records/watch-kind.ts'
import type { WatchNotice } from '../../watch-target.ts'
import { frameOf } from '../frame.ts'
import { frameWords } from '../frame-words.ts'
import { gapAt } from './gap-at.ts'
import { watchingWords } from './watching-words.tsx'

const HERE = '/skills/watching'

interface WatchingPage {
  person: Person
  watched: readonly WatchedTarget[]
  notices: readonly WatchNotice[]
  flash: string | undefined
}

/** What somebody watches, and what of it became other. */
export const watchingPage = translated(({ person, watched, notices, flash }: WatchingPage): string => {
  const words = watchingWords()
  const quiet = watched.filter(({ target }) => notices.every((notice) => notice.target !== target))
  return page({
    ...frameOf(person, '/skills'),
    title: words.title,
    flash,
    body: (
      <div class="flow">
        <Heading
          back={{ href: '/skills', label: frameWords().yourSkills }}
          lead={watched.length === 0 ? undefined : words.lead}
        >
          {words.title}
        </Heading>
        {watched.length === 0 && (
          <Empty title={words.nothing} icon="eye" action={<ButtonLink href="/skills/gap">{words.choose}</ButtonLink>}>
            {words.howToBegin}
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
                <span class="soft">{words.asYouSaw(version)}</span>
                <EndWatching target={target} title={title} />
              </li>
            ))}
          </ul>
        )}
      </div>
    ),
  })
})

function Changed({ notice: { target, title, from, to, added, removed } }: { notice: WatchNotice }) {
  const words = watchingWords()
  const name = <bdi>{title}</bdi>
  return (
    <section class="card flow">
      <h2>{to === null ? words.isGone(name) : words.hasChanged(name)}</h2>
      {to !== null && <p class="soft">{words.versions(from, to)}</p>}
      {added.length > 0 && (
        <>
          <p>{words.alsoAsks(added.length)}</p>
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
      {removed.length > 0 && <p>{words.asksNoMore(<bdi>{removed.join('; ')}</bdi>)}</p>}
      <div class="actions">
        {to !== null && <ButtonLink href={gapAt(target)}>{words.seeMissing}</ButtonLink>}
        {to !== null && (
          <form method="post" action={HERE}>
            <input type="hidden" name="target" value={target} />
            <Button variant="secondary">{words.seen}</Button>
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
        {watchingWords().stop}
        <span class="unseen">
          {' '}
          <bdi>{title}</bdi>
        </span>
      </Button>
    </form>
  )
}

/** On the page of a target: whether it is watched, and the button that begins it. */
export function Watch({ target, isWatched }: { target: string; isWatched: boolean }) {
  const words = watchingWords()
  if (isWatched) {
    return (
      <p>
        <a href={HERE}>{words.isWatched}</a>
      </p>
    )
  }
  return (
    <form method="post" action={HERE}>
      <input type="hidden" name="target" value={target} />
      <Button variant="secondary" icon="eye">
        {words.watch}
      </Button>
    </form>
  )
}

/** Where a person's skills begin: that something they watch became other. Nothing where nothing did. */
export function WatchedChanges({ notices }: { notices: readonly WatchNotice[] }) {
  if (notices.length === 0) return null
  const words = watchingWords()
  return (
    <Notice tone="attention" title={notices.length === 1 ? words.oneChanged : words.severalChanged}>
      <ul class="plain">
        {notices.map(({ target, title, added }) => {
          const name = (
            <a href={HERE}>
              <bdi>{title}</bdi>
            </a>
          )
          return <li key={target}>{added.length > 0 ? words.targetAlsoAsks(name, added.length) : name}</li>
        })}
      </ul>
    </Notice>
  )
}
