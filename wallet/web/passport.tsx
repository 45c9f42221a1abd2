import { summarise } from '#credential'
import type { Job } from '#storage'
import { Actions, ButtonLink, CredentialCard, Empty, Heading, Notice, Pagination, page, translated } from '#web'
import type { ClaimAttempt } from '../records/claims.ts'
import type { HeldCredential } from '../records/credentials.ts'
import type { Person } from '../records/person.ts'
import { DescribedLine } from './described.tsx'
import { frameOf } from './frame.ts'
import { marksOf, Standing } from './held.tsx'
import { passportWords } from './passport-words.tsx'
import { transferNotice } from './transfer.tsx'

interface PassportPage {
  person: Person
  credentials: readonly HeldCredential[]
  total: number
  page: number
  pages: number
  /** Not genuine, and waiting for a decision. */
  undecided: readonly HeldCredential[]
  /** Begun, and not arrived. */
  claims: readonly ClaimAttempt[]
  /** How many awards are only described by files. */
  described: number
  /** Imports and exports that go on, or whose result was not seen yet. */
  transfers: readonly Job[]
  flash: string | undefined
}

/** A person's credentials as cards, all with the same fields in the same order. */
export const passportPage = translated((view: PassportPage): string => {
  const { person, credentials, total, undecided, claims, transfers, flash } = view
  const words = passportWords()
  const isEmpty = total === 0 && undecided.length === 0
  return page({
    ...frameOf(person, '/passport'),
    title: words.title,
    flash,
    body: (
      <div class="flow">
        <Heading
          lead={total === 0 ? undefined : words.lead(total)}
          actions={
            isEmpty ? undefined : (
              <>
                {total > 0 && (
                  <ButtonLink href="/shares/new" icon="share-2">
                    {words.share}
                  </ButtonLink>
                )}
                <ButtonLink href="/add" variant="secondary" icon="plus">
                  {words.add}
                </ButtonLink>
              </>
            )
          }
        >
          {words.title}
        </Heading>
        {transfers.map(transferNotice).map(({ title, href, link }) => (
          <Notice key={href} title={title}>
            <a href={href}>{link}</a>
          </Notice>
        ))}
        {claims.map(({ link }) => (
          <Notice key={link} tone="attention" title={words.notArrived}>
            <a href={`/receive?claim=${encodeURIComponent(link)}`}>{words.tryAgain}</a>
          </Notice>
        ))}
        {undecided.map((held) => (
          <Notice key={held.id} tone="attention" title={words.notGenuine}>
            <a href={`/credentials/${held.id}`}>{words.decide(<bdi>{summarise(held.shown).title}</bdi>)}</a>
          </Notice>
        ))}
        {isEmpty ? <Nothing /> : <Cards credentials={credentials} />}
        <DescribedLine described={view.described} />
        <Pagination page={view.page} pages={view.pages} href={(number) => `/passport?page=${number}`} />
      </div>
    ),
  })
})

function Cards({ credentials }: { credentials: readonly HeldCredential[] }) {
  return (
    <ul class="cards">
      {credentials.map((held) => (
        <li key={held.id}>
          <CredentialCard
            summary={summarise(held.shown)}
            variant="compact"
            href={`/credentials/${held.id}`}
            badge={<Standing held={held} />}
            marks={marksOf(held)}
          />
        </li>
      ))}
    </ul>
  )
}

function Nothing() {
  const words = passportWords()
  return (
    <Empty
      title={words.nothing}
      icon="badge-check"
      action={
        <Actions>
          <ButtonLink href="/add" icon="plus">
            {words.addOne}
          </ButtonLink>
        </Actions>
      }
    >
      {words.howToBegin}
    </Empty>
  )
}
