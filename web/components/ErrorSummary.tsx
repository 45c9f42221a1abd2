import { formWords } from './form-words.ts'
import { Icon } from './Icon.tsx'

export interface FormError {
  /** The name of the field, where one is at fault. */
  field?: string
  message: string
}

/** What stops a form, with a link to each field at fault. It has the focus when the page opens. */
export function ErrorSummary({
  errors,
  title = formWords().problem,
}: {
  errors: readonly FormError[]
  title?: string
}) {
  if (errors.length === 0) return null
  return (
    <div class="error-summary" role="alert" tabIndex={-1} autofocus aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">
        <Icon name="circle-alert" />
        <span>{title}</span>
      </h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={`${field}${message}`}>{field ? <a href={`#${field}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  )
}
