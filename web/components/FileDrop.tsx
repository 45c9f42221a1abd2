import { englishIn, language } from '../language.tsx'
import { FieldError } from './FieldError.tsx'
import { Icon } from './Icon.tsx'

interface FileDropProps {
  name: string
  label: string
  hint?: string
  error?: string | undefined
  /** Media types and endings, as the `accept` attribute writes them. */
  accept?: string
  multiple?: boolean
  required?: boolean
  /** The name of a text field in the same form that takes what a QR code in a dropped picture says. */
  qrField?: string
  /** Sends the form as soon as a file is there. */
  submits?: boolean
}

/** A file to choose or to drop. It stands in a form with `enctype="multipart/form-data"`. */
export function FileDrop(props: FileDropProps) {
  const { name, label, hint, error, accept, multiple, required = true, qrField, submits } = props
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || undefined
  return (
    <div
      class={`field file-drop${error ? ' field-wrong' : ''}`}
      data-file-drop
      data-qr-field={qrField}
      data-submits={submits ? 'yes' : undefined}
    >
      <Icon name="file-up" />
      <label for={name}>{label}</label>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={`${name}-error`} error={error} />
      <input
        id={name}
        type="file"
        name={name}
        accept={accept}
        multiple={multiple}
        required={required || undefined}
        aria-describedby={described}
        aria-invalid={error ? 'true' : undefined}
      />
      <p class="hint" role="status" lang={englishIn(language())} data-file-drop-status />
    </div>
  )
}
