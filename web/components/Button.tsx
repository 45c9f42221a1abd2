import type { ComponentChildren } from 'preact'
import type { IconName } from '../icons.ts'
import { Icon } from './Icon.tsx'

export type ButtonVariant = 'primary' | 'secondary' | 'danger' | 'quiet'

interface Look {
  variant?: ButtonVariant
  icon?: IconName
  children: ComponentChildren
}

interface ButtonProps extends Look {
  type?: 'submit' | 'button' | 'reset'
  name?: string
  value?: string
  /** The address to post to, where it is not the form's own. */
  formAction?: string
}

/** Acts: it submits the form that it stands in, unless `type` says otherwise. */
export function Button({ variant = 'primary', icon, children, type = 'submit', name, value, formAction }: ButtonProps) {
  return (
    <button class={`button button-${variant}`} type={type} name={name} value={value} formaction={formAction}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  )
}

interface ButtonLinkProps extends Look {
  href: string
  /** Saves what the address gives, instead of showing it. */
  download?: boolean
}

/** Goes somewhere, looking like a button. */
export function ButtonLink({ variant = 'primary', icon, children, href, download }: ButtonLinkProps) {
  return (
    <a class={`button button-${variant}`} href={href} download={download}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </a>
  )
}

/** Buttons side by side, the first being what most people came for. */
export function Actions({ children }: { children: ComponentChildren }) {
  return <div class="actions">{children}</div>
}
