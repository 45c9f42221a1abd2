import type { Nation } from '#platform'
import type { LevelFramework } from '#skills'
import { catalogue } from '../language.tsx'

const NATIONS: Readonly<Record<Nation, string>> = {
  ENG: 'England',
  WLS: 'Wales',
  SCT: 'Scotland',
  NIR: 'Northern Ireland',
}

const FRAMEWORKS: Readonly<Record<LevelFramework, string>> = {
  RQF: 'RQF',
  CQFW: 'CQFW',
  SCQF: 'SCQF',
  FHEQ: 'FHEQ',
  EQF: 'EQF',
}

/** Levels as each nation knows them. In Welsh the framework of Wales goes by both of its names. */
export const nationWords = catalogue({
  en: {
    nations: NATIONS,
    frameworks: FRAMEWORKS,
    levelIn: (nation: Nation) => `Level in ${NATIONS[nation]}`,
    or: ' or ',
    comparable: 'broadly comparable, not the same',
    noBasis: (framework: LevelFramework) => `No basis for saying what it is in ${FRAMEWORKS[framework]}`,
    show: 'Show levels as in',
    asStated: 'As they are stated',
    choose: 'Choose',
  },
  cy: {
    nations: { ENG: 'Lloegr', WLS: 'Cymru', SCT: 'Yr Alban', NIR: 'Gogledd Iwerddon' },
    frameworks: { ...FRAMEWORKS, CQFW: 'FfCChC (CQFW)' },
    levelIn: (nation: Nation) =>
      ({
        ENG: 'Lefel yn Lloegr',
        WLS: 'Lefel yng Nghymru',
        SCT: 'Lefel yn yr Alban',
        NIR: 'Lefel yng Ngogledd Iwerddon',
      })[nation],
    or: ' neu ',
    comparable: 'yn fras gymaradwy, nid yr un fath',
    noBasis: (framework: LevelFramework) =>
      `Nid oes sail dros ddweud beth ydyw yn ${framework === 'CQFW' ? 'FfCChC (CQFW)' : framework}`,
    show: 'Lefelau pa genedl i’w dangos',
    asStated: 'Fel y’u nodir',
    choose: 'Dewis',
  },
})
