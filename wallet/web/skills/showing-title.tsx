import { EnglishText } from '#web'
import type { Showing } from '../../skills/showing.ts'
import { showingWords } from './showing-words.ts'

/** What something is called that shows a skill. Of the person's own answers, that they are these, and the technique. */
export function ShowingTitle({ of: { title, own } }: { of: Pick<Showing, 'title' | 'own'> }) {
  if (own === null) return <bdi>{title}</bdi>
  return (
    <>
      {showingWords().yourAnswers} <EnglishText>{own.name}</EnglishText>
    </>
  )
}
