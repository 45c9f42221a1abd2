import { EnglishText } from '#web'
import { ownArea } from './area-words.ts'

/** What an area of skills is called: by our own words where it is one of ours, else as its framework names it. */
export function AreaName({ name }: { name: string }) {
  const own = ownArea(name)
  if (own !== undefined) return <>{own}</>
  return (
    <bdi>
      <EnglishText>{name}</EnglishText>
    </bdi>
  )
}
