import type { ComponentChildren } from 'preact'
import { reader } from '#platform'
import type { IconName } from '../icons.ts'
import { englishIn, language, TAGS } from '../language.tsx'
import { Icon } from './Icon.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { Notice } from './Notice.tsx'
import { type FrameWords, frameWords } from './page-words.ts'

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
  /** What is to be known of everything on the page, such as that something is left out. */
  notice?: ComponentChildren
  /** Where the name of the product leads; the service's first page unless given. */
  home?: string
  children: ComponentChildren
}

/**
 * The frame of every page: a way past it, where one is, who one is, and the page itself. The frame is in the language of
 * whoever reads it, also around a page that has no words in it yet.
 */
export function Page({ service, user, nav = [], flash, notice, home = '/', children }: PageProps) {
  const words = frameWords[reader().language]
  const isOther = language() !== reader().language
  return (
    <>
      <a class="skip" href="#main">
        {words.skip}
      </a>
      <header class="site-head">
        <div class="site-row">
          <a class="brand" href={home}>
            <Mark />
            <span class="brand-name">{words.product}</span>
            <span class="brand-service">{words.services[service]}</span>
          </a>
          <div class="site-row-end">
            <LanguageSwitch />
            {user && <Who user={user} words={words} />}
          </div>
        </div>
        {nav.length > 0 && (
          <nav class="site-nav" aria-label={words.nav}>
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
      <main id="main" tabIndex={-1} lang={isOther ? TAGS[language()] : undefined}>
        {isOther && (
          <p class="soft not-yet" lang={TAGS[reader().language]}>
            {words.notYet}
          </p>
        )}
        {flash && (
          <Notice tone="done" announce>
            <span lang={englishIn(language())}>{flash}</span>
          </Notice>
        )}
        {notice}
        {children}
      </main>
      <footer class="site-foot">
        <p>
          <strong>
            {words.product} {words.services[service]}
          </strong>
        </p>
        <p>{words.purposes[service]}</p>
        {words.unread && <p>{words.unread}</p>}
      </footer>
    </>
  )
}

function Who({ user, words }: { user: PageUser; words: FrameWords }) {
  return (
    <div class="who">
      <p>
        <span class="unseen">{words.signedInAs} </span>
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
          <span>{words.signOut}</span>
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
