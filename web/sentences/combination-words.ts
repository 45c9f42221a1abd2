import type { CombinationCode, Conflict, Values } from '#skills'
import { countInWelsh } from '../dates.ts'
import { catalogue, language } from '../language.tsx'
import {
  conflictBecause as because,
  combinationSays as english,
  basisInWords as englishBasis,
  sizeInWords as englishSize,
} from './en-combination.ts'
import { type Says, said } from './says.ts'

const BECAUSE: Readonly<Record<Conflict['reason'], string>> = {
  unknownUnit: 'nid yw’n uned yn y rheolau hyn',
  noSize: 'nid oes maint iddi: dywedwch faint o gredydau neu bwyntiau ydyw',
  noLevel: 'nid oes lefel iddi: dywedwch ar ba lefel y mae',
  notOffered: 'ni all gyfrif felly yn y cymhwyster hwn',
  notFor: 'rhaid ei hennill, ac ni ellir ei chyfrif felly',
  rules: 'nid yw’n gadael ffordd drwy’r rheolau, ynghyd â’ch dymuniadau eraill',
}

const AS: Readonly<Record<string, string>> = {
  Earned: 'wedi’i hennill',
  CreditTransfer: 'wedi’i hennill mewn cymhwyster arall',
  Equivalence: 'fel cyfwerth',
  Exemption: 'drwy esemptiad',
  PriorLearning: 'drwy ddysgu blaenorol a aseswyd',
  ImportedUnit: 'fel uned a fewnforiwyd',
  CustomisedUnit: 'fel uned a luniwyd ar gyfer eich gwaith',
}

/** What a wish that cannot be met lacks, to go on after its name; in Welsh after its name and a colon. */
export const conflictBecause = catalogue({ en: because, cy: BECAUSE })

/** A number of points or credits. */
export function sizeInWords(size: number, sizeUnit: string): string {
  if (language() === 'en') return englishSize(size, sizeUnit)
  return sizeUnit === 'points' ? countInWelsh(size, 'pwynt', 'bwyntiau') : countInWelsh(size, 'credyd', 'gredydau')
}

/** How a unit came to be held, in words. */
export function basisInWords(basis: string): string {
  return language() === 'en' ? englishBasis(basis) : (AS[basis] ?? basis)
}

/** The rules of combination, and what was counted for them and what was not. `unitName` says what a unit is called. */
export function combinationSays(sizeUnit: string, unitName: (unit: string) => string): Says<CombinationCode> {
  return language() === 'en' ? english(sizeUnit, unitName) : welsh(sizeUnit, unitName)
}

/** In Welsh what is said of a unit is a clause of its own, to go on after its name and a colon. */
function welsh(sizeUnit: string, unitName: (unit: string) => string): Says<CombinationCode> {
  const sizes = (value: Values[string] | undefined) => sizeInWords(Number(value ?? 0), sizeUnit)
  const units = (value: Values[string] | undefined) =>
    Array.isArray(value) ? value.map(unitName).join(', ') : unitName(String(value ?? ''))
  const among = ({ types }: Values) => (Array.isArray(types) ? types.map((type) => AS[type] ?? type).join(' neu ') : '')
  const upTo = ({ isStrict, limit }: Values) => `${isStrict === true ? 'llai na' : 'hyd at'} ${said(limit)}`
  return {
    'combination.min': ({ needed, had }) => `${sizes(had)}; mae angen o leiaf ${said(needed)}.`,
    'combination.mandatory': ({ unit, had }) => `Yr uned orfodol ${units(unit)}: ${had === 1 ? 'yno' : 'ar goll'}.`,
    'combination.minAtLevel': ({ needed, had, level }) =>
      `${sizes(had)} ar lefel ${said(level)} neu uwch; mae angen o leiaf ${said(needed)}.`,
    'combination.optionalShareAtLevel': ({ of, needed, had, level }) =>
      `Unedau dewisol ar lefel ${said(level)}: ${said(had)} o ${said(of)}; gofynnir am o leiaf ${said(needed)}.`,
    'combination.maxPerArea': ({ limit, had }) =>
      `O un maes, hyd at ${countInWelsh(Number(limit), 'uned', 'unedau')}; y mwyaf sydd gennych yw ${said(had)}.`,
    'combination.maxShare': (values) => `${sizes(values.had)} ${among(values)}; caiff ${upTo(values)} gyfrif felly.`,
    'combination.maxUnits': (values) =>
      `${countInWelsh(Number(values.had), 'uned', 'unedau')} ${among(values)}; caiff hyd at ${said(values.limit)} gyfrif felly.`,
    'combination.mustBeShownIn': ({ unit, shownIn }) =>
      `Rhaid dangos yn yr uned ${units(shownIn)} na wnaed yr uned ${units(unit)} yma. Aseswr sy’n gofalu am hynny.`,
    'combination.earned': (values) =>
      `mae’n cyfrif am ${sizes(values.size)} ar lefel ${said(values.level)}.${apart(values)}`,
    'combination.recognised': (values) =>
      `mae’n cyfrif ${basisInWords(String(values.as))} am ${sizes(values.size)}, ac nid eich credyd chi mo hynny.${apart(values)}`,
    'combination.duplicate': () => 'mae gennych hi ddwywaith, ac mae’n cyfrif unwaith.',
    'combination.areaTaken': () => 'mae uned arall o’r un maes eisoes yn cyfrif.',
    'combination.areaMandatory': ({ unitOfArea }) => `mae o faes yr uned orfodol ${units(unitOfArea)}.`,
    'combination.overCap': (values) => `mae’n fwy nag a gaiff gyfrif felly: ${upTo(values)}.`,
    'combination.overShare': ({ level, isAtLevel }) =>
      isAtLevel === true
        ? `mae ar lefel ${said(level)}, ac nid yw’n helpu’r gweddill.`
        : `nid yw ar lefel ${said(level)}, a byddai rhy ychydig o unedau yno.`,
    'combination.inFuture': () => 'mae iddi ddiwrnod sydd eto i ddod.',
    'combination.noSuchDay': () => 'mae iddi ddiwrnod nad yw yn y calendr.',
    'combination.noDate': ({ years }) =>
      `nid oes diwrnod iddi, ac ni chaiff fod yn hŷn na ${said(years)} o flynyddoedd.`,
    'combination.tooOld': ({ years, registered }) =>
      `roedd yn hŷn na ${said(years)} o flynyddoedd ar ${said(registered)}, pan wnaethoch gofrestru.`,
    'combination.notFor': () => 'rhaid ei hennill, ac ni ellir ei chyfrif felly.',
    'combination.notOffered': () => 'ni all gyfrif felly yn y cymhwyster hwn.',
    'combination.unknownUnit': () => 'nid yw’n uned yn y rheolau hyn.',
    'combination.noSize': () => 'nid yw’n nodi maint.',
    'combination.noLevel': () => 'nid yw’n nodi lefel.',
  }
}

function apart({ doesNotCountFor }: Values): string {
  const rules = Array.isArray(doesNotCountFor) ? doesNotCountFor : []
  return rules.some((rule) => rule.endsWith('.minAtLevel')) ? ' Nid yw’n cyfrif tuag at y lleiafswm ar y lefel.' : ''
}
