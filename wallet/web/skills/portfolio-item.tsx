import {
  Actions,
  Away,
  Button,
  ButtonLink,
  Confirm,
  CopyLink,
  ErrorSummary,
  FileDrop,
  formatDate,
  formatTime,
  Heading,
  Notice,
  page,
  Shortened,
  SummaryList,
  translated,
} from '#web'
import { changesSince, type PortfolioEntry } from '../../portfolio.ts'
import type { Person } from '../../records/person.ts'
import type { Confirmation } from '../../records/portfolio-kinds.ts'
import { type TeamMember, teamOf } from '../../team.ts'
import { frameOf } from '../frame.ts'
import { portfolioItemWords } from './portfolio-item-words.tsx'
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
export const portfolioItemPage = translated((view: ItemPage): string => {
  const words = portfolioItemWords()
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
          back={{ href: '/portfolio', label: portfolioWords().title }}
          lead={portfolioWords().types[item.type]}
          actions={
            <ButtonLink href={`/portfolio/${name}/edit`} variant="secondary">
              {words.change}
            </ButtonLink>
          }
        >
          <bdi>{item.title}</bdi>
        </Heading>
        <SummaryList rows={itemRows(entry, person.helper === undefined ? confirmations : [])} />
        <section class="flow">
          <h2>{words.files}</h2>
          <Files entry={entry} isHolder={person.helper === undefined} />
          <form class="flow" method="post" action={`/portfolio/${name}/files`} enctype="multipart/form-data">
            <FileDrop
              name="file"
              label={files.length === 0 ? words.addFirst : words.addAnother}
              hint={words.largest}
              error={fault}
            />
            <Button variant="secondary" icon="upload">
              {words.addFile}
            </Button>
          </form>
        </section>
        {person.helper === undefined && (
          <>
            <section class="flow" id="asked">
              <h2>{words.whoConfirms}</h2>
              {confirmations.length === 0 ? (
                <p>{words.ownWord(selfWords().ownWord)}</p>
              ) : (
                confirmations.map((one) => <Given key={one.at} one={one} entry={entry} />)
              )}
              <Requests view={view} />
            </section>
            <Confirm
              id="delete"
              trigger={words.deleteIt}
              icon="trash-2"
              title={words.deleteTitle}
              action={`/portfolio/${name}/delete`}
              confirmLabel={words.deleteIt}
            >
              <p>{words.goesWith(files.length, confirmations.length)}</p>
            </Confirm>
          </>
        )}
      </div>
    ),
  })
})

/** What is stated of an item. Only its holder sees what others of the team said when they confirmed it. */
export function itemRows(
  { item, withHelp }: Pick<PortfolioEntry, 'item' | 'withHelp'>,
  said: readonly Confirmation[] = [],
) {
  const words = portfolioItemWords()
  const team = teamOf(item, said)
  const text = (label: string, value: string) =>
    value === ''
      ? []
      : [
          {
            label,
            value: (
              <p class="prose">
                <bdi>{value}</bdi>
              </p>
            ),
          },
        ]
  return [
    ...text(words.about, item.about),
    ...text(item.type === 'teamProject' ? words.ownPart : words.done, item.contribution),
    ...(team.length === 0 ? [] : [{ label: words.team, value: <Team team={team} /> }]),
    ...text(words.shows, item.skill),
    ...(item.link === ''
      ? []
      : [
          {
            label: words.onTheWeb,
            value: (
              <bdi>
                <Away url={item.link}>{item.link}</Away>
              </bdi>
            ),
          },
        ]),
    ...(withHelp ? [{ label: words.howFilledIn, value: selfWords().withHelp }] : []),
  ]
}

/** What each of the others did, and whether they say so themself. */
function Team({ team }: { team: readonly TeamMember[] }) {
  const words = portfolioItemWords()
  return (
    <ul class="plain">
      {team.map(({ name, part, saidBy }) => (
        <li key={`${name} ${part}`}>
          <strong>
            <bdi>{name}</bdi>
          </strong>
          : <bdi>{part}</bdi> <span class="soft">{saidBy === 'themself' ? words.inOwnWords : words.notConfirmed}</span>
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
              {portfolioItemWords().delete}
              <span class="unseen">
                {' '}
                <bdi>{file.name}</bdi>
              </span>
            </Button>
          </form>
        </li>
      ))}
    </ul>
  )
}

/** What somebody said. Of what changed since they did not speak, so it is told. */
function Given({ one, entry }: { one: Confirmation; entry: PortfolioEntry }) {
  const words = portfolioItemWords()
  const changes = changesSince(one.seen, entry)
  return (
    <figure class="card flow said">
      <blockquote class="prose">
        <bdi>{one.words}</bdi>
      </blockquote>
      {one.part !== '' && <p class="prose">{words.ownPartOf(<bdi>{one.by}</bdi>, <bdi>{one.part}</bdi>)}</p>}
      <figcaption>
        <strong>
          <bdi>{one.by}</bdi>
        </strong>
        , <bdi>{one.relation}</bdi>, <bdi>{one.email}</bdi>, {formatDate(one.at)}.{' '}
        <span class="soft">{words.notChecked}</span>
      </figcaption>
      {changes && (
        <Notice tone="attention" title={words.changedAfterSaid}>
          {words.countsNoMore(changesInWords(changes))}
        </Notice>
      )}
    </figure>
  )
}

function Requests({ view: { entry, urlOf, now } }: { view: ItemPage }) {
  const words = portfolioItemWords()
  const open = entry.requests.filter(({ content }) => content.until > now.toISOString())
  return (
    <>
      {open.map(({ name: token, content }) => {
        const changes = changesSince(content.seen, entry)
        return (
          <article key={token} class="card flow">
            <CopyLink id={`link-${token}`} label={words.sendLink} url={urlOf(token)} />
            <p class="soft">{words.worksUntil(formatTime(content.until))}</p>
            {changes && (
              <Notice tone="attention" title={words.changedAfterAsked}>
                {words.isTold(changesInWords(changes))}
              </Notice>
            )}
            <form method="post" action={`/portfolio/${entry.name}/take-back`}>
              <input type="hidden" name="token" value={token} />
              <Button variant="secondary" icon="x">
                {words.takeBack}
              </Button>
            </form>
          </article>
        )
      })}
      <Actions>
        <form method="post" action={`/portfolio/${entry.name}/ask`}>
          <Button variant={open.length === 0 ? 'primary' : 'secondary'} icon="link">
            {open.length === 0 ? words.ask : words.askElse}
          </Button>
        </form>
      </Actions>
    </>
  )
}
