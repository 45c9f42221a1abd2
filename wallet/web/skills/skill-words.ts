import { catalogue, count, countInWelsh } from '#web'

interface Amount {
  value: string
  scheme: string
  /** Null where none is stated. */
  level: string | null
}

/** The words of the page of one skill. */
export const skillWords = catalogue({
  en: {
    map: 'Your skills on a map',
    findMore: 'Find more like it',
    nothing: 'Nothing shows it yet',
    showWork: 'Show something that you did',
    whatCanShow: 'A certificate, something that you did and someone saw, or your own answers can show it.',
    shownBy: (things: number) => count(things, 'thing shows it', 'things show it'),
    teaches: 'What teaches it, or renews it',
    hours: (hours: number) => count(hours, 'hour'),
    costNotStated: 'cost not stated',
    free: 'free',
    version: (id: string, version: string) => `${id}, version ${version}`,
    from: (packages: string) => `From ${packages}.`,
    credit: 'Credit that evidences it',
    onceEach: 'Each achievement counts once',
    columns: { from: 'From', credit: 'Credit', also: 'Also evidences' },
    notCounted: (why: string) => `Not counted: it ${why}`,
    nothingElse: 'Nothing else',
    otherSkills: (skills: number) => count(skills, 'other skill'),
    amount: ({ value, scheme, level }: Amount) => `${value} ${scheme}${level === null ? '' : ` at ${level}`}`,
    together: (amounts: string) => `Together: ${amounts}.`,
    allCredit: 'All your credit',
  },
  cy: {
    map: 'Eich sgiliau ar fap',
    findMore: 'Dod o hyd i ragor tebyg',
    nothing: 'Nid oes dim yn ei ddangos eto',
    showWork: 'Dangos rhywbeth a wnaethoch',
    whatCanShow: 'Gall tystysgrif, rhywbeth a wnaethoch ac a welodd rhywun, neu eich atebion eich hun ei ddangos.',
    shownBy: (things: number) => countInWelsh(things, 'peth sy’n ei ddangos', 'bethau sy’n ei ddangos'),
    teaches: 'Beth sy’n ei ddysgu, neu’n ei adnewyddu',
    hours: (hours: number) => countInWelsh(hours, 'awr', 'oriau'),
    costNotStated: 'ni nodir y gost',
    free: 'am ddim',
    version: (id: string, version: string) => `${id}, fersiwn ${version}`,
    from: (packages: string) => `O: ${packages}.`,
    credit: 'Credydau sy’n dystiolaeth ohono',
    onceEach: 'Mae pob cyflawniad yn cyfrif unwaith',
    columns: { from: 'O', credit: 'Credydau', also: 'Tystiolaeth hefyd o' },
    notCounted: (why: string) => `Heb ei gyfrif: ${why}`,
    nothingElse: 'Dim byd arall',
    otherSkills: (skills: number) => countInWelsh(skills, 'sgìl arall', 'sgiliau eraill'),
    amount: ({ value, scheme, level }: Amount) => `${value} ${scheme}${level === null ? '' : ` ar ${level}`}`,
    together: (amounts: string) => `Gyda’i gilydd: ${amounts}.`,
    allCredit: 'Eich holl gredydau',
  },
})
