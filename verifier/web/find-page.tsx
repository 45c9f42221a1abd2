import { LEARNING_SOURCES } from '#credential'
import { type Frameworks, skillClasses, targetChoices } from '#skills'
import { ASSURANCE_STEPS } from '#trust'
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
  stateWords,
  translated,
} from '#web'
import type { PeopleSearch } from '../employer/find-people.ts'
import { BlindChoice } from './check-page.tsx'
import { frameOf } from './frame.ts'
import { peopleWords } from './people-words.tsx'

interface FindPage {
  known: Frameworks
  wish?: Omit<PeopleSearch, 'target'> & { target: string; links: string }
  isBlind: boolean
  fault?: string
}

/** Where an employer brings what several people shared, and says what they look for. */
export const findPage = translated(({ known, wish, isBlind, fault }: FindPage): string => {
  const words = peopleWords().find
  const { assurances, learningSources } = stateWords()
  const lang = englishIn(language())
  const any = (label: string) => ({ value: '', label })
  return page({
    ...frameOf('/check/find', isBlind),
    title: words.title,
    listed: true,
    description: words.description,
    hasErrors: fault !== undefined,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={fault === undefined ? [] : [{ field: 'links', message: fault }]} />
        <Heading lead={words.lead}>{words.title}</Heading>
        <form class="flow" method="post" action="/check/find" enctype="multipart/form-data">
          <Field
            name="skill"
            label={words.skill}
            hint={words.skillHint}
            type="search"
            maxLength={200}
            value={wish?.skill}
            either
          />
          <Field
            name="target"
            label={words.target}
            width="medium"
            value={wish?.target ?? ''}
            options={[
              any(words.anything),
              ...targetChoices(known).map(({ id, title }) => ({ value: id, label: title, lang })),
            ]}
            either
          />
          <Field name="links" label={words.links} rows={4} code value={wish?.links} error={fault} either />
          <FileDrop name="file" label={words.file} multiple required={false} />
          <details class="fold" open={wish !== undefined && `${wish.class}${wish.source}${wish.assurance}` !== ''}>
            <summary>{words.more}</summary>
            <Field
              name="class"
              label={words.class}
              width="medium"
              value={wish?.class ?? ''}
              options={[
                any(words.anyKind),
                ...skillClasses(known).map(({ id, name }) => ({ value: id, label: name, lang })),
              ]}
              either
            />
            <Field
              name="source"
              label={words.source}
              width="medium"
              value={wish?.source ?? ''}
              options={[
                any(words.anywhere),
                ...LEARNING_SOURCES.map((value) => ({ value, label: learningSources[value] })),
              ]}
              either
            />
            <Field
              name="assurance"
              label={words.assurance}
              width="medium"
              value={wish?.assurance ?? ''}
              options={[
                any(words.anyWord),
                ...ASSURANCE_STEPS.slice(1).map((value) => ({ value, label: inCapital(assurances[value]) })),
              ]}
              either
            />
          </details>
          <BlindChoice isBlind={isBlind} />
          <Button icon="search">{words.act}</Button>
        </form>
      </div>
    ),
  })
}, languageOf)

function languageOf({ fault }: FindPage) {
  return languageUnless(fault !== undefined)
}

const inCapital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
