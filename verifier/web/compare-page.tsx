import { type Frameworks, targetChoices } from '#skills'
import {
  Button,
  ErrorSummary,
  englishIn,
  Field,
  FileDrop,
  Heading,
  language,
  languageUnless,
  page,
  translated,
} from '#web'
import { BlindChoice } from './check-page.tsx'
import { frameOf } from './frame.ts'
import { peopleWords } from './people-words.tsx'

/** By field: what is wrong and how to put it right. */
export type CompareFaults = Partial<Record<'one' | 'other' | 'target', string>>

interface ComparePage {
  known: Frameworks
  wish?: { one: string; other: string; target: string }
  isBlind: boolean
  faults?: CompareFaults
}

/** Where an employer brings what two people shared, and says for what they are compared. */
export const comparePage = translated(({ known, wish, isBlind, faults = {} }: ComparePage): string => {
  const words = peopleWords().compare
  const errors = Object.entries(faults).map(([field, message]) => ({ field, message }))
  const choices = targetChoices(known).map(({ id, kind, title }) => ({
    value: id,
    label: `${words.kinds[kind]}: ${title}`,
    lang: englishIn(language()),
  }))
  return page({
    ...frameOf('/check/compare', isBlind),
    title: words.title,
    listed: true,
    description: words.description,
    hasErrors: errors.length > 0,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={errors} />
        <Heading lead={words.lead}>{words.title}</Heading>
        <form class="flow" method="post" action="/check/compare" enctype="multipart/form-data">
          <Field
            name="target"
            label={words.target}
            options={[{ value: '', label: words.choose }, ...choices]}
            value={wish?.target}
            error={faults.target}
          />
          <Candidate name="one" link={words.oneLink} file={words.oneFile} value={wish?.one} error={faults.one} />
          <Candidate
            name="other"
            link={words.otherLink}
            file={words.otherFile}
            value={wish?.other}
            error={faults.other}
          />
          <BlindChoice isBlind={isBlind} />
          <Button icon="users">{words.act}</Button>
        </form>
        <p>
          {words.besides((text) => (
            <a href="/kinds">{text}</a>
          ))}
        </p>
      </div>
    ),
  })
}, languageOf)

function languageOf({ faults = {} }: ComparePage) {
  return languageUnless(Object.keys(faults).length > 0)
}

function Candidate({
  name,
  link,
  file,
  value,
  error,
}: {
  name: string
  link: string
  file: string
  value?: string | undefined
  error?: string | undefined
}) {
  return (
    <>
      <Field name={name} label={link} rows={2} code either value={value} error={error} />
      <FileDrop name={`${name}File`} label={file} required={false} />
    </>
  )
}
