import { CASE_PATH, type CaseKind, type Package } from '#skills'
import { EnglishText, Heading, page, SummaryList, translated } from '#web'
import { frameworkName } from '../skills/areas.ts'
import { PUBLIC } from './frame.ts'
import { frameworksWords } from './frameworks-words.ts'

interface Shown {
  one: Package<CaseKind>
  identifier: string
}

/** The frameworks that passports are read by, each to be taken away. Anyone may see it. */
export const frameworksPage = translated((shown: readonly Shown[]): string => {
  const words = frameworksWords()
  return page({
    ...PUBLIC,
    title: words.title,
    body: (
      <div class="narrow flow">
        <Heading lead={words.lead}>{words.title}</Heading>
        <SummaryList
          rows={shown.map(({ one, identifier }) => ({
            label: frameworkName(one),
            value: words.version(whatIsIn(one), one.version),
            action: (
              <a href={`${CASE_PATH}/CFPackages/${identifier}`} download={`${one.id.replaceAll('/', '-')}.json`}>
                {words.download}{' '}
                <span class="unseen">
                  <EnglishText>{frameworkName(one)}</EnglishText>
                </span>
              </a>
            ),
          }))}
        />
      </div>
    ),
  })
})

function whatIsIn(one: Package<CaseKind>): string {
  const words = frameworksWords()
  switch (one.kind) {
    case 'techniques':
      return words.techniques(one.content.techniques.length)
    case 'standards': {
      const skills = one.content.standards.reduce((sum, standard) => sum + standard.skills.length, 0)
      return words.standards(one.content.standards.length, skills)
    }
    case 'competences': {
      const { competences, roles = [] } = one.content
      return words.competences(competences.length, roles.length)
    }
    case 'ruleset':
      return words.units(one.content.units.length, one.content.qualifications.length)
  }
}
