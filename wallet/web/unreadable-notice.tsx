import { Notice } from '#web'
import type { Person } from '../records/person.ts'
import { unreadableWords } from './unreadable-words.ts'

/** Where what cannot be read can be deleted. */
export const UNREADABLE = '/skills/unreadable'

/** That something that was written down is not on a page, with the way to it; nothing where all is. */
export function UnreadableNotice({
  person: { unreadable, helper },
}: {
  person: Pick<Person, 'unreadable' | 'helper'>
}) {
  const many = unreadable.size
  if (many === 0) return null
  const words = unreadableWords()
  if (helper !== undefined) return <Notice title={words.titleToHelper(many)}>{words.notShown(many)}</Notice>
  return (
    <Notice title={words.title(many)}>
      {words.notShown(many)} <a href={UNREADABLE}>{words.seeWhatToDo}</a>
    </Notice>
  )
}
