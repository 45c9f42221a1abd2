import type { VNode } from 'preact'
import type { RecognisedEntity } from '#trust'
import { Choices, shorten } from '#web'
import type { ChangeForm } from '../register/change-form.ts'
import { actionInWords } from '../register/words.ts'

interface AboutOptions {
  form: ChangeForm
  entity: RecognisedEntity | undefined
  error: string | undefined
}

/** Which of the things that somebody may do an act is about. */
export function About({ form, entity, error }: AboutOptions) {
  return (
    <Choices
      name="of"
      legend="What it is about"
      type={form.act === 'rescope' ? 'radio' : 'checkbox'}
      error={error}
      options={(entity?.actions ?? []).map((action, place) => ({
        value: String(place),
        label: `To ${actionInWords(action)}`,
        checked: form.of.includes(String(place)),
      }))}
    />
  )
}

interface KeyOptions {
  form: ChangeForm
  entity: RecognisedEntity | undefined
  error: (field: string) => string | undefined
  day: VNode
}

/** Which key an act is about, and what became of it. */
export function KeyQuestions({ form, entity, error, day }: KeyOptions) {
  return (
    <>
      <Choices
        name="key"
        legend="Which key"
        type="radio"
        error={error('key')}
        options={(entity?.keys ?? []).map(({ key }) => ({
          value: key,
          label: <code>{shorten(key)}</code>,
          checked: key === form.key,
        }))}
      />
      <Choices
        name="keyReason"
        legend="What became of it"
        type="radio"
        options={[
          {
            value: 'superseded',
            label: 'It was replaced',
            hint: 'What it signed before stays good.',
            checked: form.keyReason === 'superseded',
          },
          {
            value: 'compromised',
            label: 'It is in the wrong hands',
            hint: 'What it signs from that day on is not good, and of what it signed before only what the issue log had by then.',
            checked: form.keyReason === 'compromised',
          },
        ]}
      />
      {day}
    </>
  )
}
