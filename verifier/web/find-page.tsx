import { LEARNING_SOURCES } from '#credential'
import { type Frameworks, skillClasses, targetChoices } from '#skills'
import { ASSURANCE_STEPS } from '#trust'
import { assurances, Button, ErrorSummary, Field, FileDrop, Heading, learningSources, page } from '#web'
import type { PeopleSearch } from '../employer/find-people.ts'
import { BlindChoice } from './check-page.tsx'
import { frameOf } from './frame.ts'

interface FindPage {
  known: Frameworks
  wish?: Omit<PeopleSearch, 'target'> & { target: string; links: string }
  isBlind: boolean
  fault?: string
}

/** Where an employer brings what several people shared, and says what they look for. */
export function findPage({ known, wish, isBlind, fault }: FindPage): string {
  const any = (label: string) => ({ value: '', label })
  return page({
    ...frameOf('/check/find', isBlind),
    title: 'Find who can do something',
    listed: true,
    description: 'Who of several people can show a skill or behaviour, and by what? No score, no account needed.',
    hasErrors: fault !== undefined,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={fault === undefined ? [] : [{ field: 'links', message: fault }]} />
        <Heading lead="For a job or a place on a course: who of these people can show a skill or a behaviour, by what, and who says so? There is no score, and we keep nothing.">
          Find who can do something
        </Heading>
        <form class="flow" method="post" action="/check/find" enctype="multipart/form-data">
          <Field
            name="skill"
            label="A skill or a behaviour"
            hint="Such as “secure a network” or “works well in a team”"
            type="search"
            maxLength={200}
            value={wish?.skill}
            either
          />
          <Field
            name="target"
            label="Or what a job or course asks for"
            width="medium"
            value={wish?.target ?? ''}
            options={[any('Anything'), ...targetChoices(known).map(({ id, title }) => ({ value: id, label: title }))]}
            either
          />
          <Field
            name="links"
            label="The links that they sent you, one on each line"
            rows={4}
            code
            value={wish?.links}
            error={fault}
            either
          />
          <FileDrop name="file" label="Or a file of each person" multiple required={false} />
          <details class="fold" open={wish !== undefined && `${wish.class}${wish.source}${wish.assurance}` !== ''}>
            <summary>Ask for more</summary>
            <Field
              name="class"
              label="Kind of skill"
              width="medium"
              value={wish?.class ?? ''}
              options={[any('Any kind'), ...skillClasses(known).map(({ id, name }) => ({ value: id, label: name }))]}
              either
            />
            <Field
              name="source"
              label="Where it was learnt"
              width="medium"
              value={wish?.source ?? ''}
              options={[
                any('Anywhere'),
                ...LEARNING_SOURCES.map((value) => ({ value, label: learningSources[value] })),
              ]}
              either
            />
            <Field
              name="assurance"
              label="At least"
              width="medium"
              value={wish?.assurance ?? ''}
              options={[
                any('Anyone’s word'),
                ...ASSURANCE_STEPS.slice(1).map((value) => ({ value, label: inCapital(assurances[value]) })),
              ]}
              either
            />
          </details>
          <BlindChoice isBlind={isBlind} />
          <Button icon="search">Find them</Button>
        </form>
      </div>
    ),
  })
}

const inCapital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
