import type { ComponentChildren } from 'preact'
import { FieldError } from './FieldError.tsx'

export interface Choice {
  value: string
  label: ComponentChildren
  hint?: ComponentChildren
  checked?: boolean
}

interface ChoicesProps {
  name: string
  /** Where one page asks the same of several things; the name otherwise. */
  id?: string
  /** The question. */
  legend: string
  type: 'radio' | 'checkbox'
  options: readonly Choice[]
  hint?: ComponentChildren
  error?: string | undefined
}

/** One question with its answers to choose from: one (`radio`) or several (`checkbox`). */
export function Choices({ name, id: base = name, legend, type, options, hint, error }: ChoicesProps) {
  const described = [hint && `${base}-hint`, error && `${base}-error`].filter(Boolean).join(' ') || undefined
  return (
    <fieldset class={`field${error ? ' field-wrong' : ''}`} aria-describedby={described}>
      <legend>{legend}</legend>
      {hint && (
        <p class="hint" id={`${base}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={`${base}-error`} error={error} />
      {options.map((option, index) => {
        const id = index === 0 ? base : `${base}-${index + 1}`
        return (
          <div class="choice" key={option.value}>
            <input
              id={id}
              type={type}
              name={name}
              value={option.value}
              checked={option.checked}
              aria-describedby={option.hint ? `${id}-about` : undefined}
            />
            <label for={id}>{option.label}</label>
            {option.hint && (
              <p class="hint" id={`${id}-about`}>
                {option.hint}
              </p>
            )}
          </div>
        )
      })}
    </fieldset>
  )
}
