import type { VNode } from 'preact'
import { catalogue, count } from '#web'

type Link = (words: string) => VNode

/** The words of the pages about one credential that somebody holds. */
export const credentialPageWords = catalogue({
  en: {
    back: 'Your passport',
    title: 'Your credential',
    share: 'Share it',
    check: 'Check it now',
    download: 'Download',
    decisions: 'It says what of yours is recognised',
    decisionsText: (see: Link) => (
      <>Somebody decided what stands for what. {see('See what was decided, and about what')}.</>
    ),
    older: 'This is an Open Badge of version 2.0',
    olderText: 'It is checked on its issuer’s website each time. If that closes, nobody can check it any more.',
    selective: 'You can leave parts of this credential out',
    selectiveText:
      'Choose them when you share it. Keep the downloaded file to yourself: whoever has it can show any part.',
    delete: 'Delete',
    deleteTitle: 'Delete 1 credential?',
    deleteIt: 'Delete it',
    deleteText: 'You cannot undo this here. If you may want it again, download it first.',
    sharesLose: (shares: number) => `${count(shares, 'share')} will no longer show it.`,
    copies: 'Copies that others have already downloaded stay with them, and still check as genuine.',
    inside: 'What is in it',
    insideText: (credentials: number) =>
      `You can keep ${credentials === 1 ? 'the credential' : `each of the ${credentials} credentials`} in this record by itself too, to share it without the others. Each is checked. The record stays as it is.`,
    keepOne: 'Keep it by itself too',
    keepEach: 'Keep each by itself too',
    picture: 'As a picture',
    pictureText:
      'A picture of your badge with the whole credential inside it. Any verifier of Open Badges can check the picture. A copy or a screenshot of it looks the same and holds nothing.',
    downloadAs: (kind: string) => `Download as ${kind}`,
    pictureTells: 'Whoever has the picture can read all that the credential says, your name too.',
    notGenuine: 'This credential is not genuine',
    notGenuineLead:
      'It was changed after it was signed, or somebody else made it. We have not put it in your passport.',
    askForNew:
      'Ask whoever gave it to you for a new one. If you keep it, it stays marked as not genuine, and you cannot share it.',
    doNotKeep: 'Do not keep it',
    keepMarked: 'Keep it, marked as not genuine',
    why: 'Why is it not genuine?',
    checkOf: (title: string) => `Check of ${title}`,
    nothingLost: 'Nothing is lost. You can check it again at any time, and share it meanwhile.',
    see: 'See the credential',
    toPassport: 'Go to my passport',
    inRecord: (credentials: number) => `The ${count(credentials, 'credential')} in this record`,
  },
  cy: {
    back: 'Eich pasbort',
    title: 'Eich tystysgrif',
    share: 'Ei rhannu',
    check: 'Ei gwirio nawr',
    download: 'Lawrlwytho',
    decisions: 'Mae’n dweud beth o’ch eiddo a gydnabyddir',
    decisionsText: (see: Link) => (
      <>Penderfynodd rhywun beth sy’n sefyll dros beth. {see('Gweld beth a benderfynwyd, ac am beth')}.</>
    ),
    older: 'Open Badge fersiwn 2.0 yw hwn',
    olderText: 'Fe’i gwirir ar wefan ei ddyroddwr bob tro. Os bydd honno’n cau, ni all neb ei wirio mwyach.',
    selective: 'Gallwch adael rhannau o’r dystysgrif hon allan',
    selectiveText:
      'Dewiswch hwy pan fyddwch yn ei rhannu. Cadwch y ffeil a lawrlwythir i chi eich hun: gall pwy bynnag sydd â hi ddangos unrhyw ran.',
    delete: 'Dileu',
    deleteTitle: 'Dileu 1 dystysgrif?',
    deleteIt: 'Ei dileu',
    deleteText: 'Ni allwch ddadwneud hyn yma. Os gallech fod am ei chael eto, lawrlwythwch hi yn gyntaf.',
    sharesLose: (shares: number) => `Dolenni na fyddant yn ei dangos mwyach: ${shares}.`,
    copies: 'Mae copïau y mae eraill wedi’u lawrlwytho eisoes yn aros gyda hwy, ac yn dal i wirio fel rhai go iawn.',
    inside: 'Beth sydd ynddi',
    insideText: (credentials: number) =>
      `Gallwch hefyd gadw ${credentials === 1 ? 'y dystysgrif' : `pob un o’r ${credentials} tystysgrif`} yn y cofnod hwn ar ei phen ei hun, i’w rhannu heb y lleill. Gwirir pob un. Mae’r cofnod yn aros fel y mae.`,
    keepOne: 'Ei chadw ar ei phen ei hun hefyd',
    keepEach: 'Cadw pob un ar ei phen ei hun hefyd',
    picture: 'Fel llun',
    pictureText:
      'Llun o’ch bathodyn gyda’r dystysgrif gyfan y tu mewn iddo. Gall unrhyw wiriwr Open Badges wirio’r llun. Mae copi neu sgrinlun ohono’n edrych yr un fath ac nid yw’n dal dim.',
    downloadAs: (kind: string) => `Lawrlwytho fel ${kind}`,
    pictureTells:
      'Gall pwy bynnag sydd â’r llun ddarllen popeth y mae’r dystysgrif yn ei ddweud, gan gynnwys eich enw.',
    notGenuine: 'Nid yw’r dystysgrif hon yn un go iawn',
    notGenuineLead:
      'Fe’i newidiwyd ar ôl ei llofnodi, neu rywun arall a’i gwnaeth. Nid ydym wedi’i rhoi yn eich pasbort.',
    askForNew:
      'Gofynnwch i bwy bynnag a’i rhoddodd i chi am un newydd. Os byddwch yn ei chadw, mae’n aros wedi’i nodi fel un nad yw’n un go iawn, ac ni allwch ei rhannu.',
    doNotKeep: 'Peidio â’i chadw',
    keepMarked: 'Ei chadw, wedi’i nodi fel un nad yw’n un go iawn',
    why: 'Pam nad yw’n un go iawn?',
    checkOf: (title: string) => `Gwiriad o ${title}`,
    nothingLost: 'Ni chollwyd dim. Gallwch ei gwirio eto unrhyw bryd, a’i rhannu yn y cyfamser.',
    see: 'Gweld y dystysgrif',
    toPassport: 'Mynd i’m pasbort',
    inRecord: (credentials: number) => `Nifer y tystysgrifau yn y cofnod hwn: ${credentials}`,
  },
})
