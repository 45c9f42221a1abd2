import type { LevelCode, LevelFramework, QualificationCode } from '#skills'
import { type Says, said } from './says.ts'

/** What a framework of levels is called, and where it is used. */
export const frameworkNames: Readonly<Record<LevelFramework, string>> = {
  RQF: 'RQF: England and Northern Ireland',
  CQFW: 'CQFW: Wales',
  SCQF: 'SCQF: Scotland',
  FHEQ: 'FHEQ: universities in England, Wales and Northern Ireland',
  EQF: 'EQF: Europe',
}

export const levelSays: Says<LevelCode> = {
  'level.same': ({ from }) => `${said(from)} is the level that you chose.`,
  'level.comparable': ({ from, to }) =>
    `${said(from)} is broadly comparable with ${alternatives(to)}. It is not the same.`,
  'level.differs': ({ from, to }) => `${said(from)} and ${said(to)} are of different demand.`,
  'level.noBasis': ({ from, to }) => `There is no basis for saying what ${said(from)} is in ${said(to)}.`,
  'level.unknown': ({ from }) => `No framework that is used here has a level ${said(from)}.`,
}

export const qualificationSays: Says<QualificationCode> = {
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

function alternatives(names: Value): string {
  return Array.isArray(names) ? names.join(' or ') : said(names)
}
