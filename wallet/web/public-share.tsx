import { summarise } from '#credential'
import type { JsonObject } from '#platform'
import { Button, CredentialCard, formatDate, Heading, page, translated } from '#web'
import { confirmedNow, type PortfolioEntry } from '../portfolio.ts'
import type { Share } from '../records/shares.ts'
import type { ShownCredential } from '../shown-copies.ts'
import { PUBLIC } from './frame.ts'
import { shareWords } from './public-share-words.tsx'
import { selfWords } from './skills/self-words.ts'

/** What a share link opens: that something is shared, with whom and until when; nothing of the person, nothing of what it is. */
export const invitationPage = translated((view: { share: Share; url: string; verifierUrl: string }): string => {
  const { share, url, verifierUrl } = view
  const words = shareWords()
  const { length } = share.credentialIds
  return page({
    ...PUBLIC,
    title: length === 0 ? words.onlyWork : words.several,
    body: (
      <div class="narrow flow">
        <Heading
          lead={
            length === 0
              ? words.someoneSharesWork(<bdi>{share.audience}</bdi>, formatDate(share.expiresAt))
              : words.someoneShares(length, <bdi>{share.audience}</bdi>, formatDate(share.expiresAt))
          }
        >
          {length === 0 ? words.onlyWork : length === 1 ? words.one : words.several}
        </Heading>
        <form method="get" action={`${verifierUrl}/check`}>
          <input type="hidden" name="link" value={url} />
          <Button icon="shield-check">{length === 0 ? words.look : words.check}</Button>
        </form>
        {length > 0 && <p>{words.verifier}</p>}
        <form method="post" action={new URL(url).pathname}>
          <Button variant="quiet">{words.open}</Button>
        </form>
        {share.usesAllowed !== null && <p class="soft">{words.opensLeft(share.usesLeft ?? 0)}</p>}
      </div>
    ),
  })
})

interface OpenedShare {
  share: Share
  shown: readonly ShownCredential[]
  work: readonly PortfolioEntry[]
  presentation: JsonObject
  verifierUrl: string
}

/** What a share shows: only what the credentials say of themselves, and a way to have them checked. */
export const openedPage = translated((view: OpenedShare): string => {
  const { share, shown, work, presentation, verifierUrl } = view
  const words = shareWords()
  return page({
    ...PUBLIC,
    title: words.title,
    body: (
      <div class="flow">
        <Heading lead={words.notChecked(<bdi>{share.audience}</bdi>)}>
          {shown.length === 0 ? words.onlyWork : words.shared(shown.length)}
        </Heading>
        {shown.length > 0 && (
          <form method="post" action={`${verifierUrl}/check`} enctype="multipart/form-data">
            <input type="hidden" name="text" value={JSON.stringify(presentation)} />
            <Button icon="shield-check">{words.check}</Button>
          </form>
        )}
        {shown.map(({ id, shown: copy }) => (
          <CredentialCard key={id} summary={summarise(copy)} unproven />
        ))}
        {work.length > 0 && <Work entries={work} />}
      </div>
    ),
  })
})

/** What its holder made or did. Nobody can check it, so it stands apart from what can be. */
export function Work({ entries }: { entries: readonly PortfolioEntry[] }) {
  const words = shareWords()
  return (
    <section class="flow" aria-labelledby="work">
      <h2 id="work">{words.work}</h2>
      <p class="soft">{words.workNote}</p>
      {entries.map((entry) => (
        <article key={entry.name} class="card flow">
          <h3>
            <bdi>{entry.item.title}</bdi>
          </h3>
          {entry.item.about !== '' && <p class="prose">{entry.item.about}</p>}
          {entry.item.contribution !== '' && <p class="prose">{entry.item.contribution}</p>}
          {entry.withHelp && <p class="soft">{selfWords().withHelp}</p>}
          <ul class="plain">
            {confirmedNow(entry).map(({ by, relation }) => (
              <li key={by}>{words.confirmedBy(<bdi>{by}</bdi>, <bdi>{relation}</bdi>)}</li>
            ))}
          </ul>
        </article>
      ))}
    </section>
  )
}
