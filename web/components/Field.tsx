import type { ComponentChildren } from 'preact'
import { FieldError } from './FieldError.tsx'
import { formWords } from './form-words.ts'

/** The kinds of one-line answers. Each is an object of its own, since JSX types an input by its kind. */
const TYPES = {
  text: { type: 'text' },
  email: { type: 'email' },
  url: { type: 'url' },
  search: { type: 'search' },
  tel: { type: 'tel' },
  number: { type: 'number' },
  date: { type: 'date' },
  'datetime-local': { type: 'datetime-local' },
} as const

interface FieldProps {
  name: string
  /** Where several questions of a form have one name: what tells this one from the others on the page. */
  id?: string
  label: string
  /** What to write, and why it is asked. */
  hint?: ComponentChildren
  /** What is wrong and how to put it right. */
  error?: string | undefined
  value?: string | undefined
  type?: keyof typeof TYPES
  /** The purpose, as WCAG 1.3.5 asks: `email`, `one-time-code`, `name`, `organization`. */
  autocomplete?: string
  inputMode?: 'text' | 'email' | 'numeric' | 'decimal' | 'url' | 'search'
  required?: boolean
  /** One of several ways to answer: neither demanded nor called optional. */
  either?: boolean
  maxLength?: number
  min?: string | number
  max?: string | number
  /** Rows of a longer text; or a choice of one from a list. */
  rows?: number
  options?: readonly { value: string; label: string; lang?: string | undefined }[]
  /** How wide the answer usually is. */
  width?: 'short' | 'medium' | 'full'
  /** Text in which spelling means nothing, such as a DID. */
  code?: boolean
}

/** One question with its label, hint and error. The input's id is its name unless another is given, so an `ErrorSummary` can link to it. */
export function Field(props: FieldProps) {
  const {
    name,
    id = name,
    label,
    hint,
    error,
    value,
    rows,
    options,
    width = 'full',
    either,
    required = !either,
  } = props
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  const shared = {
    id,
    name,
    required: required || undefined,
    'aria-describedby': described,
    'aria-invalid': error ? ('true' as const) : undefined,
    class: `input input-${width}${props.code ? ' input-code' : ''}`,
    autocomplete: props.autocomplete,
    spellcheck: props.code ? false : undefined,
    maxLength: props.maxLength,
  }
  return (
    <div class={`field${error ? ' field-wrong' : ''}`}>
      <label for={id}>
        {label}
        {!required && !either && <span class="optional"> {formWords().optional}</span>}
      </label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={`${id}-error`} error={error} />
      {options ? (
        <select {...shared}>
          {options.map((option) => (
            <option key={option.value} value={option.value} lang={option.lang} selected={option.value === value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : rows ? (
        <textarea {...shared} rows={rows}>
          {value}
        </textarea>
      ) : (
        <input
          {...shared}
          {...TYPES[props.type ?? 'text']}
          value={value}
          inputMode={props.inputMode}
          min={props.min}
          max={props.max}
        />
      )}
    </div>
  )
}
