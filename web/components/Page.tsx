import type { ComponentChildren } from 'preact'
import type { IconName } from '../icons.ts'
import { Icon } from './Icon.tsx'
import { Notice } from './Notice.tsx'

export type Service = 'issuer' | 'wallet' | 'verifier'

export interface NavItem {
  href: string
  label: string
  icon?: IconName
  /** The place where one is. */
  current?: boolean
}

/** Who is signed in. */
export interface PageUser {
  name: string
  /** What they act for, such as the provider. */
  detail?: string
  href?: string
  /** Where a POST signs them out. */
  signOutAction: string
}

export interface PageProps {
  service: Service
  title: string
  user?: PageUser | undefined
  nav?: readonly NavItem[]
  /** One message about what has just been done. */
  flash?: string | undefined
  /** Where the name of the product leads; the service's first page unless given. */
  home?: string
  children: ComponentChildren
}

export const SERVICE_NAMES: Record<Service, string> = { issuer: 'Issuer', wallet: 'Wallet', verifier: 'Verifier' }

const PURPOSES: Record<Service, string> = {
  issuer: 'The issuer signs credentials of skills and qualifications for providers.',
  wallet: 'The wallet keeps your credentials. You decide what is shared, with whom and for how long.',
  verifier: 'The verifier tells whether a credential is genuine and still holds. It needs no account.',
}

/** The frame of every page: a way past it, where one is, who one is, and the page itself. */
export function Page({ service, user, nav = [], flash, home = '/', children }: PageProps) {
  return (
    <>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <header class="site-head">
        <div class="site-row">
          <a class="brand" href={home}>
            <Mark />
            <span class="brand-name">Skills Passport</span>
            <span class="brand-service">{SERVICE_NAMES[service]}</span>
          </a>
          {user && <Who user={user} />}
        </div>
        {nav.length > 0 && (
          <nav class="site-nav" aria-label="Main">
            <ul>
              {nav.map(({ href, label, icon, current }) => (
                <li key={href}>
                  <a href={href} aria-current={current ? 'page' : undefined}>
                    {icon && <Icon name={icon} />}
                    <span>{label}</span>
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <div class="band" />
      </header>
      <main id="main" tabIndex={-1}>
        {flash && (
          <Notice tone="done" announce>
            {flash}
          </Notice>
        )}
        {children}
      </main>
      <footer class="site-foot">
        <p>
          <strong>Skills Passport {SERVICE_NAMES[service]}</strong>
        </p>
        <p>{PURPOSES[service]}</p>
      </footer>
    </>
  )
}

function Who({ user }: { user: PageUser }) {
  return (
    <div class="who">
      <p>
        <span class="unseen">Signed in as </span>
        {user.href ? (
          <a href={user.href}>
            <bdi>{user.name}</bdi>
          </a>
        ) : (
          <bdi>{user.name}</bdi>
        )}
        {user.detail && (
          <span class="who-detail">
            <bdi>{user.detail}</bdi>
          </span>
        )}
      </p>
      <form method="post" action={user.signOutAction}>
        <button class="button button-quiet" type="submit">
          <Icon name="log-out" />
          <span>Sign out</span>
        </button>
      </form>
    </div>
  )
}

/** The product's mark: three turns of a rosette. */
function Mark() {
  return (
    <svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" stroke-width="1.8">
        <ellipse cx="16" cy="16" rx="14" ry="6" />
        <ellipse cx="16" cy="16" rx="14" ry="6" transform="rotate(60 16 16)" />
        <ellipse cx="16" cy="16" rx="14" ry="6" transform="rotate(120 16 16)" />
      </g>
    </svg>
  )
}
