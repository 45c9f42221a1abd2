import { isHoldersCopy, type Report, summarise } from '#credential'
import { decisionsIn } from '#protocol'
import { Actions, Button, ButtonLink, Confirm, CredentialCard, Heading, Notice, page, translated, Verdict } from '#web'
import type { HeldCredential } from '../records/credentials.ts'
import type { Person } from '../records/person.ts'
import { credentialPageWords } from './credential-page-words.tsx'
import { frameOf } from './frame.ts'
import { marksOf, Standing } from './held.tsx'

const back = () => ({ href: '/passport', label: credentialPageWords().back })

interface CredentialView {
  person: Person
  held: HeldCredential
  /** How many open shares show it. */
  shares: number
  flash: string | undefined
}

/** One credential: all its fields, how it stood, and what its holder can do with it. */
export const credentialPage = translated((view: CredentialView): string => {
  const { person, held, shares, flash } = view
  const words = credentialPageWords()
  const summary = summarise(held.shown)
  const isGenuine = held.checked.face !== 'notGenuine'
  const here = `/credentials/${held.id}`
  return page({
    ...frameOf(person, '/passport'),
    title: summary.title,
    flash,
    body: (
      <div class="flow">
        <Heading back={back()}>{words.title}</Heading>
        <Actions>
          {isGenuine && (
            <ButtonLink href={`/shares/new?credential=${held.id}`} icon="share-2">
              {words.share}
            </ButtonLink>
          )}
          <ButtonLink href={`${here}/verdict`} variant="secondary" icon="shield-check">
            {words.check}
          </ButtonLink>
          <ButtonLink href={`${here}/download`} variant="secondary" icon="download" download>
            {words.download}
          </ButtonLink>
        </Actions>
        <CredentialCard
          summary={summary}
          badge={<Standing held={held} />}
          unproven={!isGenuine}
          marks={marksOf(held)}
        />
        {decisionsIn(held.shown.credential).length > 0 && (
          <Notice title={words.decisions}>
            {words.decisionsText((text) => (
              <a href="/skills/decisions">{text}</a>
            ))}
          </Notice>
        )}
        {held.received.securing === 'open-badges-2' && <Notice title={words.older}>{words.olderText}</Notice>}
        {isHoldersCopy(held.received.credential) && <Notice title={words.selective}>{words.selectiveText}</Notice>}
        {summary.record !== null && summary.record.titles.length > 0 && (
          <PartsByThemselves here={here} number={summary.record.titles.length} />
        )}
        {isGenuine && held.received.securing !== 'sd-jwt' && <AsPicture here={here} />}
        <Confirm
          id="delete"
          trigger={words.delete}
          icon="trash-2"
          title={words.deleteTitle}
          action={`${here}/delete`}
          confirmLabel={words.deleteIt}
        >
          <p>{words.deleteText}</p>
          {shares > 0 && <p>{words.sharesLose(shares)}</p>}
          <p>{words.copies}</p>
        </Confirm>
      </div>
    ),
  })
})

/** What is in a record counts, and can be shared, by itself once it is held by itself. */
function PartsByThemselves({ here, number }: { here: string; number: number }) {
  const words = credentialPageWords()
  return (
    <section class="flow">
      <h2>{words.inside}</h2>
      <p>{words.insideText(number)}</p>
      <form method="post" action={`${here}/parts`}>
        <Button variant="secondary" icon="plus">
          {number === 1 ? words.keepOne : words.keepEach}
        </Button>
      </form>
    </section>
  )
}

/** The badge as a picture, to show or to pass on. */
function AsPicture({ here }: { here: string }) {
  const words = credentialPageWords()
  return (
    <section class="flow">
      <h2>{words.picture}</h2>
      <p>{words.pictureText}</p>
      <Actions>
        <ButtonLink href={`${here}/picture/png`} variant="secondary" icon="download" download>
          {words.downloadAs('PNG')}
        </ButtonLink>
        <ButtonLink href={`${here}/picture/svg`} variant="secondary" icon="download" download>
          {words.downloadAs('SVG')}
        </ButtonLink>
      </Actions>
      <p class="soft">{words.pictureTells}</p>
    </section>
  )
}

/** What a credential that is not genuine is met with: its holder decides, and nothing is kept silently. */
export const undecidedPage = translated(({ person, held }: { person: Person; held: HeldCredential }): string => {
  const words = credentialPageWords()
  const here = `/credentials/${held.id}`
  return page({
    ...frameOf(person, '/passport'),
    title: words.notGenuine,
    body: (
      <div class="flow">
        <Heading back={back()} lead={words.notGenuineLead}>
          {words.notGenuine}
        </Heading>
        <p>{words.askForNew}</p>
        <Actions>
          <form method="post" action={`${here}/delete`}>
            <Button>{words.doNotKeep}</Button>
          </form>
          <form method="post" action={`${here}/keep`}>
            <Button variant="secondary">{words.keepMarked}</Button>
          </form>
          <ButtonLink href={`${here}/verdict`} variant="quiet">
            {words.why}
          </ButtonLink>
        </Actions>
        <CredentialCard summary={summarise(held.shown)} unproven />
      </div>
    ),
  })
})

interface VerdictView {
  person: Person
  held: HeldCredential
  report: Report
  flash: string | undefined
}

/** What any verifier would say of a credential now. */
export const verdictPage = translated((view: VerdictView): string => {
  const { person, held, report, flash } = view
  const words = credentialPageWords()
  const summary = summarise(held.shown)
  return page({
    ...frameOf(person, '/passport'),
    title: words.checkOf(summary.title),
    flash,
    body: (
      <div class="flow">
        <Verdict report={report} summary={summary} audience="holder" />
        <Parts reports={report.reports ?? []} />
        {report.standing === 'unchecked' && <Notice>{words.nothingLost}</Notice>}
        <Actions>
          <ButtonLink href={`/credentials/${held.id}`}>{words.see}</ButtonLink>
          <ButtonLink href="/passport" variant="secondary">
            {words.toPassport}
          </ButtonLink>
        </Actions>
      </div>
    ),
  })
})

/** The answer about each credential that a record holds. */
function Parts({ reports }: { reports: readonly Report[] }) {
  if (reports.length === 0) return null
  return (
    <section class="flow" aria-labelledby="parts">
      <h2 id="parts">{credentialPageWords().inRecord(reports.length)}</h2>
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
