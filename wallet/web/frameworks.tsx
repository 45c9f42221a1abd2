import { CASE_PATH, type CaseKind, type Package } from '#skills'
import { count, Heading, page, SummaryList } from '#web'
import { frameworkName } from '../skills/areas.ts'
import { PUBLIC } from './frame.ts'

interface Shown {
  one: Package<CaseKind>
  identifier: string
}

/** The frameworks that passports are read by, each to be taken away. Anyone may see it. */
export function frameworksPage(shown: readonly Shown[]): string {
  return page({
    ...PUBLIC,
    title: 'Frameworks',
    body: (
      <div class="narrow flow">
        <Heading lead="Skills, standards and units by which passports are read here. Each can be taken away whole, as a file in the format CASE 1.1 that other software reads.">
          Frameworks
        </Heading>
        <SummaryList
          rows={shown.map(({ one, identifier }) => ({
            label: frameworkName(one),
            value: `${whatIsIn(one)}. Version ${one.version}.`,
            action: (
              <a href={`${CASE_PATH}/CFPackages/${identifier}`} download={`${one.id.replaceAll('/', '-')}.json`}>
                Download <span class="unseen">{frameworkName(one)}</span>
              </a>
            ),
          }))}
        />
      </div>
    ),
  })
}

function whatIsIn(one: Package<CaseKind>): string {
  switch (one.kind) {
    case 'techniques':
      return `${count(one.content.techniques.length, 'technique')} in five levels`
    case 'standards': {
      const skills = one.content.standards.reduce((sum, standard) => sum + standard.skills.length, 0)
      return `${count(one.content.standards.length, 'occupational standard')} with ${count(skills, 'skill')}`
    }
    case 'competences': {
      const { competences, roles = [] } = one.content
      const held = count(competences.length, 'competence')
      return roles.length === 0 ? held : `${held} and ${count(roles.length, 'role')}`
    }
    case 'ruleset':
      return `${count(one.content.units.length, 'unit')} and ${count(one.content.qualifications.length, 'qualification')}`
  }
}
