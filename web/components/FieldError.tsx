import { formWords } from './form-words.ts'
import { Icon } from './Icon.tsx'

/** What is wrong with one answer. Nothing is shown where nothing is wrong. */
export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null
  return (
    <p class="error" id={id}>
      <Icon name="circle-alert" />
      <span>
        <span class="unseen">{formWords().error} </span>
        {error}
      </span>
    </p>
  )
}
