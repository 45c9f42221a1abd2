import { type NamedSkill, type TargetChoice, VACANCY } from '#skills'
import {
  Button,
  Choices,
  EnglishText,
  ErrorSummary,
  englishIn,
  Field,
  Heading,
  language,
  languageUnless,
  page,
  translated,
} from '#web'
import type { Person } from '../../records/person.ts'
import { frameOf } from '../frame.ts'
import { packWords } from './pack-words.tsx'

const HERE = '/packs/new'

interface PackTarget {
  person: Person
  choices: readonly TargetChoice[]
}

/** Asks what somebody applies for. */
export const packTargetPage = translated(({ person, choices }: PackTarget): string => {
  const words = packWords()
  const options = choices.map(({ id, title }) => ({ value: id, label: title, lang: englishIn(language()) }))
  return page({
    ...frameOf(person, '/shares'),
    title: words.title,
    body: (
      <div class="narrow flow">
        <Heading back={{ href: '/shares', label: words.back }} lead={words.lead}>
          {words.title}
        </Heading>
        <h2>{words.paste}</h2>
        <VacancyForm title="" text="" fault={undefined} />
        <h2>{words.orChoose}</h2>
        <form class="flow" method="get" action={HERE}>
          <Field name="target" label={words.what} options={options} />
          <Button variant="secondary">{words.look}</Button>
        </form>
      </div>
    ),
  })
})

interface VacancyPage {
  person: Person
  title: string
  text: string
  /** The skills, and the jobs, standards and qualifications, that the text names. */
  skills: readonly NamedSkill[]
  targets: readonly TargetChoice[]
  fault: string | undefined
}

/** What was found in the text of a vacancy, to be put right by whoever applies. */
export const vacancyPage = translated(({ person, title, text, skills, targets, fault }: VacancyPage): string => {
  const words = packWords()
  return page({
    ...frameOf(person, '/shares'),
    title: words.asks,
    hasErrors: fault !== undefined,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={fault === undefined ? [] : [{ field: 'text', message: fault }]} />
        <Heading back={{ href: HERE, label: words.beginAnew }} lead={fault === undefined ? words.asksLead : undefined}>
          {words.asks}
        </Heading>
        {fault !== undefined ? (
          <VacancyForm title={title} text={text} fault={fault} />
        ) : (
          <form class="flow" method="get" action={HERE}>
            <input type="hidden" name="target" value={VACANCY} />
            <Field name="title" label={words.called} value={title} maxLength={300} required={false} />
            {skills.length === 0 ? (
              <p>{words.noneKnown}</p>
            ) : (
              <Choices
                name="term"
                legend={words.named}
                hint={words.namedHint}
                type="checkbox"
                options={skills.map(({ term, name }) => ({
                  value: term,
                  label: <EnglishText>{name}</EnglishText>,
                  checked: true,
                }))}
              />
            )}
            <Field name="more" label={words.more} hint={words.moreHint} rows={4} required={false} />
            <Button>{words.look}</Button>
          </form>
        )}
        {targets.length > 0 && (
          <section class="flow">
            <h2>{words.alsoSpeaks}</h2>
            <p class="soft">{words.alsoSpeaksText}</p>
            <ul class="lines">
              {targets.map(({ id, title }) => (
                <li key={id}>
                  <a href={`${HERE}?target=${encodeURIComponent(id)}`}>
                    <EnglishText>{title}</EnglishText>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    ),
  })
}, languageOf)

function languageOf({ fault }: VacancyPage) {
  return languageUnless(fault !== undefined)
}

function VacancyForm({ title, text, fault }: { title: string; text: string; fault: string | undefined }) {
  const words = packWords()
  return (
    <form class="flow" method="post" action="/packs/vacancy" novalidate>
      <Field name="title" label={words.jobCalled} value={title} maxLength={300} required={false} />
      <Field name="text" label={words.text} hint={words.textHint} value={text} error={fault} rows={8} />
      <Button>{words.find}</Button>
    </form>
  )
}
