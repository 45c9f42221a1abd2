import type { Frameworks } from '#skills'
import {
  ButtonLink,
  Confirm,
  Empty,
  EnglishText,
  formatDate,
  Heading,
  Notice,
  page,
  SummaryList,
  translated,
} from '#web'
import type { CertificateEntry } from '../../old-certificates.ts'
import type { OldCertificate } from '../../records/old-certificate-kind.ts'
import type { Person } from '../../records/person.ts'
import type { PersonalRecord } from '../../records/personal.ts'
import { backOf, frameOf } from '../frame.ts'
import { certificateWords } from './certificate-words.tsx'
import { sizeInWords } from './portfolio-words.ts'
import { selfWords } from './self-words.ts'

/** Where somebody plans a qualification. */
const PLAN = '/skills/itq'

interface CertificatesPage {
  person: Person
  records: readonly PersonalRecord<OldCertificate>[]
  flash: string | undefined
}

/** The old certificates that somebody wrote down. */
export const certificatesPage = translated(({ person, records, flash }: CertificatesPage): string => {
  const words = certificateWords()
  const add = (
    <ButtonLink href="/skills/certificates/new" icon="plus">
      {words.add}
    </ButtonLink>
  )
  return page({
    ...frameOf(person, '/skills'),
    title: words.title,
    flash,
    body: (
      <div class="flow">
        <Heading back={backOf(person)} lead={words.lead} actions={records.length > 0 && add}>
          {words.title}
        </Heading>
        {records.length === 0 ? (
          <Empty title={words.nothing} icon="file-check" action={add}>
            {words.howToBegin}
          </Empty>
        ) : (
          <ul class="lines">
            {records.map(({ name, content, withHelp }) => (
              <li key={name}>
                <a href={`/skills/certificates/${name}`}>
                  <bdi>{content.paper}</bdi>
                </a>
                <span class="soft">
                  {content.awardedOn === '' ? words.claimed : words.claimedOf(formatDate(content.awardedOn))}
                  {withHelp && `. ${selfWords().withHelp}`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    ),
  })
})

interface CertificatePage {
  person: Person
  entry: CertificateEntry
  known: Frameworks
  /** What may come of it, by qualification units that the library names. */
  units: readonly string[]
  /** The same certificate as its issuer's credential, by its id in the passport; null where none is held. */
  credential: string | null
  flash: string | undefined
}

/** One certificate: what it may stand for, its pictures, and how it becomes more than claimed. */
export const certificatePage = translated((view: CertificatePage): string => {
  const words = certificateWords()
  const { person, entry, known, units, credential, flash } = view
  const { name, content, files, withHelp } = entry
  const isHolder = person.helper === undefined
  return page({
    ...frameOf(person, '/skills'),
    title: content.paper,
    flash,
    body: (
      <div class="narrow flow">
        <Heading back={{ href: '/skills/certificates', label: words.title }} lead={words.claimed}>
          <bdi>{content.paper}</bdi>
        </Heading>
        <Standing content={content} credential={credential} />
        <SummaryList
          rows={[
            ...(content.scheme === ''
              ? []
              : [
                  {
                    label: words.which,
                    value: (
                      <EnglishText>{[content.scheme, content.unit].filter((one) => one !== '').join(': ')}</EnglishText>
                    ),
                  },
                ]),
            ...(content.awardingBody === ''
              ? []
              : [{ label: words.awardedBy, value: <bdi>{content.awardingBody}</bdi> }]),
            ...(content.awardedOn === '' ? [] : [{ label: words.date, value: formatDate(content.awardedOn) }]),
            ...(content.number === '' ? [] : [{ label: words.number, value: <bdi>{content.number}</bdi> }]),
            { label: words.mayStandFor, value: <Units units={units} known={known} content={content} /> },
            ...(withHelp ? [{ label: words.howFilledIn, value: selfWords().withHelp }] : []),
          ]}
        />
        {files.length > 0 && (
          <section class="flow">
            <h2>{words.files(files.length)}</h2>
            <ul class="lines">
              {files.map((file) => (
                <li key={file.digest}>
                  {isHolder ? (
                    <a href={`/skills/certificates/${name}/files/${file.digest}`} download>
                      <bdi>{file.name}</bdi>
                    </a>
                  ) : (
                    <bdi>{file.name}</bdi>
                  )}
                  <span class="soft">{sizeInWords(file.size)}</span>
                </li>
              ))}
            </ul>
            <p class="soft">{words.keptAsItIs}</p>
          </section>
        )}
        {isHolder && (
          <Confirm
            id="delete"
            trigger={words.deleteIt}
            icon="trash-2"
            title={words.deleteTitle}
            action={`/skills/certificates/${name}/delete`}
            confirmLabel={words.deleteIt}
          >
            <p>{words.goesWith(files.length)}</p>
          </Confirm>
        )}
      </div>
    ),
  })
})

function Standing({ content, credential }: { content: OldCertificate; credential: string | null }) {
  const words = certificateWords()
  if (credential !== null) {
    return (
      <Notice tone="done" title={words.verifiedToo}>
        {words.sameSigned(`/credentials/${credential}`)}
      </Notice>
    )
  }
  return (
    <Notice title={words.notChecked}>
      {words.howVerified(
        content.awardingBody === '' ? words.whoeverAwarded : <bdi>{content.awardingBody}</bdi>,
        '/add',
      )}
    </Notice>
  )
}

function Units({ units, known, content }: { units: readonly string[]; known: Frameworks; content: OldCertificate }) {
  const words = certificateWords()
  if (units.length === 0) {
    return content.scheme === '' ? words.standsForNothing : words.partOf(PLAN)
  }
  return (
    <>
      <ul class="plain">
        {units.map((unit) => (
          <li key={unit}>
            <EnglishText>
              {known.nameOf(unit)} <span class="soft">({rulesOf(unit, known)})</span>
            </EnglishText>
          </li>
        ))}
      </ul>
      <p>{words.bodyDecides(PLAN)}</p>
    </>
  )
}

/** The qualifications that a unit is of, by the title of their rules. */
function rulesOf(unit: string, { rulesets }: Frameworks): string {
  const [id = ''] = unit.split('#')
  return rulesets.find((one) => one.id === id)?.content.title ?? id
}
