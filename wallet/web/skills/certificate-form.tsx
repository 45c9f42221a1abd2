import type { RecognisedCertificate } from '#skills'
import { Button, Choices, EnglishText, ErrorSummary, Field, FileDrop, Heading, page, translated } from '#web'
import { type CertificateFaults, type CertificateWish, certificateKey, OTHER } from '../../old-certificates.ts'
import type { Person } from '../../records/person.ts'
import { frameOf } from '../frame.ts'
import { certificateFormWords } from './certificate-form-words.ts'
import { certificateWords } from './certificate-words.tsx'

interface CertificateForm {
  person: Person
  /** Null where nothing was looked for yet. */
  choices: { found: boolean; choices: readonly RecognisedCertificate[] } | null
  wish: CertificateWish
  faults?: CertificateFaults
}

/** First asks what the paper says, then which certificate that is. */
export const certificateFormPage = translated(({ person, choices, wish, faults = {} }: CertificateForm): string => {
  const words = certificateFormWords()
  const errors = Object.entries(faults).map(([field, message]) => ({ field, message }))
  return page({
    ...frameOf(person, '/skills'),
    title: words.title,
    hasErrors: errors.length > 0,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={errors} />
        <Heading back={{ href: '/skills/certificates', label: certificateWords().title }} lead={words.lead}>
          {words.title}
        </Heading>
        {choices === null ? (
          <form class="flow" method="get" action="/skills/certificates/new">
            <Field name="paper" label={words.paper} hint={words.paperHint} maxLength={200} value={wish.paper} />
            <Button>{words.goOn}</Button>
          </form>
        ) : (
          <Questions choices={choices} wish={wish} faults={faults} />
        )}
      </div>
    ),
  })
})

function Questions({
  choices: { found, choices },
  wish,
  faults,
}: {
  choices: NonNullable<CertificateForm['choices']>
  wish: CertificateWish
  faults: CertificateFaults
}) {
  const words = certificateFormWords()
  return (
    <form class="flow" method="post" action="/skills/certificates" enctype="multipart/form-data" novalidate>
      <Field name="paper" label={words.paper} maxLength={200} value={wish.paper} error={faults.paper} />
      <Choices
        name="which"
        legend={found ? words.isOneOfThese : words.notKnown}
        type="radio"
        error={faults.which}
        options={[
          ...choices.map(({ entry, awardingBody, isExact }) => {
            const value = certificateKey(entry)
            const isOnly = choices.length === 1 && isExact && wish.which === ''
            return {
              value,
              label: <CertificateName of={entry} />,
              ...(awardingBody === null ? {} : { hint: <bdi>{awardingBody}</bdi> }),
              checked: value === wish.which || isOnly,
            }
          }),
          { value: OTHER, label: words.noneOfThese, checked: wish.which === OTHER },
        ]}
      />
      <Field
        name="awardingBody"
        label={words.awardingBody}
        hint={words.awardingBodyHint}
        required={false}
        maxLength={200}
        value={wish.awardingBody}
        error={faults.awardingBody}
      />
      <Field
        name="awardedOn"
        label={words.date}
        hint={words.dateHint}
        type="date"
        required={false}
        width="short"
        value={wish.awardedOn}
        error={faults.awardedOn}
      />
      <Field
        name="number"
        label={words.number}
        required={false}
        width="medium"
        maxLength={60}
        value={wish.number}
        error={faults.number}
      />
      <FileDrop name="file" label={words.file} hint={words.fileHint} required={false} error={faults.file} />
      <Button>{words.putIn}</Button>
    </form>
  )
}

/** Which certificate an entry of the list is of. */
function CertificateName({ of: { from } }: { of: RecognisedCertificate['entry'] }) {
  if (from.unit !== undefined) return <EnglishText>{`${from.scheme}: ${from.unit}`}</EnglishText>
  return (
    <>
      <EnglishText>{from.scheme}</EnglishText>: {certificateFormWords().level(String(from.level))}
    </>
  )
}
