import { summarise } from '#credential'
import type { JsonObject } from '#platform'
import { Button, CredentialCard, count, formatDate, Heading, page } from '#web'
import { confirmedNow, type PortfolioEntry } from '../portfolio.ts'
import type { Share } from '../records/shares.ts'
import type { ShownCredential } from '../shown-copies.ts'
import { PUBLIC } from './frame.ts'
import { WITH_HELP } from './skills/self-words.ts'

/** What a share link opens: that something is shared, with whom and until when; nothing of the person, nothing of what it is. */
export function invitationPage({
  share,
  url,
  verifierUrl,
}: {
  share: Share
  url: string
  verifierUrl: string
}): string {
  const what = count(share.credentialIds.length, 'credential')
  return page({
    ...PUBLIC,
    title: 'Credentials were shared with you',
    body: (
      <div class="narrow flow">
        <Heading
          lead={
            <>
              Someone shares {what} with <bdi>{share.audience}</bdi>, until {formatDate(share.expiresAt)}.
            </>
          }
        >
          {share.credentialIds.length === 1 ? 'A credential was shared with you' : 'Credentials were shared with you'}
        </Heading>
        <form method="get" action={`${verifierUrl}/check`}>
          <input type="hidden" name="link" value={url} />
          <Button icon="shield-check">Check these credentials</Button>
        </form>
        <p>
          The verifier tells you whether they are genuine, who stands behind them and whether they still hold. You need
          no account.
        </p>
        <form method="post" action={new URL(url).pathname}>
          <Button variant="quiet">Open them here without checking</Button>
        </form>
        {share.usesAllowed !== null && (
          <p class="soft">This link can be opened {count(share.usesLeft ?? 0, 'more time', 'more times')}.</p>
        )}
      </div>
    ),
  })
}

/** What a share shows: only what the credentials say of themselves, and a way to have them checked. */
export function openedPage(view: {
  share: Share
  shown: readonly ShownCredential[]
  work: readonly PortfolioEntry[]
  presentation: JsonObject
  verifierUrl: string
}): string {
  const { share, shown, work, presentation, verifierUrl } = view
  return page({
    ...PUBLIC,
    title: 'Shared credentials',
    body: (
      <div class="flow">
        <Heading
          lead={
            <>
              Shared with <bdi>{share.audience}</bdi>. Nothing here has been checked yet.
            </>
          }
        >
          {count(shown.length, 'shared credential')}
        </Heading>
        <form method="post" action={`${verifierUrl}/check`} enctype="multipart/form-data">
          <input type="hidden" name="text" value={JSON.stringify(presentation)} />
          <Button icon="shield-check">Check these credentials</Button>
        </form>
        {shown.map(({ id, shown: copy }) => (
          <CredentialCard key={id} summary={summarise(copy)} unproven />
        ))}
        {work.length > 0 && <Work entries={work} />}
      </div>
    ),
  })
}

/** What its holder made or did. Nobody can check it, so it stands apart from what can be. */
function Work({ entries }: { entries: readonly PortfolioEntry[] }) {
  return (
    <section class="flow" aria-labelledby="work">
      <h2 id="work">What they made or did</h2>
      <p class="soft">These are no credentials, and no verifier checks them. Who confirmed them is what they say.</p>
      {entries.map((entry) => (
        <article key={entry.name} class="card flow">
          <h3>
            <bdi>{entry.item.title}</bdi>
          </h3>
          {entry.item.about !== '' && <p class="prose">{entry.item.about}</p>}
          {entry.item.contribution !== '' && <p class="prose">{entry.item.contribution}</p>}
          {entry.withHelp && <p class="soft">{WITH_HELP}</p>}
          <ul class="plain">
            {confirmedNow(entry).map(({ by, relation }) => (
              <li key={by}>
                Confirmed by <bdi>{by}</bdi>, who says they are: <bdi>{relation}</bdi>
              </li>
            ))}
          </ul>
        </article>
      ))}
    </section>
  )
}
