import { catalogue, count } from '#web'

/** The words of the page of frameworks; their names are those of their packages. */
export const frameworksWords = catalogue({
  en: {
    title: 'Frameworks',
    lead: 'Skills, standards and units by which passports are read here. Each can be taken away whole, as a file in the format CASE 1.1 that other software reads.',
    version: (content: string, version: string) => `${content}. Version ${version}.`,
    download: 'Download',
    techniques: (techniques: number) => `${count(techniques, 'technique')} in five levels`,
    standards: (standards: number, skills: number) =>
      `${count(standards, 'occupational standard')} with ${count(skills, 'skill')}`,
    competences: (competences: number, roles: number) =>
      roles === 0
        ? count(competences, 'competence')
        : `${count(competences, 'competence')} and ${count(roles, 'role')}`,
    units: (units: number, qualifications: number) =>
      `${count(units, 'unit')} and ${count(qualifications, 'qualification')}`,
  },
  cy: {
    title: 'Fframweithiau',
    lead: 'Sgiliau, safonau ac unedau y darllenir pasbortau wrthynt yma. Gellir cymryd pob un yn gyfan, fel ffeil yn y fformat CASE 1.1 y mae meddalwedd arall yn ei ddarllen.',
    version: (content: string, version: string) => `${content}. Fersiwn ${version}.`,
    download: 'Lawrlwytho',
    techniques: (techniques: number) => `Technegau: ${techniques}, mewn pum lefel`,
    standards: (standards: number, skills: number) => `Safonau galwedigaethol: ${standards}; sgiliau: ${skills}`,
    competences: (competences: number, roles: number) =>
      roles === 0 ? `Cymwyseddau: ${competences}` : `Cymwyseddau: ${competences}; rolau: ${roles}`,
    units: (units: number, qualifications: number) => `Unedau: ${units}; cymwysterau: ${qualifications}`,
  },
})
