import {
  Actions,
  Away,
  Button,
  ButtonLink,
  Confirm,
  CopyLink,
  count,
  ErrorSummary,
  FileDrop,
  formatDate,
  formatTime,
  Heading,
  Notice,
  page,
  Shortened,
  SummaryList,
} from '#web'
import { changesSince, type PortfolioEntry } from '../../portfolio.ts'
import type { Person } from '../../records/person.ts'
import type { Confirmation } from '../../records/portfolio-kinds.ts'
import { type TeamMember, teamOf } from '../../team.ts'
import { frameOf } from '../frame.ts'
import { changesInWords, portfolioWords, sizeInWords } from './portfolio-words.ts'
import { selfWords } from './self-words.ts'

interface ItemPage {
  person: Person
  entry: PortfolioEntry
  urlOf: (token: string) => string
  now: Date
  flash?: string | undefined
  /** Of a file that was not taken. */
  fault?: string
}

/** One item: what it is, its files, and who confirms it. */
export function portfolioItemPage(view: ItemPage): string {
  const { person, entry, flash, fault } = view
  const { name, item, files, confirmations } = entry
  return page({
    ...frameOf(person, '/skills'),
    title: item.title,
    flash,
    hasErrors: fault !== undefined,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={fault === undefined ? [] : [{ field: 'file', message: fault }]} />
        <Heading
          back={{ href: '/portfolio', label: 'Your portfolio' }}
          lead={portfolioWords().types[item.type]}
          actions={
            <ButtonLink href={`/portfolio/${name}/edit`} variant="secondary">
              Change it
            </ButtonLink>
          }
        >
          <bdi>{item.title}</bdi>
        </Heading>
        <SummaryList rows={itemRows(entry, person.helper === undefined ? confirmations : [])} />
        <section class="flow">
          <h2>Files</h2>
          <Files entry={entry} isHolder={person.helper === undefined} />
          <form class="flow" method="post" action={`/portfolio/${name}/files`} enctype="multipart/form-data">
            <FileDrop
              name="file"
              label={files.length === 0 ? 'Add a photo or a file' : 'Add another'}
              hint="At most 10 MB. Of something larger, add a smaller copy, or its link."
              error={fault}
            />
            <Button variant="secondary" icon="upload">
              Add the file
            </Button>
          </form>
        </section>
        {person.helper === undefined && (
          <>
            <section class="flow" id="asked">
              <h2>Who confirms it</h2>
              {confirmations.length === 0 ? (
                <p>{selfWords().ownWord}. Someone who saw it can confirm it in their own words.</p>
              ) : (
                confirmations.map((one) => <Given key={one.at} one={one} entry={entry} />)
              )}
              <Requests view={view} />
            </section>
            <Confirm
              id="delete"
              trigger="Delete it"
              icon="trash-2"
              title="Delete 1 thing from your portfolio?"
              action={`/portfolio/${name}/delete`}
              confirmLabel="Delete it"
            >
              <p>
                It goes with {count(files.length, 'file')} and {count(confirmations.length, 'confirmation')}. This
                cannot be undone.
              </p>
            </Confirm>
          </>
        )}
      </div>
    ),
  })
}

/** What is stated of an item. Only its holder sees what others of the team said when they confirmed it. */
export function itemRows(
  { item, withHelp }: Pick<PortfolioEntry, 'item' | 'withHelp'>,
  said: readonly Confirmation[] = [],
) {
  const team = teamOf(item, said)
  const text = (label: string, value: string) => (value === '' ? [] : [{ label, value: <p class="prose">{value}</p> }])
  return [
    ...text('What it is about', item.about),
    ...text(item.type === 'teamProject' ? 'Own part in it' : 'What was done', item.contribution),
    ...(team.length === 0 ? [] : [{ label: 'The others in the team', value: <Team team={team} /> }]),
    ...text('Shows', item.skill),
    ...(item.link === '' ? [] : [{ label: 'On the web', value: <Away url={item.link}>{item.link}</Away> }]),
    ...(withHelp ? [{ label: 'How it was filled in', value: selfWords().withHelp }] : []),
  ]
}

