import type { ComponentChildren } from 'preact'
import { Button, ButtonLink, Field, Heading, page, translated } from '#web'
import type { Person } from '../records/person.ts'
import type { Share } from '../records/shares.ts'
import { exportWords } from './export-words.tsx'
import { frameOf } from './frame.ts'

/** What there is to take away, and what of it does not go into each form. */
export interface ExportView {
  person: Person
  /** Credentials that go out, and the titles of those that do not since they are not genuine. */
  credentials: number
  notGenuine: readonly string[]
  /** How many records they fill, and the titles of those of a form that no record holds. */
  records: number
  notInRecord: readonly string[]
  /** One's own records, in the table. */
  ownRecords: number
  /** The open shares whose link may stand in a document. */
  shares: readonly Pick<Share, 'id' | 'audience' | 'expiresAt'>[]
}

/** The forms in which a passport can be taken away, in plain words. */
export const exportPage = translated((view: ExportView): string => {
  const words = exportWords()
  const { person, credentials, notGenuine, records, notInRecord, ownRecords, shares } = view
  return page({
    ...frameOf(person, '/account'),
    title: words.title,
    body: (
      <div class="narrow flow">
        <Heading back={{ href: '/account', label: words.back }} lead={words.lead}>
          {words.title}
        </Heading>
        <Form title={words.all} about={words.allText}>
          <form method="post" action="/export">
            <Button icon="download">{words.saveAll}</Button>
          </form>
        </Form>
        <Form title={words.document} about={words.documentText(credentials)} leftOut={notGenuine}>
          <form class="flow" method="get" action="/export/passport.pdf">
            {shares.length > 0 && (
              <Field
                name="share"
                either
                label={words.link}
                options={[
                  { value: '', label: words.noLink },
                  ...shares.map(({ id, audience, expiresAt }) => ({
                    value: id,
                    label: words.linkFor(audience, expiresAt),
                  })),
                ]}
              />
            )}
            <Button variant="secondary" icon="download">
              {words.downloadPdf}
            </Button>
          </form>
        </Form>
        <Form title={words.record} about={words.recordText(credentials)} leftOut={[...notGenuine, ...notInRecord]}>
          {records === 0 && <p class="soft">{words.nothingIn}</p>}
          {Array.from({ length: records }, (_, index) => (
            <ButtonLink key={index} href={`/export/record/${index + 1}`} variant="secondary" icon="download" download>
              {records === 1 ? words.downloadRecord : words.downloadRecordOf(index + 1, records)}
            </ButtonLink>
          ))}
        </Form>
        <Form title={words.europe} about={words.europeText(credentials)} leftOut={notGenuine}>
          {credentials === 0 ? (
            <p class="soft">{words.nothingToDescribe}</p>
          ) : (
            <ButtonLink href="/export/europass.jsonld" variant="secondary" icon="download" download>
              {words.downloadDescription}
            </ButtonLink>
          )}
        </Form>
        <Form title={words.table} about={words.tableText(credentials + notGenuine.length, ownRecords)}>
          <ButtonLink href="/export/passport.csv" variant="secondary" icon="download" download>
            {words.downloadTable}
          </ButtonLink>
        </Form>
        <p>
          {words.frameworks((text) => (
            <a href="/frameworks">{text}</a>
          ))}
        </p>
      </div>
    ),
  })
})

function Form(form: { title: string; about: string; leftOut?: readonly string[]; children: ComponentChildren }) {
  const { title, about, leftOut = [], children } = form
  const words = exportWords()
  return (
    <section class="flow">
      <h2>{title}</h2>
      <p>{about}</p>
      {leftOut.length > 0 && (
        <details>
          <summary>{words.leftOut(leftOut.length)}</summary>
          <ul>
            {leftOut.map((name, index) => (
              <li key={index}>
                <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
          <p class="soft">{words.leftOutText}</p>
        </details>
      )}
      {children}
    </section>
  )
}
