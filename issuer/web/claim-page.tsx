import type { ClaimOffer } from '#protocol'
import { Actions, Button, ButtonLink, formatDate, Heading, Notice, page } from '#web'

interface ClaimPageOptions {
  offer: ClaimOffer
  link: string
  walletUrl: string
}

/** What waits behind a claim link, from whom, and the one thing to do. */
export function claimPage({ offer, link, walletUrl }: ClaimPageOptions): string {
  const { issuer, title, state } = offer
  const heading =
    state === 'open'
      ? 'Something is waiting for you'
      : state === 'claimed'
        ? 'This link was used'
        : 'This link is too old'
  return page({
    service: 'issuer',
    title: heading,
    body: (
      <div class="narrow flow">
        <Heading
          lead={
            <>
              <bdi>{issuer.name}</bdi> awarded you “<bdi>{title}</bdi>”.
            </>
          }
        >
          {heading}
        </Heading>
        {state === 'open' ? (
          <>
            <Actions>
              <ButtonLink href={`${walletUrl}/receive?claim=${encodeURIComponent(link)}`}>
                Add it to my passport
              </ButtonLink>
            </Actions>
            <p>
              Your passport keeps it safe. You decide who sees it. The link works once, until{' '}
              {formatDate(offer.expiresAt)}.
            </p>
            <section class="flow">
              <h2>No passport?</h2>
              <p>
                You can save it instead, as a file or as a picture with the credential inside it, and add that to any
                passport later.
              </p>
              <Actions>
                <form method="post" action={`${new URL(link).pathname}/file`}>
                  <Button variant="secondary" icon="download">
                    Download as a file
                  </Button>
                </form>
                <form method="post" action={`${new URL(link).pathname}/picture`}>
                  <Button variant="secondary" icon="download">
                    Download as a picture
                  </Button>
                </form>
              </Actions>
            </section>
          </>
        ) : (
          <Notice tone="attention" title="What you can do">
            {state === 'claimed'
              ? 'If you added it to your passport, you will find it there. If it was not you, tell whoever awarded it.'
              : `Ask ${issuer.name} to send you a new link. Your award is still there.`}
          </Notice>
        )}
      </div>
    ),
  })
}