/** What each of the others did, and whether they say so themself. */
function Team({ team }: { team: readonly TeamMember[] }) {
  return (
    <ul class="plain">
      {team.map(({ name, part, saidBy }) => (
        <li key={`${name} ${part}`}>
          <strong>
            <bdi>{name}</bdi>
          </strong>
          : <bdi>{part}</bdi>{' '}
          <span class="soft">({saidBy === 'themself' ? 'in their own words' : 'not confirmed by them'})</span>
        </li>
      ))}
    </ul>
  )
}

/** To a helper files are named and no more: they are not theirs to take away. */
function Files({ entry: { name, files }, isHolder }: { entry: PortfolioEntry; isHolder: boolean }) {
  if (files.length === 0) return null
  if (!isHolder) {
    return (
      <ul class="lines">
        {files.map(({ digest, name: fileName, size }) => (
          <li key={digest}>
            <bdi>{fileName}</bdi>
            <span class="soft">{sizeInWords(size)}</span>
          </li>
        ))}
      </ul>
    )
  }
  return (
    <ul class="lines">
      {files.map((file) => (
        <li key={file.digest}>
          <span>
            <a href={`/portfolio/${name}/files/${file.digest}`} download>
              <bdi>{file.name}</bdi>
            </a>{' '}
            <span class="soft">{sizeInWords(file.size)}</span> <Shortened text={file.digest} />
          </span>
          <form method="post" action={`/portfolio/${name}/files/${file.digest}/delete`}>
            <Button variant="quiet" icon="trash-2">
              Delete
              <span class="unseen"> {file.name}</span>
            </Button>
          </form>
        </li>
      ))}
    </ul>
  )
}

/** What somebody said. Of what changed since they did not speak, so it is told. */
function Given({ one, entry }: { one: Confirmation; entry: PortfolioEntry }) {
  const changes = changesSince(one.seen, entry)
  return (
    <figure class="card flow said">
      <blockquote class="prose">
        <bdi>{one.words}</bdi>
      </blockquote>
      {one.part !== '' && (
        <p class="prose">
          Own part of <bdi>{one.by}</bdi>: <bdi>{one.part}</bdi>
        </p>
      )}
      <figcaption>
        <strong>
          <bdi>{one.by}</bdi>
        </strong>
        , <bdi>{one.relation}</bdi>, <bdi>{one.email}</bdi>, {formatDate(one.at)}.{' '}
        <span class="soft">This is who they say they are; we did not check it.</span>
      </figcaption>
      {changes && (
        <Notice tone="attention" title="You changed it after this was said">
          {changesInWords(changes)} So this does not count for how it is now. You can ask again.
        </Notice>
      )}
    </figure>
  )
}

function Requests({ view: { entry, urlOf, now } }: { view: ItemPage }) {
  const open = entry.requests.filter(({ content }) => content.until > now.toISOString())
  return (
    <>
      {open.map(({ name: token, content }) => {
        const changes = changesSince(content.seen, entry)
        return (
          <article key={token} class="card flow">
            <CopyLink id={`link-${token}`} label="Send this link to one person" url={urlOf(token)} />
            <p class="soft">
              It works once, until {formatTime(content.until)}. Whoever has it sees this page’s text and files.
            </p>
            {changes && (
              <Notice tone="attention" title="You changed it after you made this link">
                {changesInWords(changes)} Whoever opens the link is told so.
              </Notice>
            )}
            <form method="post" action={`/portfolio/${entry.name}/take-back`}>
              <input type="hidden" name="token" value={token} />
              <Button variant="secondary" icon="x">
                Take it back
              </Button>
            </form>
          </article>
        )
      })}
      <Actions>
        <form method="post" action={`/portfolio/${entry.name}/ask`}>
          <Button variant={open.length === 0 ? 'primary' : 'secondary'} icon="link">
            {open.length === 0 ? 'Ask someone to confirm it' : 'Ask someone else'}
          </Button>
        </form>
      </Actions>
    </>
  )
}
