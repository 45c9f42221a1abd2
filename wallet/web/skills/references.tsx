import type { AlignmentTarget, Reference } from '#skills'
import { Away, Sureness } from '#web'

const ALLOWED: Readonly<Record<AlignmentTarget['licence']['text'], string>> = {
  mayBeCopied: 'its texts may be copied',
  referencesOnly: 'only pointed at here, none of its text is copied',
  notConfirmed: 'only pointed at here',
}

/** Where other frameworks speak of a skill, each with the licence that it is under. */
export function References({ references }: { references: readonly Reference[] }) {
  if (references.length === 0) return null
  return (
    <section class="flow">
      <h2>Where else it is described</h2>
      <ul class="lines">
        {references.map(({ target, code, name, url, confidence }) => (
          <li key={`${target.id} ${code}`}>
            <strong>{target.name}</strong>{' '}
            <Away url={url ?? target.url}>{name === undefined ? code : `${code}, ${name}`}</Away>{' '}
            <Sureness of={confidence} />{' '}
            <span class="soft">
              {target.owner}, version {target.version}. Licence: {target.licence.name}; {ALLOWED[target.licence.text]}.{' '}
              <Sureness of={target.licence.confidence} />
            </span>
          </li>
        ))}
      </ul>
      <p class="soft">These are our own readings. They do not say that the two are the same.</p>
    </section>
  )
}
