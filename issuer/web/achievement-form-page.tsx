import { Button, Choices, ErrorSummary, Field, Heading, Notice, page, wordsOf } from '#web'
import {
  ACHIEVEMENT_TYPES,
  ASSESSMENT_METHODS,
  ASSURANCES,
  CREDIT_SCHEMES,
  LEARNING_SETTINGS,
} from '../achievement-body.ts'
import { type AchievementForm, type FieldFault, LEVELS, levelKey, type Whole } from '../achievement-form.ts'
import type { Staff } from '../viewer.ts'
import { consoleFrame } from './frame.tsx'

interface FormPageOptions {
  staff: Staff
  form: AchievementForm
  /** The larger awards that it can be a part of. */
  wholes: readonly Whole[]
  faults?: readonly FieldFault[]
  /** The achievement that is changed; a new one where it is absent. */
  slug?: string
  /** Whether others said something of it as it is. */
  isMarked?: boolean
}

const WHY = [
  { value: '', label: 'It is stated above' },
  { value: 'NotApplicable', label: 'Does not apply to this achievement' },
  { value: 'NotRecorded', label: 'Was not recorded' },
]

const ONLY_WITHOUT = 'Only where you chose that there is none'

const choose = (label: string, values: readonly string[]) => [
  { value: '', label },
  ...values.map((value) => ({ value, label: wordsOf(value) })),
]

/** Describes an achievement. Each of the six standard fields is stated, or it is said why it is not. */
export function achievementFormPage({
  staff,
  form,
  wholes,
  faults = [],
  slug,
  isMarked = false,
}: FormPageOptions): string {
  const place = '/console/achievements'
  const title = slug === undefined ? 'Describe an achievement' : 'Change an achievement'
  const error = (name: keyof AchievementForm) => faults.find(({ field }) => field === name)?.message
  const field = (name: Exclude<keyof AchievementForm, 'assessmentMethods'>) => ({
    name,
    value: form[name],
    error: error(name),
  })
  return page({
    ...consoleFrame(staff, place),
    title,
    hasErrors: faults.length > 0,
    body: (
      <div class="narrow flow">
        <ErrorSummary errors={faults} />
        <Heading
          back={{ href: slug === undefined ? place : `${place}/${slug}`, label: 'Back' }}
          lead={
            slug === undefined
              ? 'Say it once; every award of it will carry these words.'
              : 'This makes a new version. What was awarded before keeps the version it was awarded under.'
          }
        >
          {title}
        </Heading>
        {isMarked && (
          <Notice tone="attention" title="Its marks are for what it is now">
            What others said of this achievement does not go over to a changed one. Ask them to endorse that.
          </Notice>
        )}
        <form class="flow" method="post" action={slug === undefined ? place : `${place}/${slug}`} novalidate>
          <Field {...field('name')} label="Name" maxLength={300} />
          <Field
            {...field('type')}
            label="What it is"
            options={Object.entries(ACHIEVEMENT_TYPES).map(([value, label]) => ({ value, label }))}
            width="medium"
          />
          <Field
            {...field('code')}
            label="Your own code"
            hint="Such as a module code"
            required={false}
            width="medium"
          />
          <Field {...field('description')} label="Description" rows={3} />
          <Field {...field('criteria')} label="What has to be shown" rows={3} />
          <Field
            {...field('partOf')}
            label="Part of"
            hint="The larger award that it counts towards. It can still be shown without the others."
            options={[
              { value: '', label: 'Nothing larger' },
              ...wholes.map(({ name, url }) => ({ value: url, label: name })),
            ]}
            required={false}
          />
          <h2>Skills and level</h2>
          <Field
            {...field('skills')}
            label="Skills"
            hint="One on each line. After a bar, where a framework describes it: Weld a joint | https://…"
            rows={4}
            required={false}
          />
          <Field {...field('skillsReason')} label="If no skills are stated" options={WHY} width="medium" />
          <Field {...field('skillsWhy')} label="Why there are no skills" hint={ONLY_WITHOUT} required={false} />
          <Field {...field('level')} label="Level" options={levelOptions()} width="medium" />
          <Field {...field('levelReason')} label="Why there is no level" hint={ONLY_WITHOUT} required={false} />
          <h2>Assessment</h2>
          <Choices
            name="assessmentMethods"
            legend="How it is assessed"
            type="checkbox"
            error={error('assessmentMethods')}
            options={ASSESSMENT_METHODS.map((value) => ({
              value,
              label: wordsOf(value),
              checked: form.assessmentMethods.includes(value),
            }))}
          />
          <Field {...field('assessmentReason')} label="If no method is stated" options={WHY} width="medium" />
          <Field {...field('assessmentWhy')} label="Why there is no method" hint={ONLY_WITHOUT} required={false} />
          <h2>Who stands behind it</h2>
          <Field
            {...field('awardedBy')}
            label="Awarding body"
            hint={`A DID or web address on each line. Left empty, it is ${staff.issuer.name}.`}
            rows={2}
            required={false}
            code
          />
          <Field
            {...field('validatedBy')}
            label="Verifying body"
            hint="Who checks the assessment: a DID or web address on each line"
            rows={2}
            required={false}
            code
          />
          <Field
            {...field('deliveredBy')}
            label="Delivered by"
            hint="A DID or web address on each line"
            rows={2}
            required={false}
            code
          />
          <Field
            {...field('assurance')}
            label="Assurance"
            options={choose('Not stated', ASSURANCES)}
            width="medium"
            required={false}
          />
          <h2>How long it counts</h2>
          <Choices
            name="currency"
            legend="Currency or expiry"
            type="radio"
            error={error('currency')}
            options={[
              ['current', 'Stays current for some months', 'After that it is history, and still true.'],
              ['expires', 'Expires after some months', 'After that it is not valid any more. For licences.'],
              ['doesNotExpire', 'Does not expire', ''],
              ['notRecorded', 'Not recorded', ''],
            ].map(([value = '', label = '', hint]) => ({ value, label, hint, checked: form.currency === value }))}
          />
          <Field {...field('months')} label="Months" inputMode="numeric" width="short" required={false} />
          <h2>Credits and grades</h2>
          <Field {...field('creditValue')} label="Credits" inputMode="decimal" width="short" required={false} />
          <Field
            {...field('creditScheme')}
            label="Credit scheme"
            options={choose('No credits', CREDIT_SCHEMES)}
            width="medium"
            required={false}
          />
          <Field
            {...field('learningSetting')}
            label="Setting"
            options={choose('Not stated', LEARNING_SETTINGS)}
            width="medium"
            required={false}
          />
          <Choices
            name="gradeKind"
            legend="Grades"
            type="radio"
            options={[
              ['none', 'No grades'],
              ['percent', 'A percentage with a pass mark'],
              ['values', 'Grades with names, such as Pass and Merit'],
            ].map(([value = '', label = '']) => ({ value, label, checked: form.gradeKind === value }))}
          />
          <Field
            {...field('gradePass')}
            label="Pass mark in per cent"
            inputMode="numeric"
            width="short"
            required={false}
          />
          <Field {...field('gradeValues')} label="Grades" hint="One on each line" rows={3} required={false} />
          <p class="soft">The date is said at each award.</p>
          <Button>{slug === undefined ? 'Save achievement' : 'Save as a new version'}</Button>
        </form>
      </div>
    ),
  })
}

function levelOptions() {
  return [
    { value: '', label: 'Choose a level' },
    { value: 'NotApplicable', label: 'It has no level' },
    { value: 'NotRecorded', label: 'The level was not recorded' },
    ...LEVELS.map((level) => ({ value: levelKey(level), label: level.name })),
  ]
}
