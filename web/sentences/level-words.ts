import type { LevelCode, LevelFramework, QualificationCode } from '#skills'
import { catalogue } from '../language.tsx'
import { type Says, said } from './says.ts'

const NAMES: Readonly<Record<LevelFramework, string>> = {
  RQF: 'RQF: England and Northern Ireland',
  CQFW: 'CQFW: Wales',
  SCQF: 'SCQF: Scotland',
  FHEQ: 'FHEQ: universities in England, Wales and Northern Ireland',
  EQF: 'EQF: Europe',
}

const LEVELS: Says<LevelCode> = {
  'level.same': ({ from }) => `${said(from)} is the level that you chose.`,
  'level.comparable': ({ from, to }) =>
    `${said(from)} is broadly comparable with ${alternatives(to)}. It is not the same.`,
  'level.differs': ({ from, to }) => `${said(from)} and ${said(to)} are of different demand.`,
  'level.noBasis': ({ from, to }) => `There is no basis for saying what ${said(from)} is in ${said(to)}.`,
  'level.unknown': ({ from }) => `No framework that is used here has a level ${said(from)}.`,
}

const QUALIFICATIONS: Says<QualificationCode> = {
  'qualification.unknown': ({ id }) => `This kind of qualification is not known here: ${said(id)}.`,
  'qualification.isMark': ({ name, level }) =>
    `A ${said(name)} is an approval mark, not a level and not a size. It is put on qualifications at ${said(level)}.`,
  'qualification.level': ({ name, level }) => `${said(name)}: ${said(level)}.`,
  'qualification.size': ({ name, size, scheme }) =>
    size === null
      ? `${said(name)}: no size is stated.`
      : `${said(name)}: typically ${said(size)} credits (${said(scheme)}).`,
  'qualification.sameNameElsewhere': ({ brand, one, other }) =>
    `Both are called ${said(brand)}. The one is of ${said(one)}, the other of ${said(other)}, and they are not the same.`,
  'qualification.levelSame': ({ one }) => `Both are at ${said(one)}.`,
  'qualification.levelComparable': ({ one, other }) =>
    `${said(one)} and ${said(other)} are broadly comparable in demand. That makes them neither the same nor of one size.`,
  'qualification.levelDiffers': ({ one, other }) => `${said(one)} and ${said(other)} are of different demand.`,
  'qualification.levelNoBasis': ({ one, other }) =>
    `There is no basis for saying how ${said(one)} and ${said(other)} stand to one another.`,
  'qualification.sizeSame': ({ one, oneScheme }) => `Both are typically of ${said(one)} credits (${said(oneScheme)}).`,
  'qualification.sizeDiffers': ({ one, other, oneScheme }) =>
    `They are of different size: typically ${said(one)} and ${said(other)} credits (${said(oneScheme)}).`,
  'qualification.sizeNotComparable': ({ one, oneScheme, other, otherScheme }) =>
    `Their sizes cannot be compared: ${sizeOf(one, oneScheme)}, and ${sizeOf(other, otherScheme)}.`,
}

type Value = Parameters<typeof said>[0]

const sizeOf = (size: Value, scheme: Value) =>
  size === null ? 'one states none' : `${said(size)} credits are counted by ${said(scheme)}`

function alternatives(names: Value, or = ' or '): string {
  return Array.isArray(names) ? names.join(or) : said(names)
}

const WELSH_LEVELS: Says<LevelCode> = {
  'level.same': ({ from }) => `${level(from)} yw’r lefel a ddewisoch.`,
  'level.comparable': ({ from, to }) =>
    `Mae ${level(from)} yn fras gymaradwy â: ${withNamesOfWales(alternatives(to, ' neu '))}. Nid yr un fath ydyw.`,
  'level.differs': ({ from, to }) => `Mae gofynion ${level(from)} a ${level(to)} yn wahanol.`,
  'level.noBasis': ({ from, to }) => `Nid oes sail dros ddweud beth yw ${level(from)} yn ${level(to)}.`,
  'level.unknown': ({ from }) => `Nid oes gan unrhyw fframwaith a ddefnyddir yma lefel ${level(from)}.`,
}

const WELSH_QUALIFICATIONS: Says<QualificationCode> = {
  'qualification.unknown': ({ id }) => `Nid yw’r math hwn o gymhwyster yn hysbys yma: ${said(id)}.`,
  'qualification.isMark': ({ name, level: at }) =>
    `Nod cymeradwyo yw ${said(name)}, nid lefel ac nid maint. Fe’i rhoddir ar gymwysterau ar ${level(at)}.`,
  'qualification.level': ({ name, level: at }) => `${said(name)}: ${level(at)}.`,
  'qualification.size': ({ name, size, scheme }) =>
    size === null
      ? `${said(name)}: ni nodir maint.`
      : `${said(name)}: fel arfer ${said(size)} credyd (${level(scheme)}).`,
  'qualification.sameNameElsewhere': ({ brand, one, other }) =>
    `Gelwir y ddau yn ${said(brand)}. Mae’r naill o ${said(one)}, y llall o ${said(other)}, ac nid yr un fath ydynt.`,
  'qualification.levelSame': ({ one }) => `Mae’r ddau ar ${level(one)}.`,
  'qualification.levelComparable': ({ one, other }) =>
    `Mae gofynion ${level(one)} a ${level(other)} yn fras gymaradwy. Nid yw hynny’n eu gwneud yr un fath nac o’r un maint.`,
  'qualification.levelDiffers': ({ one, other }) => `Mae gofynion ${level(one)} a ${level(other)} yn wahanol.`,
  'qualification.levelNoBasis': ({ one, other }) =>
    `Nid oes sail dros ddweud sut mae ${level(one)} a ${level(other)} yn sefyll gyda’i gilydd.`,
  'qualification.sizeSame': ({ one, oneScheme }) =>
    `Mae’r ddau fel arfer yn ${said(one)} credyd (${level(oneScheme)}).`,
  'qualification.sizeDiffers': ({ one, other, oneScheme }) =>
    `Maent o faint gwahanol: fel arfer ${said(one)} a ${said(other)} credyd (${level(oneScheme)}).`,
  'qualification.sizeNotComparable': ({ one, oneScheme, other, otherScheme }) =>
    `Ni ellir cymharu eu maint: ${welshSize(one, oneScheme)}; ${welshSize(other, otherScheme)}.`,
}

/** What a framework of levels is called, and where it is used. */
export const frameworkNames = catalogue({
  en: NAMES,
  cy: {
    RQF: 'RQF: Lloegr a Gogledd Iwerddon',
    CQFW: 'FfCChC (CQFW): Cymru',
    SCQF: 'SCQF: Yr Alban',
    FHEQ: 'FHEQ: prifysgolion yng Nghymru, Lloegr a Gogledd Iwerddon',
    EQF: 'EQF: Ewrop',
  },
})

/** How a level stands to one of another framework. */
export const levelSays = catalogue({ en: LEVELS, cy: WELSH_LEVELS })

/** How two kinds of qualification stand to one another. */
export const qualificationSays = catalogue({ en: QUALIFICATIONS, cy: WELSH_QUALIFICATIONS })

const level = (value: Value) => withNamesOfWales(said(value))

/** A Welsh text in which the framework of Wales goes by both of its names. */
export function withNamesOfWales(text: string): string {
  return text.replaceAll(/\bCQFW\b/g, 'FfCChC (CQFW)')
}

function welshSize(size: Value, scheme: Value): string {
  return size === null ? 'nid yw un yn nodi dim' : `cyfrifir ${said(size)} credyd yn ôl ${level(scheme)}`
}
