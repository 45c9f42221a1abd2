import { CASE_PATH, type CaseKind, type Package } from '#skills'
import { count, Heading, page, SummaryList } from '#web'
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
            label: titleOf(one),
            value: `${whatIsIn(one)}. Version ${one.version}.`,
            action: (
              <a href={`${CASE_PATH}/CFPackages/${identifier}`} download={`${one.id.replaceAll('/', '-')}.json`}>
                Download <span class="unseen">{titleOf(one)}</span>
              </a>
            ),
          }))}
        />
      </div>
    ),
  })
}

function titleOf({ id, content }: Package<CaseKind>): string {
  if ('title' in content && typeof content.title === 'string') return content.title
  const words = id.replaceAll('/', ': ').replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
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
