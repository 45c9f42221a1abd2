import {
  Actions,
  Button,
  ButtonLink,
  Confirm,
  CopyLink,
  CredentialCard,
  Heading,
  page,
  QrCode,
  StandingBadge,
} from '#web'
import { award, certificate, course, module } from './facts.ts'

const FRAME = {
  service: 'wallet',
  user: { name: 'Siân Ó Briain', href: '/account', signOutAction: '/sign-out' },
  nav: [
    { href: '/passport', label: 'Passport', current: true },
    { href: '/shares', label: 'Shares' },
    { href: '/account', label: 'Account' },
  ],
} as const

/** A person's cards. */
export function passport(): string {
  return page({
    ...FRAME,
    title: 'My passport',
    flash: 'The badge is in your passport.',
    body: (
      <>
        <Heading
          lead="Everything that you were awarded, in one place. Nobody sees it until you share it."
          actions={
            <>
              <ButtonLink href="/share" icon="share-2">
                Share
              </ButtonLink>
              <ButtonLink href="/add" icon="plus" variant="secondary">
                Add a credential
              </ButtonLink>
            </>
          }
        >
          My passport
        </Heading>
        <ul class="cards">
          {[module, certificate, award, course].map((summary) => (
            <li key={summary.digest}>
              <CredentialCard
                summary={summary}
                variant="compact"
                href="/credential"
                badge={<StandingBadge standing={summary === course ? 'noLongerValid' : 'genuine'} />}
              />
            </li>
          ))}
        </ul>
      </>
    ),
  })
}

/** One card in full, with its share. */
export function credential(): string {
  return page({
    ...FRAME,
    title: module.title,
    body: (
      <>
        <Heading back={{ href: '/passport', label: 'My passport' }}>Your badge</Heading>
        <div class="columns">
          <div class="flow">
            <CredentialCard summary={module} />
            <CredentialCard summary={course} unproven />
          </div>
          <div class="flow">
            <h2>Share it</h2>
            <CopyLink id="share" label="Link to this share" url="http://localhost:4002/s/3q2-7wAAAAB1eVXvsn5bUg" />
            <QrCode text="http://localhost:4002/s/3q2-7wAAAAB1eVXvsn5bUg" label="Opens this share on another phone." />
            <Actions>
              <Button variant="secondary" icon="printer" type="button">
                Print
              </Button>
              <Confirm
                id="withdraw"
                trigger="Withdraw this share"
                icon="trash-2"
                title="Withdraw this share?"
                action="/withdraw"
                confirmLabel="Withdraw it"
                fields={{ share: '1' }}
              >
                <p>The link stops working at once. You cannot undo this, but you can make a new share.</p>
              </Confirm>
            </Actions>
          </div>
        </div>
      </>
    ),
  })
}
