import type { Frameworks } from '#skills'
import { ButtonLink, Confirm, count, Empty, formatDate, Heading, Notice, page, SummaryList } from '#web'
import type { CertificateEntry } from '../../old-certificates.ts'
import type { OldCertificate } from '../../records/old-certificate-kind.ts'
import type { Person } from '../../records/person.ts'
import type { PersonalRecord } from '../../records/personal.ts'
import { backOf, frameOf } from '../frame.ts'
import { sizeInWords } from './portfolio-words.ts'
import { selfWords } from './self-words.ts'

/** Said of what rests on a picture or the holder's word. */
const CLAIMED = 'Claimed'

/** The old certificates that somebody wrote down. */
export function certificatesPage(view: {
  person: Person
  records: readonly PersonalRecord<OldCertificate>[]
  flash: string | undefined
}): string {
  const { person, records, flash } = view
  const add = (
    <ButtonLink href="/skills/certificates/new" icon="plus">
      Add an old certificate
    </ButtonLink>
  )
  return page({
    ...frameOf(person, '/skills'),
    title: 'Your old certificates',
    flash,
    body: (
      <div class="flow">
        <Heading
          back={backOf(person)}
          lead="Certificates on paper, such as ECDL, CLAiT or e-Quals. They may save you a unit of a qualification."
          actions={records.length > 0 && add}
        >
          Your old certificates
        </Heading>
        {records.length === 0 ? (
          <Empty title="Bring what you have" icon="file-check" action={add}>
            Read off what the paper says, and add a photo of it. You see at once which units it may stand for.
          </Empty>
        ) : (
          <ul class="lines">
            {records.map(({ name, content, withHelp }) => (
              <li key={name}>
                <a href={`/skills/certificates/${name}`}>
                  <bdi>{content.paper}</bdi>
                </a>
                <span class="soft">
                  {CLAIMED}
                  {content.awardedOn !== '' && `, of ${formatDate(content.awardedOn)}`}
                  {withHelp && `. ${selfWords().withHelp}`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    ),
  })
}

/** One certificate: what it may stand for, its pictures, and how it becomes more than claimed. */
export function certificatePage(view: {
  person: Person
  entry: CertificateEntry
  known: Frameworks
  /** What may come of it, by qualification units that the library names. */
  units: readonly string[]
  /** The same certificate as its issuer's credential, by its id in the passport; null where none is held. */
  credential: string | null
  flash: string | undefined
}): string {
  const { person, entry, known, units, credential, flash } = view
  const { name, content, files, withHelp } = entry
  const isHolder = person.helper === undefined
  return page({
    ...frameOf(person, '/skills'),
    title: content.paper,
    flash,
    body: (
      <div class="narrow flow">
        <Heading back={{ href: '/skills/certificates', label: 'Your old certificates' }} lead={CLAIMED}>
          <bdi>{content.paper}</bdi>
        </Heading>
        <Standing content={content} credential={credential} />
        <SummaryList
          rows={[
            ...(content.scheme === ''
              ? []
              : [
                  {
                    label: 'Which it is',
                    value: [content.scheme, content.unit].filter((one) => one !== '').join(': '),
                  },
                ]),
            ...(content.awardingBody === '' ? [] : [{ label: 'Awarded by', value: <bdi>{content.awardingBody}</bdi> }]),
            ...(content.awardedOn === '' ? [] : [{ label: 'Date on it', value: formatDate(content.awardedOn) }]),
            ...(content.number === '' ? [] : [{ label: 'Number on it', value: <bdi>{content.number}</bdi> }]),
            { label: 'May stand for', value: <Units units={units} known={known} content={content} /> },
            ...(withHelp ? [{ label: 'How it was filled in', value: selfWords().withHelp }] : []),
          ]}
        />
        {files.length > 0 && (
          <section class="flow">
            <h2>{count(files.length, 'picture or file', 'pictures and files')}</h2>
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
            <p class="soft">We keep the picture as it is and do not read it. What counts is what you typed.</p>
          </section>
        )}
        {isHolder && (
          <Confirm
            id="delete"
            trigger="Delete it"
            icon="trash-2"
            title="Delete 1 old certificate?"
            action={`/skills/certificates/${name}/delete`}
            confirmLabel="Delete it"
          >
            <p>It goes with {count(files.length, 'file')}. This cannot be undone.</p>
          </Confirm>
        )}
      </div>
    ),
  })
}

function Standing({ content, credential }: { content: OldCertificate; credential: string | null }) {
  if (credential !== null) {
    return (
      <Notice tone="done" title="You hold it verified too">
        Its issuer signed <a href={`/credentials/${credential}`}>the same certificate</a> for you. That one counts, and
        this one is beside it.
      </Notice>
    )
  }
  return (
    <Notice title="You say so, and nobody has checked it">
      A photo proves nothing by itself. It is verified once{' '}
      {content.awardingBody === '' ? 'whoever awarded it' : <bdi>{content.awardingBody}</bdi>} gives you the same
      certificate as a credential: <a href="/add">add it</a> then.
    </Notice>
  )
}

function Units({ units, known, content }: { units: readonly string[]; known: Frameworks; content: OldCertificate }) {
  if (units.length === 0) {
    return content.scheme === '' ? (
      <>Nothing that is known here. You can still show it.</>
    ) : (
      <>
        A part of a qualification. <a href="/skills/itq">See which in the plan</a>.
      </>
    )
  }
  return (
    <>
      <ul class="plain">
        {units.map((unit) => (
          <li key={unit}>
            {known.nameOf(unit)} <span class="soft">({rulesOf(unit, known)})</span>
          </li>
        ))}
      </ul>
      <p>
        An awarding body decides. <a href="/skills/itq">See what it would do for your plan</a>.
      </p>
    </>
  )
}

/** The qualifications that a unit is of, by the title of their rules. */
function rulesOf(unit: string, { rulesets }: Frameworks): string {
  const [id = ''] = unit.split('#')
  return rulesets.find((one) => one.id === id)?.content.title ?? id
}
