import type { ComponentChildren } from 'preact'

interface HeadingProps {
  children: ComponentChildren
  /** One or two sentences: what this page is for. */
  lead?: ComponentChildren
  /** A link back to where one came from. */
  back?: { href: string; label: ComponentChildren }
  actions?: ComponentChildren
}

/** The page's one first-level heading. */
export function Heading({ children, lead, back, actions }: HeadingProps) {
  return (
    <div class="heading">
      {back && (
        <a class="back" href={back.href}>
          {back.label}
        </a>
      )}
      <div class="heading-row">
        <div>
          <h1>{children}</h1>
          {lead && <p class="lead">{lead}</p>}
        </div>
        {actions && <div class="actions">{actions}</div>}
      </div>
    </div>
  )
}
