import { sourceOf } from '#credential'
import { EnglishText } from '#web'
import { CERTIFICATE } from '../../old-certificates.ts'
import type { ReadPassport } from '../../skills/read-passport.ts'
import { OWN } from '../../skills/targets.ts'
import { itemWords } from './item-words.tsx'

/** Makes a name of an item of an answer, with a link to what it is: a held credential, an old certificate, or one's own answers. */
export function itemNames({ facts, certificates, known }: ReadPassport) {
  const titles = new Map(facts.map(({ item, title }) => [item, title]))
  return function itemName(item: string) {
    if (item.startsWith(OWN)) {
      const technique = item.slice(OWN.length)
      return (
        <a href={`/skills/self-assessment/${technique}/result`}>
          {itemWords().yourAnswers(<EnglishText>{known.nameOf(`${known.techniques.id}#${technique}`)}</EnglishText>)}
        </a>
      )
    }
    if (item.startsWith(CERTIFICATE)) {
      const name = sourceOf(item).slice(CERTIFICATE.length)
      const paper = certificates.find((one) => one.name === name)?.content.paper
      return (
        <a href={`/skills/certificates/${name}`}>
          <bdi>{paper ?? itemWords().oldCertificate}</bdi>
        </a>
      )
    }
    const id = sourceOf(item)
    const title = titles.get(id)
    if (title === undefined) return <bdi>{item}</bdi>
    return (
      <a href={`/credentials/${id}`}>
        <bdi>{title}</bdi>
      </a>
    )
  }
}
