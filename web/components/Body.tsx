import { bodyInWords, isIdentifier, isWeb } from '../bodies.ts'
import { Away } from './Away.tsx'
import { Shortened } from './Shortened.tsx'

interface BodyProps {
  /** A DID, a web address, or a name. */
  id: string
  knownNames?: Readonly<Record<string, string>>
}

/** A body that stands behind an award: by its name where one is known, else by a link to its website or its identifier. */
export function Body({ id, knownNames = {} }: BodyProps) {
  if (Object.hasOwn(knownNames, id) || !isIdentifier(id)) return <bdi>{bodyInWords(id, knownNames)}</bdi>
  if (isWeb(id)) return <Away url={id}>{bodyInWords(id)}</Away>
  return <Shortened text={id} />
}

/** Several of them, one to a line; null where there is none. */
export function Bodies({ ids, knownNames = {} }: { ids: readonly string[]; knownNames?: BodyProps['knownNames'] }) {
  const [only, ...more] = ids
  if (only === undefined) return null
  if (more.length === 0) return <Body id={only} knownNames={knownNames} />
  return (
    <ul class="plain">
      {ids.map((id) => (
        <li key={id}>
          <Body id={id} knownNames={knownNames} />
        </li>
      ))}
    </ul>
  )
}
