import type { Reference } from '#skills'
import { Away, EnglishText, Sureness } from '#web'
import { referencesWords } from './references-words.ts'

/** Where other frameworks speak of a skill, each with the licence that it is under. */
export function References({ references }: { references: readonly Reference[] }) {
  if (references.length === 0) return null
  const words = referencesWords()
  return (
    <section class="flow">
      <h2>{words.title}</h2>
      <ul class="lines">
        {references.map(({ target, code, name, url, confidence }) => (
          <li key={`${target.id} ${code}`}>
            <strong>
              <EnglishText>{target.name}</EnglishText>
            </strong>{' '}
            <EnglishText>
              <Away url={url ?? target.url}>{name === undefined ? code : `${code}, ${name}`}</Away>
            </EnglishText>{' '}
            <Sureness of={confidence} />{' '}
            <span class="soft">
              <EnglishText>{target.owner}</EnglishText>
              {words.version(target.version)} <EnglishText>{target.licence.name}</EnglishText>;{' '}
              {words.allowed[target.licence.text]}. <Sureness of={target.licence.confidence} />
            </span>
          </li>
        ))}
      </ul>
      <p class="soft">{words.ownReadings}</p>
    </section>
  )
}
