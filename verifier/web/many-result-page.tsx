import type { ComponentChildren } from 'preact'
import {
  Actions,
  ButtonLink,
  type Column,
  EnglishText,
  en,
  type Face,
  faceOf,
  Heading,
  page,
  Seal,
  StandingBadge,
  sentenceFor,
  sentences,
  Table,
  translated,
} from '#web'
import type { CredentialAnswer } from '../answer.ts'
import type { BlindRow } from '../employer/blind-rows.ts'
import { decidedBy, type ManyRow } from '../many-csv.ts'
import { BlindNotice } from './blind-notice.tsx'
import { addressOf, frameOf } from './frame.ts'
import { textToSendAgain } from './further-questions.tsx'
import { manyWords } from './many-words.tsx'

/** Good ones first, as they are counted. */
const FACES = Object.keys(en.standings) as Face[]
const GENUINE: readonly Face[] = ['genuine', 'genuineNotListed', 'genuineNotRecognised']

/** So much of what was given is put into the page again, to be opened by itself. */
const MAX_AGAIN = 16 * 1024

/** The results as a table, with how many came out in which way, and the same for a spreadsheet. */
export const manyResultPage = translated((rows: readonly ManyRow[], csv: string): string => {
  const words = manyWords()
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
          {words.download}
        </a>
        <ButtonLink href="/check/many" icon="search" variant="secondary">
          {words.others}
        </ButtonLink>
      </Actions>
      <Table caption={words.caption} columns={columns()} rows={rows} rowKey={({ name }) => name} />
    </>,
  )
})

/** The same without who somebody is: no names, institutions, pictures or dates, and nothing that holds them. */
export const blindManyResultPage = translated((rows: readonly BlindRow[]): string => {
  const words = manyWords()
  return resultPage(
    rows.map(({ row }) => faceOfRow(row)),
    <>
      <BlindNotice openly="/check/many" how="hand in again" />
      <p>{words.orderIsYours}</p>
      <Table caption={words.caption} columns={blindColumns()} rows={rows} rowKey={({ place }) => place} />
      <Actions>
        <ButtonLink href={addressOf('/check/many', true)} icon="search" variant="secondary">
          {words.others}
        </ButtonLink>
      </Actions>
    </>,
    true,
  )
})

function resultPage(faces: readonly Face[], children: ComponentChildren, isBlind = false): string {
  const words = manyWords()
  const genuine = faces.filter((face) => GENUINE.includes(face)).length
  return page({
    ...frameOf('/check/many', isBlind),
    title: words.checked,
    body: (
      <div class="flow" data-many-result>
        <Heading lead={words.checkedLead}>
          {words.genuineOf(<span data-many-genuine>{genuine}</span>, <span data-many-all>{faces.length}</span>)}
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

function columns(): Column<ManyRow>[] {
  const words = manyWords()
  return [
    { key: 'what', label: words.credential, cell: (row) => <What row={row} /> },
    { key: 'issuer', label: words.issuedBy, cell: ({ answer }) => <Issuer answer={answer} /> },
    { key: 'verdict', label: words.verdict, cell: (row) => <StandingBadge standing={faceOfRow(row)} /> },
    { key: 'recognised', label: words.recognised, cell: ({ answer }) => <Recognised answer={answer} /> },
    { key: 'reason', label: words.reason, cell: (row) => <Reason row={row} /> },
  ]
}

function blindColumns(): Column<BlindRow>[] {
  const words = manyWords()
  return [
    {
      key: 'what',
      label: words.credential,
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
    { key: 'verdict', label: words.verdict, cell: ({ row }) => <StandingBadge standing={faceOfRow(row)} /> },
    { key: 'recognised', label: words.recognised, cell: ({ row: { answer } }) => <Recognised answer={answer} /> },
  ]
}

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
  if (issuer === undefined) return <span class="not-stated">{manyWords().notKnown}</span>
  return <bdi>{issuer.name ?? issuer.id}</bdi>
}

/** Of what is not proven to be the issuer's, nothing is said of the issuer. */
function Recognised({ answer }: { answer: CredentialAnswer | null }) {
  const isProven = answer !== null && answer.standing !== 'notGenuine' && answer.standing !== 'unchecked'
  return isProven ? (
    <span>{sentences().recognitionLabels[answer.recognition.outcome]}</span>
  ) : (
    <span class="not-stated">{manyWords().notAsked}</span>
  )
}

function Reason({ row: { name, answer, problem } }: { row: ManyRow }) {
  const words = manyWords()
  if (answer === null) {
    return (
      <span>
        <EnglishText>{problem}</EnglishText>
      </span>
    )
  }
  const decisive = decidedBy(answer)
  const again = textToSendAgain(answer, undefined)
  return (
    <div class="many-reason">
      <span>{decisive === undefined ? words.allPassed : sentenceFor(sentences(), decisive)}</span>
      {again !== null && again.length <= MAX_AGAIN && (
        <form method="post" action="/check" enctype="multipart/form-data">
          <input type="hidden" name="text" value={again} />
          <button class="button button-quiet" type="submit" aria-label={words.openWhole(name)}>
            {words.open}
          </button>
        </form>
      )}
    </div>
  )
}
