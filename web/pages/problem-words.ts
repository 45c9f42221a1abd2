import type { ErrorCode } from '#platform'
import { catalogue } from '../language.tsx'

/** The words around what went wrong. */
export const problemWords = catalogue({
  en: {
    first: 'Go to the first page',
    forHelp: 'If you ask someone for help, give them this code:',
  },
  cy: {
    first: 'Mynd i’r dudalen gyntaf',
    forHelp: 'Os gofynnwch i rywun am gymorth, rhowch y cod hwn iddynt:',
  },
})

/** What is said in Welsh of a code that has no sentence below: the reason beside it is the English one. */
export const WELSH_TITLE = 'Ni ellid gwneud hyn'

/**
 * What somebody meets on pages, in Welsh: what it is called, and why, with the remedy. A sentence is true of each place
 * that refuses with its code; where the reason differs from place to place there is none, and the English one is shown.
 */
export const WELSH_PROBLEMS: Readonly<Partial<Record<ErrorCode, readonly [title: string, detail: string]>>> = {
  'access.denied': ['Ni chaniateir hyn', 'Nid oes gennych hawl i wneud hyn.'],
  'access.required': ['Mewngofnodwch yn gyntaf', 'Mewngofnodwch, yna rhowch gynnig arall arni.'],
  'claim.expired': ['Mae’r ddolen hawlio wedi dod i ben', 'Gofynnwch am ddolen newydd gan y sawl a’i hanfonodd.'],
  'claim.notFound': ['Ni chafwyd hyd i’r ddolen hawlio', 'Gwiriwch fod y ddolen yn gyflawn, hyd ei llythyren olaf.'],
  'claim.used': [
    'Defnyddiwyd y ddolen hawlio eisoes',
    'Mae dolen hawlio yn gweithio unwaith. Os nad chi a’i defnyddiodd, gofynnwch am un newydd gan y sawl a’i hanfonodd.',
  ],
  'credential.notFound': [
    'Ni chafwyd hyd i’r dystysgrif ddigidol',
    'Nid yw’r dystysgrif hon yn eich pasbort, neu nid yw yno mwyach.',
  ],
  'help.ended': ['Mae’r cymorth wedi dod i ben', 'Gall y person rydych yn ei helpu eich gwahodd eto.'],
  'help.notAllowed': ['Nid i gynorthwyydd', 'Ni allwch wneud hyn wrth helpu. Gall y perchennog ei wneud hebddoch chi.'],
  'help.notFound': ['Ni chafwyd hyd i’r gwahoddiad', 'Nid oes gwahoddiad o’r fath. Gwiriwch fod y ddolen yn gyflawn.'],
  internal: [
    'Aeth rhywbeth o’i le',
    'Ein bai ni yw hyn, ac ni newidiwyd dim na wnaethom ei gadarnhau. Rhowch gynnig arall arni yn nes ymlaen.',
  ],
  'mail.failed': [
    'Ni anfonwyd y neges',
    'Ni allem anfon e-bost ar hyn o bryd. Rhowch gynnig arall arni yn nes ymlaen.',
  ],
  'method.notAllowed': [
    'Ni ellir gwneud hyn yma',
    'Nid yw’r cyfeiriad hwn yn gwneud hynny. Dechreuwch o’r dudalen gyntaf.',
  ],
  'rate.limited': ['Gormod o geisiadau', 'Arhoswch ychydig, yna rhowch gynnig arall arni.'],
  'request.crossSite': ['Cais o wefan arall', 'Agorwch y dudalen yma, a rhowch gynnig arall arni.'],
  'request.notFound': [
    'Ni chafwyd hyd i hyn',
    'Nid oes dim byd yma, neu nid yw yma mwyach. Gwiriwch fod y cyfeiriad yn gyflawn, neu dechreuwch o’r dudalen gyntaf.',
  ],
  'share.ended': [
    'Mae’r rhannu wedi dod i ben',
    'Nid yw’r hyn a rannwyd gyda’r ddolen hon yn cael ei rannu mwyach. Gofynnwch am ddolen newydd gan y sawl a’i hanfonodd.',
  ],
  'share.notFound': [
    'Ni chafwyd hyd i’r hyn a rannwyd',
    'Nid oes dim yn cael ei rannu gyda’r ddolen hon. Gwiriwch ei bod yn gyflawn, hyd ei llythyren olaf.',
  ],
  'signIn.expired': [
    'Mae’r mewngofnodi wedi dod i ben',
    'Mae’r ddolen neu’r cod wedi’i ddefnyddio neu’n rhy hen. Gofynnwch am un newydd.',
  ],
  'storage.full': ['Mae’r storfa’n llawn', 'Ni allem gadw hyn. Rhowch gynnig arall arni yn nes ymlaen.'],
  'storage.unavailable': ['Nid yw’r storfa ar gael', 'Rhowch gynnig arall arni yn nes ymlaen.'],
}
