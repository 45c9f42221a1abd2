import type { VNode } from 'preact'
import { catalogue, count, formatDate } from '#web'

/** How many of what was brought in came to what. */
interface Besides {
  described: number
  describedBefore: number
  duplicate: number
  undecided: number
  problem: number
}

const inOne = (parts: readonly string[]) => (parts.length === 0 ? '' : `${parts.join('; ')}. `)

/** The words of what became of what was brought in, and of what files say of somebody. */
export const importedWords = catalogue({
  en: {
    came: (added: number) => `${count(added, 'credential')} added`,
    noted: (noted: number) => `${count(noted, 'award')} noted, not verified`,
    ownRecords: 'Your own records came in',
    nothing: 'Nothing new was added',
    looked: (looked: number) => (looked > 0 ? `We looked at ${count(looked, 'credential')}. ` : ''),
    cameTo: ({ described, describedBefore, duplicate, undecided, problem }: Besides) =>
      inOne([
        ...(described > 0
          ? [`${count(described, 'award is', 'awards are')} kept as what a file says, not verified`]
          : []),
        ...(describedBefore > 0 ? [`${count(describedBefore, 'award was', 'awards were')} described before`] : []),
        ...(duplicate > 0 ? [`${count(duplicate, 'is', 'are')} in your passport already`] : []),
        ...(undecided > 0
          ? [`${count(undecided, 'is not genuine and waits', 'are not genuine and wait')} for you to decide`]
          : []),
        ...(problem > 0 ? [`${count(problem, 'was', 'were')} not added`] : []),
      ]),
    each: 'Here is what became of each.',
    toPassport: 'Go to my passport',
    more: 'Add more',
    seen: 'I have seen this',
    caption: 'What became of each',
    from: 'From',
    result: 'Result',
    see: 'See it',
    seeAward: 'See it',
    notAdded: (reason: VNode) => <>Not added. {reason}</>,
    leftOut: (reason: VNode) => <>Left out. {reason}</>,
    kept: 'Kept as what this file says: not verified.',
    saidBefore: 'A file said the same before.',
    decide: 'Decide what to do with it',
    duplicate: 'You already have this one.',
    isAdded: 'Added.',
    describedTitle: 'What files say of you',
    back: 'Your passport',
    describedLead:
      'You brought in files that describe these. Nobody signed them in a way that we can check, so they prove nothing, and a share does not show them.',
    none: 'No file says anything of you',
    noneText: 'A file from Europass or a table that you bring in is listed here.',
    notVerified: 'Described by a file, not verified',
    sealed:
      'The file came with an electronic seal. We cannot check such seals, so we do not know whether it is genuine.',
    askForSigned: 'This is only what the file says. Ask whoever awarded it for a signed credential.',
    delete: 'Delete',
    deleteTitle: 'Delete what this file says?',
    deleteIt: 'Delete it',
    deleteText: 'You can bring the file in again.',
    rows: {
      until: 'Until',
      notes: 'The file also says',
      person: 'About whom, as it says',
      issuer: 'Issued by, as it says',
      source: 'Where it comes from',
      digest: 'The file’s fingerprint (SHA-256)',
    },
    elm: 'a description in the European Learning Model',
    table: 'a table',
    broughtIn: (file: string, kind: string, on: string) => `${file}, ${kind}, brought in on ${formatDate(on)}`,
  },
  cy: {
    came: (added: number) => `Tystysgrifau a ychwanegwyd: ${added}`,
    noted: (noted: number) => `Dyfarniadau a nodwyd, heb eu gwirio: ${noted}`,
    ownRecords: 'Daeth eich cofnodion eich hun i mewn',
    nothing: 'Ni ychwanegwyd dim newydd',
    looked: (looked: number) => (looked > 0 ? `Tystysgrifau yr edrychwyd arnynt: ${looked}. ` : ''),
    cameTo: ({ described, describedBefore, duplicate, undecided, problem }: Besides) =>
      inOne([
        ...(described > 0 ? [`wedi’u cadw fel yr hyn y mae ffeil yn ei ddweud, heb eu gwirio: ${described}`] : []),
        ...(describedBefore > 0 ? [`wedi’u disgrifio o’r blaen: ${describedBefore}`] : []),
        ...(duplicate > 0 ? [`yn eich pasbort eisoes: ${duplicate}`] : []),
        ...(undecided > 0 ? [`heb fod yn rhai go iawn ac yn aros i chi benderfynu: ${undecided}`] : []),
        ...(problem > 0 ? [`heb eu hychwanegu: ${problem}`] : []),
      ]),
    each: 'Dyma beth a ddaeth o bob un.',
    toPassport: 'Mynd i’m pasbort',
    more: 'Ychwanegu mwy',
    seen: 'Rwyf wedi gweld hyn',
    caption: 'Beth a ddaeth o bob un',
    from: 'O',
    result: 'Canlyniad',
    see: 'Ei gweld',
    seeAward: 'Ei weld',
    notAdded: (reason: VNode) => <>Nis ychwanegwyd. {reason}</>,
    leftOut: (reason: VNode) => <>Gadawyd allan. {reason}</>,
    kept: 'Wedi’i gadw fel yr hyn y mae’r ffeil hon yn ei ddweud: heb ei wirio.',
    saidBefore: 'Dywedodd ffeil yr un peth o’r blaen.',
    decide: 'Penderfynu beth i’w wneud â hi',
    duplicate: 'Mae hon gennych eisoes.',
    isAdded: 'Ychwanegwyd.',
    describedTitle: 'Beth y mae ffeiliau’n ei ddweud amdanoch',
    back: 'Eich pasbort',
    describedLead:
      'Daethoch â ffeiliau sy’n disgrifio’r rhain. Nid oes neb wedi’u llofnodi mewn ffordd y gallwn ei gwirio, felly nid ydynt yn profi dim, ac ni ddangosir hwy wrth rannu.',
    none: 'Nid oes ffeil yn dweud dim amdanoch',
    noneText: 'Rhestrir yma ffeil o Europass neu dabl y dewch ag ef.',
    notVerified: 'Wedi’i ddisgrifio gan ffeil, heb ei wirio',
    sealed: 'Daeth y ffeil gyda sêl electronig. Ni allwn wirio seliau o’r fath, felly ni wyddom a yw’n un go iawn.',
    askForSigned:
      'Dim ond yr hyn y mae’r ffeil yn ei ddweud yw hyn. Gofynnwch i bwy bynnag a’i dyfarnodd am dystysgrif wedi’i llofnodi.',
    delete: 'Dileu',
    deleteTitle: 'Dileu’r hyn y mae’r ffeil hon yn ei ddweud?',
    deleteIt: 'Ei ddileu',
    deleteText: 'Gallwch ddod â’r ffeil i mewn eto.',
    rows: {
      until: 'Hyd at',
      notes: 'Mae’r ffeil hefyd yn dweud',
      person: 'Am bwy, yn ôl y ffeil',
      issuer: 'Dyroddwyd gan, yn ôl y ffeil',
      source: 'O ble y daw',
      digest: 'Ôl bys y ffeil (SHA-256)',
    },
    elm: 'disgrifiad yn y Model Dysgu Ewropeaidd',
    table: 'tabl',
    broughtIn: (file: string, kind: string, on: string) => `${file}, ${kind}, a ddaeth i mewn ar ${formatDate(on)}`,
  },
})
