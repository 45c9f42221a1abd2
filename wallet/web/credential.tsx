import { isHoldersCopy, type Report, summarise } from '#credential'
import { decisionsIn } from '#protocol'
import { Actions, Button, ButtonLink, Confirm, CredentialCard, count, Heading, Notice, page, Verdict } from '#web'
import type { HeldCredential } from '../records/credentials.ts'
import type { Person } from '../records/person.ts'
import { frameOf } from './frame.ts'
import { marksOf, Standing } from './held.tsx'

const BACK = { href: '/passport', label: 'Your passport' }

/** One credential: all its fields, how it stood, and what its holder can do with it. */
export function credentialPage(view: {
  person: Person
  held: HeldCredential
  /** How many open shares show it. */
  shares: number
  flash: string | undefined
}): string {
  const { person, held, shares, flash } = view
  const summary = summarise(held.shown)
  const isGenuine = held.checked.face !== 'notGenuine'
  const here = `/credentials/${held.id}`
  return page({
    ...frameOf(person, '/passport'),
    title: summary.title,
    flash,
    body: (
      <div class="flow">
        <Heading back={BACK}>Your credential</Heading>
        <Actions>
          {isGenuine && (
            <ButtonLink href={`/shares/new?credential=${held.id}`} icon="share-2">
              Share it
            </ButtonLink>
          )}
          <ButtonLink href={`${here}/verdict`} variant="secondary" icon="shield-check">
            Check it now
          </ButtonLink>
          <ButtonLink href={`${here}/download`} variant="secondary" icon="download" download>
            Download
          </ButtonLink>
        </Actions>
        <CredentialCard
          summary={summary}
          badge={<Standing held={held} />}
          unproven={!isGenuine}
          marks={marksOf(held)}
        />
        {decisionsIn(held.shown.credential).length > 0 && (
          <Notice title="It says what of yours is recognised">
            Somebody decided what stands for what. <a href="/skills/decisions">See what was decided, and about what</a>.
          </Notice>
        )}
        {held.received.securing === 'open-badges-2' && (
          <Notice title="This is an Open Badge of version 2.0">
            It is checked on its issuer’s website each time. If that closes, nobody can check it any more.
          </Notice>
        )}
        {isHoldersCopy(held.received.credential) && (
          <Notice title="You can leave parts of this credential out">
            Choose them when you share it. Keep the downloaded file to yourself: whoever has it can show any part.
          </Notice>
        )}
        {summary.record !== null && summary.record.titles.length > 0 && (
          <PartsByThemselves here={here} number={summary.record.titles.length} />
        )}
        {isGenuine && held.received.securing !== 'sd-jwt' && <AsPicture here={here} />}
        <Confirm
          id="delete"
          trigger="Delete"
          icon="trash-2"
          title="Delete 1 credential?"
          action={`${here}/delete`}
          confirmLabel="Delete it"
        >
          <p>You cannot undo this here. If you may want it again, download it first.</p>
          {shares > 0 && <p>{count(shares, 'share')} will no longer show it.</p>}
          <p>Copies that others have already downloaded stay with them, and still check as genuine.</p>
        </Confirm>
      </div>
    ),
  })
}

/** What is in a record counts, and can be shared, by itself once it is held by itself. */
function PartsByThemselves({ here, number }: { here: string; number: number }) {
  return (
    <section class="flow">
      <h2>What is in it</h2>
      <p>
        You can keep {number === 1 ? 'the credential' : `each of the ${number} credentials`} in this record by itself
        too, to share it without the others. Each is checked. The record stays as it is.
      </p>
      <form method="post" action={`${here}/parts`}>
        <Button variant="secondary" icon="plus">
          {number === 1 ? 'Keep it by itself too' : 'Keep each by itself too'}
        </Button>
      </form>
    </section>
  )
}

/** The badge as a picture, to show or to pass on. */
function AsPicture({ here }: { here: string }) {
  return (
    <section class="flow">
      <h2>As a picture</h2>
      <p>
        A picture of your badge with the whole credential inside it. Any verifier of Open Badges can check the picture.
        A copy or a screenshot of it looks the same and holds nothing.
      </p>
      <Actions>
        <ButtonLink href={`${here}/picture/png`} variant="secondary" icon="download" download>
          Download as PNG
        </ButtonLink>
        <ButtonLink href={`${here}/picture/svg`} variant="secondary" icon="download" download>
          Download as SVG
        </ButtonLink>
      </Actions>
      <p class="soft">Whoever has the picture can read all that the credential says, your name too.</p>
    </section>
  )
}

/** What a credential that is not genuine is met with: its holder decides, and nothing is kept silently. */
export function undecidedPage({ person, held }: { person: Person; held: HeldCredential }): string {
  const here = `/credentials/${held.id}`
  return page({
    ...frameOf(person, '/passport'),
    title: 'This credential is not genuine',
    body: (
      <div class="flow">
        <Heading
          back={BACK}
          lead="It was changed after it was signed, or somebody else made it. We have not put it in your passport."
        >
          This credential is not genuine
        </Heading>
        <p>
          Ask whoever gave it to you for a new one. If you keep it, it stays marked as not genuine, and you cannot share
          it.
        </p>
        <Actions>
          <form method="post" action={`${here}/delete`}>
            <Button>Do not keep it</Button>
          </form>
          <form method="post" action={`${here}/keep`}>
            <Button variant="secondary">Keep it, marked as not genuine</Button>
          </form>
          <ButtonLink href={`${here}/verdict`} variant="quiet">
            Why is it not genuine?
          </ButtonLink>
        </Actions>
        <CredentialCard summary={summarise(held.shown)} unproven />
      </div>
    ),
  })
}

/** What any verifier would say of a credential now. */
export function verdictPage(view: {
  person: Person
  held: HeldCredential
  report: Report
  flash: string | undefined
}): string {
  const { person, held, report, flash } = view
  const summary = summarise(held.shown)
  return page({
    ...frameOf(person, '/passport'),
    title: `Check of ${summary.title}`,
    flash,
    body: (
      <div class="flow">
        <Verdict report={report} summary={summary} audience="holder" />
        <Parts reports={report.reports ?? []} />
        {report.standing === 'unchecked' && (
          <Notice>Nothing is lost. You can check it again at any time, and share it meanwhile.</Notice>
        )}
        <Actions>
          <ButtonLink href={`/credentials/${held.id}`}>See the credential</ButtonLink>
          <ButtonLink href="/passport" variant="secondary">
            Go to my passport
          </ButtonLink>
        </Actions>
      </div>
    ),
  })
}

/** The answer about each credential that a record holds. */
function Parts({ reports }: { reports: readonly Report[] }) {
  if (reports.length === 0) return null
  return (
    <section class="flow" aria-labelledby="parts">
      <h2 id="parts">The {count(reports.length, 'credential')} in this record</h2>
      {reports.map((part, index) => (
        <Verdict
          key={`${part.digest}${index}`}
          report={part}
          summary={part.credential && summarise({ credential: part.credential, digest: part.digest })}
          audience="holder"
          headingLevel={2}
          id={`verdict-${index + 1}`}
          folds
        />
      ))}
    </section>
  )
}
