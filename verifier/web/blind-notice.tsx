import { ButtonLink, Notice } from '#web'

interface BlindNoticeProps {
  /** Where the same is asked openly. */
  openly: string
  /** What the reader does there. The page itself holds nothing that it could show. */
  how: 'hand in again' | 'open link again'
}

const WORDS: Readonly<Record<BlindNoticeProps['how'], string>> = {
  'hand in again': 'This page does not hold it. To see who it is, hand in the same once more.',
  'open link again':
    'This page does not hold it. To see who it is, the link is opened once more, which may count as one of its uses.',
}

/** Says what is hidden, and leads to where it is shown. */
export function BlindNotice({ openly, how }: BlindNoticeProps) {
  return (
    <Notice title="You do not see who it is">
      <div class="flow">
        <p>
          Hidden here: the names of people, of schools and other institutions, pictures, ages, and the dates of awards
          and confirmations and until when they last. Of work that somebody did, what they wrote of it themselves is
          left out: its title, and any skill that is in no framework known here; and so it is of what they signed about
          themself. What they sent still holds all of it.
        </p>
        <p>{WORDS[how]}</p>
        <ButtonLink href={openly} variant="secondary" icon="eye">
          Show who it is
        </ButtonLink>
      </div>
    </Notice>
  )
}
