import { ButtonLink, Notice } from '#web'
import { checkWords } from './check-words.ts'

interface BlindNoticeProps {
  /** Where the same is asked openly. */
  openly: string
  /** What the reader does there. The page itself holds nothing that it could show. */
  how: 'hand in again' | 'open link again'
}

/** Says what is hidden, and leads to where it is shown. */
export function BlindNotice({ openly, how }: BlindNoticeProps) {
  const words = checkWords()
  return (
    <Notice title={words.youDoNotSee}>
      <div class="flow">
        <p>{words.hidden}</p>
        <p>{how === 'hand in again' ? words.handInAgain : words.openAgain}</p>
        <ButtonLink href={openly} variant="secondary" icon="eye">
          {words.showWho}
        </ButtonLink>
      </div>
    </Notice>
  )
}
