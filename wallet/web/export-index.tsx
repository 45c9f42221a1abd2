import { renderToString } from 'preact-render-to-string'
import { summarise } from '#credential'
import { CredentialCard, formatTime } from '#web'
import type { HeldCredential } from '../records/credentials.ts'
import type { Person } from '../records/person.ts'
import { Standing } from './held.tsx'

/** Enough of the look to read by, in the file itself: it is opened without us and without the internet. */
const STYLES = `
:root { color-scheme: light dark; --paper: #faf8f4; --ink: #14213d; --soft: #4d5871; --line: #d9d4c8; --accent: #0b6e69 }
@media (prefers-color-scheme: dark) {
  :root { --paper: #0f1626; --ink: #e8eaf0; --soft: #a9b2c6; --line: #33405a; --accent: #5cc8bf }
}
body { margin: 0 auto; max-width: 48rem; padding: 1.5rem 1rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: break-word }
a { color: var(--accent) }
article { margin-block: 2rem; padding: 1.5rem 1rem; border: 1px solid var(--line); border-radius: 12px }
dl, dd, ul { margin: 0; padding: 0; list-style: none }
dl > div { padding-block: .5rem; border-top: 1px solid var(--line) }
@media (min-width: 36rem) { dl > div { display: grid; grid-template-columns: 12rem 1fr; gap: 1rem } }
p { margin-block: .25rem } dd p { margin: 0 }
dt, .soft, .not-stated { color: var(--soft) }
header.credential-head { display: flex; gap: 1rem; align-items: center; margin-bottom: 1rem } h2 { margin: .25rem 0 }
.icon { width: 1.25em; height: 1.25em; vertical-align: text-bottom; fill: none; stroke: currentColor; stroke-width: 2 }
.standing, .notice { font-weight: 650 }
.notice { display: flex; gap: .5rem; align-items: center }
.seal { width: 7rem; flex: none } .seal-paper { fill: transparent } .seal-line { stroke-width: 6px }
.seal-rim, .seal-marks { stroke-width: 8px } .ink-from, .ink-to { stop-color: var(--accent) }
.unseen { display: none } .prose { white-space: pre-line }
`

/** One credential in an export. */
export function exportCard(held: HeldCredential, name: string): string {
  return renderToString(
    <CredentialCard
      summary={summarise(held.shown)}
      badge={<Standing held={held} />}
      unproven={held.checked.face === 'notGenuine'}
      actions={<a href={name}>The signed credential itself</a>}
    />,
  )
}

/** What stands before and after the cards, to be read in any browser. It runs no script and asks nobody for anything. */
export function exportIndex({ person, exportedAt }: { person: Person; exportedAt: Date }): [string, string] {
  const html = renderToString(
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Your Skills Passport</title>
        <style>{STYLES}</style>
      </head>
      <body>
        <main>
          <h1>Your Skills Passport</h1>
          <p>
            The credentials of <bdi>{person.name ?? person.email}</bdi>, saved on {formatTime(exportedAt)}. This page
            shows what the credentials say, and how they stood when they were last checked. To find out how they stand
            now, give their files to a verifier.
          </p>
          <hr />
        </main>
      </body>
    </html>,
  )
  const end = html.indexOf('<hr/>')
  return [`<!doctype html>${html.slice(0, end)}`, html.slice(end + '<hr/>'.length)]
}
