import type { ComponentChildren } from 'preact'
import type { IconName } from '../icons.ts'
import { Button } from './Button.tsx'
import { formWords } from './form-words.ts'
import { Icon } from './Icon.tsx'

interface ConfirmProps {
  /** Unique on its page. */
  id: string
  /** What opens it, such as "Revoke 3 badges". */
  trigger: string
  icon?: IconName
  /** The question, with the count in it: "Revoke 3 badges?" */
  title: string
  /** What happens then, and whether it can be undone. */
  children: ComponentChildren
  action: string
  /** What the button says: the act itself, never "OK". */
  confirmLabel: string
  fields?: Readonly<Record<string, string>>
  /** Whether it is what most people came to the page for. */
  primary?: boolean
}

/** Asks before an act that cannot be undone. It unfolds in the page, or opens as a dialog where scripts run. */
export function Confirm(props: ConfirmProps) {
  const { id, trigger, icon, title, children, action, confirmLabel, fields = {}, primary } = props
  return (
    <details class="confirm" data-confirm>
      <summary class={`button button-${primary ? 'primary' : 'secondary'}`}>
        {icon && <Icon name={icon} />}
        <span>{trigger}</span>
      </summary>
      <div class="confirm-panel">
        <form method="post" action={action}>
          <h2 id={`${id}-title`}>{title}</h2>
          <div class="flow">{children}</div>
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <div class="actions">
            <Button variant="danger">{confirmLabel}</Button>
            <button class="button button-secondary" type="button" data-confirm-cancel hidden>
              {formWords().goBack}
            </button>
          </div>
        </form>
      </div>
    </details>
  )
}
