import type { ComponentChildren } from 'preact'
import { Choices, Field, wordsOf } from '#web'
import { LEARNING_SETTINGS } from '../achievement-body.ts'
import { LEVELS, levelKey } from '../achievement-form.ts'
import { FIELDS } from '../register/isced-fields.ts'
import { ENDORSEMENT_KINDS, SCOPE_TYPES, type ScopeForm } from '../register/scope-form.ts'

interface ScopeBuilderOptions {
  form: ScopeForm
  error: (field: string) => string | undefined
}

/** What somebody may award, limit by limit. A limit of which nothing is chosen is none. */
export function ScopeBuilder({ form, error }: ScopeBuilderOptions) {
  const frameworks = Map.groupBy(LEVELS, ({ framework }) => framework)
  return (
    <fieldset class="field">
      <legend>What it may award</legend>
      <p class="hint">
        Choose at least one kind, level, field or achievement. Each limit that you set narrows it further; one that you
        leave empty sets none.
      </p>
      <Choices
        name="types"
        legend="Kinds of award"
        type="checkbox"
        options={options(SCOPE_TYPES, form.types)}
        error={error('types')}
      />
      <Fold title="Levels" chosen={form.levels}>
        {[...frameworks].map(([framework, levels]) => (
          <Choices
            key={framework}
            name="levels"
            id={`levels-${framework}`}
            legend={framework}
            type="checkbox"
            options={levels.map((level) => ({
              value: levelKey(level),
              label: level.name,
              checked: form.levels.includes(levelKey(level)),
            }))}
          />
        ))}
      </Fold>
      <Fold title="Fields of study" chosen={[...form.fields, form.hecos]}>
        <Choices
          name="fields"
          legend="ISCED-F 2013"
          hint="A broad field contains the narrow ones under it."
          type="checkbox"
          options={FIELDS.map(({ scheme, code, name }) => ({
            value: `${scheme} ${code}`,
            label: `${code} ${name}`,
            checked: form.fields.includes(`${scheme} ${code}`),
          }))}
        />
        <Field
          name="hecos"
          label="HECoS codes"
          hint="One to a line, six digits, with a name if you like: 100366 computer science"
          rows={3}
          required={false}
          value={form.hecos}
          error={error('hecos')}
        />
      </Fold>
      <Fold title="Ways of learning" chosen={form.deliveries}>
        <Choices
          name="deliveries"
          legend="How it is learned"
          type="checkbox"
          options={LEARNING_SETTINGS.map((value) => ({
            value,
            label: wordsOf(value),
            checked: form.deliveries.includes(value),
          }))}
        />
      </Fold>
      <Fold title="Places" chosen={[form.jurisdictions]}>
        <Field
          name="jurisdictions"
          label="Countries and parts of them"
          hint="ISO 3166 codes, such as GB, or GB-WLS for Wales"
          required={false}
          value={form.jurisdictions}
          width="medium"
        />
      </Fold>
      <Fold title="Certain achievements, and no others" chosen={[form.achievements]} isOpen={error('achievements')}>
        <Field
          name="achievements"
          label="Addresses of achievements"
          hint="One to a line, exactly as credentials state them"
          rows={4}
          code
          required={false}
          value={form.achievements}
          error={error('achievements')}
        />
      </Fold>
      <Fold title="Endorsements instead of awards" chosen={[...form.endorsementKinds, form.schemes]}>
        <Choices
          name="endorsementKinds"
          legend="Kinds of endorsement"
          type="checkbox"
          options={options(ENDORSEMENT_KINDS, form.endorsementKinds)}
        />
        <Field
          name="schemes"
          label="Schemes"
          hint="Their addresses, one to a line"
          rows={3}
          code
          required={false}
          value={form.schemes}
        />
      </Fold>
    </fieldset>
  )
}

interface FoldOptions {
  title: string
  /** What is chosen inside: what holds something is open. */
  chosen: readonly string[]
  isOpen?: string | undefined
  children: ComponentChildren
}

function Fold({ title, chosen, isOpen, children }: FoldOptions) {
  return (
    <details class="fold" open={isOpen !== undefined || chosen.some((one) => one !== '')}>
      <summary>{title}</summary>
      <div class="flow">{children}</div>
    </details>
  )
}

const options = (labels: Readonly<Record<string, string>>, chosen: readonly string[]) =>
  Object.entries(labels).map(([value, label]) => ({ value, label, checked: chosen.includes(value) }))
