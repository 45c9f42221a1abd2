import type { ComponentChildren } from 'preact'
import {
  Actions,
  ButtonLink,
  type Column,
  en,
  type Face,
  faceOf,
  Heading,
  page,
  Seal,
  StandingBadge,
  sentenceFor,
  Table,
} from '#web'
import type { CredentialAnswer } from '../answer.ts'
import type { BlindRow } from '../employer/blind-rows.ts'
import { decidedBy, type ManyRow } from '../many-csv.ts'
import { BlindNotice } from './blind-notice.tsx'
import { addressOf, frameOf } from './frame.ts'
import { textToSendAgain } from './further-questions.tsx'

/** Good ones first, as they are counted. */
const FACES = Object.keys(en.standings) as Face[]
const GENUINE: readonly Face[] = ['genuine', 'genuineNotListed', 'genuineNotRecognised']

/** So much of what was given is put into the page again, to be opened by itself. */
const MAX_AGAIN = 16 * 1024

/** The results as a table, with how many came out in which way, and the same for a spreadsheet. */
export function manyResultPage(rows: readonly ManyRow[], csv: string): string {
  return resultPage(
    rows.map(faceOfRow),
    <>
      <Actions>
        <a
          class="button button-secondary"
          href={`data:text/csv;base64,${Buffer.from(csv).toString('base64')}`}
          download="checked.csv"
          data-many-csv
        >
          Download as a table (CSV)
        </a>
        <ButtonLink href="/check/many" icon="search" variant="secondary">
          Check others
        </ButtonLink>
      </Actions>
      <Table caption="What was checked" columns={COLUMNS} rows={rows} rowKey={({ name }) => name} />
    </>,
  )
}

/** The same without who somebody is: no names, institutions, pictures or dates, and nothing that holds them. */
export function blindManyResultPage(rows: readonly BlindRow[]): string {
  return resultPage(
    rows.map(({ row }) => faceOfRow(row)),
    <>
      <BlindNotice openly="/check/many" how="hand in again" />
      <p>They stand in the order in which you brought them, which means nothing here.</p>
      <Table caption="What was checked" columns={BLIND_COLUMNS} rows={rows} rowKey={({ place }) => place} />
      <Actions>
        <ButtonLink href={addressOf('/check/many', true)} icon="search" variant="secondary">
          Check others
        </ButtonLink>
      </Actions>
    </>,
    true,
  )
}

function resultPage(faces: readonly Face[], children: ComponentChildren, isBlind = false): string {
  const genuine = faces.filter((face) => GENUINE.includes(face)).length
  return page({
    ...frameOf('/check/many', isBlind),
    title: 'Many credentials checked',
    body: (
      <div class="flow" data-many-result>
        <Heading lead="Each was checked by itself. Genuine is what its issuer signed and that still holds.">
          <span data-many-genuine>{genuine}</span> of <span data-many-all>{faces.length}</span> genuine
        </Heading>
        <ul class="counts">
          {FACES.map((face) => {
            const count = faces.filter((one) => one === face).length
            return (
              <li key={face} hidden={count === 0} data-many-face={face}>
                <StandingBadge standing={face} /> <span class="counts-number">{count}</span>
              </li>
            )
          })}
        </ul>
        {children}
      </div>
    ),
  })
}

const faceOfRow = ({ answer }: ManyRow): Face => (answer === null ? 'unchecked' : faceOf(answer))

const COLUMNS: readonly Column<ManyRow>[] = [
  { key: 'what', label: 'Credential', cell: (row) => <What row={row} /> },
  { key: 'issuer', label: 'Issued by', cell: ({ answer }) => <Issuer answer={answer} /> },
  { key: 'verdict', label: 'Verdict', cell: (row) => <StandingBadge standing={faceOfRow(row)} /> },
  { key: 'recognised', label: 'Recognised', cell: ({ answer }) => <Recognised answer={answer} /> },
  { key: 'reason', label: 'Reason', cell: (row) => <Reason row={row} /> },
]

const BLIND_COLUMNS: readonly Column<BlindRow>[] = [
  {
    key: 'what',
    label: 'Credential',
    cell: ({ place, title }) => (
      <span>
        {title !== null && (
          <>
            <strong>
              <bdi>{title}</bdi>
            </strong>
            <br />
          </>
        )}
        <span class="soft">{place}</span>
      </span>
    ),
  },
  { key: 'verdict', label: 'Verdict', cell: ({ row }) => <StandingBadge standing={faceOfRow(row)} /> },
  { key: 'recognised', label: 'Recognised', cell: ({ row: { answer } }) => <Recognised answer={answer} /> },
]

function What({ row: { name, answer } }: { row: ManyRow }) {
  return (
    <span class="many-what">
      {answer !== null && answer.digest !== '' && <Seal digest={answer.digest} size="small" />}
      <span>
        {answer?.summary && (
          <>
            <strong>
              <bdi>{answer.summary.title}</bdi>
            </strong>
            <br />
          </>
        )}
        <bdi class="soft">{name}</bdi>
      </span>
    </span>
  )
}

function Issuer({ answer }: { answer: CredentialAnswer | null }) {
  const issuer = answer?.summary?.issuer
  if (issuer === undefined) return <span class="not-stated">Not known</span>
  return <bdi>{issuer.name ?? issuer.id}</bdi>
}

/** Of what is not proven to be the issuer's, nothing is said of the issuer. */
function Recognised({ answer }: { answer: CredentialAnswer | null }) {
  const isProven = answer !== null && answer.standing !== 'notGenuine' && answer.standing !== 'unchecked'
  return isProven ? (
    <span>{en.recognitionLabels[answer.recognition.outcome]}</span>
  ) : (
    <span class="not-stated">Not asked</span>
  )
}

function Reason({ row: { name, answer, problem } }: { row: ManyRow }) {
  if (answer === null) return <span>{problem}</span>
  const decisive = decidedBy(answer)
  const again = textToSendAgain(answer, undefined)
  return (
    <div class="many-reason">
      <span>{decisive === undefined ? 'Every check passed.' : sentenceFor(en, decisive)}</span>
      {again !== null && again.length <= MAX_AGAIN && (
        <form method="post" action="/check" enctype="multipart/form-data">
          <input type="hidden" name="text" value={again} />
          <button class="button button-quiet" type="submit" aria-label={`Open the whole verdict on ${name}`}>
            Open
          </button>
        </form>
      )}
    </div>
  )
}
