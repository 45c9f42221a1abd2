import { summarise } from '#credential'
import type { Job } from '#storage'
import { Actions, ButtonLink, CredentialCard, count, Empty, Heading, Notice, Pagination, page } from '#web'
import type { ClaimAttempt } from '../records/claims.ts'
import type { HeldCredential } from '../records/credentials.ts'
import type { Person } from '../records/person.ts'
import { DescribedLine } from './described.tsx'
import { frameOf } from './frame.ts'
import { marksOf, Standing } from './held.tsx'
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
export function passportPage(view: PassportPage): string {
  const { person, credentials, total, undecided, claims, transfers, flash } = view
  const isEmpty = total === 0 && undecided.length === 0
  return page({
    ...frameOf(person, '/passport'),
    title: 'Your passport',
    flash,
    body: (
      <div class="flow">
        <Heading
          lead={total === 0 ? undefined : `${count(total, 'credential')}. They are yours to keep and to share.`}
          actions={
            isEmpty ? undefined : (
              <>
                {total > 0 && (
                  <ButtonLink href="/shares/new" icon="share-2">
                    Share
                  </ButtonLink>
                )}
                <ButtonLink href="/add" variant="secondary" icon="plus">
                  Add
                </ButtonLink>
              </>
            )
          }
        >
          Your passport
        </Heading>
        {transfers.map(transferNotice).map(({ title, href, link }) => (
          <Notice key={href} title={title}>
            <a href={href}>{link}</a>
          </Notice>
        ))}
        {claims.map(({ link }) => (
          <Notice key={link} tone="attention" title="One credential has not arrived yet">
            <a href={`/receive?claim=${encodeURIComponent(link)}`}>Try again to get it</a>
          </Notice>
        ))}
        {undecided.map((held) => (
          <Notice key={held.id} tone="attention" title="One of these is not genuine">
            <a href={`/credentials/${held.id}`}>
              Decide what to do with <bdi>{summarise(held.shown).title}</bdi>
            </a>
          </Notice>
        ))}
        {isEmpty ? <Nothing /> : <Cards credentials={credentials} />}
        <DescribedLine described={view.described} />
        <Pagination page={view.page} pages={view.pages} href={(number) => `/passport?page=${number}`} />
      </div>
    ),
  })
}

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
  return (
    <Empty
      title="Nothing here yet"
      icon="badge-check"
      action={
        <Actions>
          <ButtonLink href="/add" icon="plus">
            Add a credential
          </ButtonLink>
        </Actions>
      }
    >
      Did you get a message with a link? Open that link, and your first credential comes here. Do you have a file? Add
      it. If you have neither, ask the place where you learnt: they can send you a link.
    </Empty>
  )
}
