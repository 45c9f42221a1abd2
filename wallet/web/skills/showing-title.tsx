import { EnglishText } from '#web'
import type { Showing } from '../../skills/showing.ts'
import { itemWords } from './item-words.tsx'

/** What something is called that shows a skill. Of the person's own answers, that they are these, and the technique. */
export function ShowingTitle({ of: { title, own } }: { of: Pick<Showing, 'title' | 'own'> }) {
  if (own === null) return <bdi>{title}</bdi>
  return itemWords().yourAnswers(<OwnText of={own}>{own.name}</OwnText>)
}

/** A text of the techniques, marked as English where they have no words in the reader's language. */
export function OwnText({ of: { language }, children }: { of: NonNullable<Showing['own']>; children: string }) {
  return language === 'en' ? <EnglishText>{children}</EnglishText> : children
}
