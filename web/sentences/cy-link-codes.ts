import type { CodeSentences, SentenceCode } from './sentences.ts'

const ASK_SENDER = 'Gofynnwch i’r person a’i hanfonodd am ddolen newydd, neu am y dystysgrif fel ffeil.'
const WHOLE_LINK =
  'Gwnewch yn siŵr bod y ddolen gyfan wedi’i gludo. Os ydyw, gofynnwch i’r person a’i hanfonodd am un newydd.'
const TRY_AGAIN = 'Rhowch gynnig arall arni ymhen ychydig funudau.'
const retry = {
  employer: TRY_AGAIN,
  holder: TRY_AGAIN,
  issuer: 'Gwnewch yn siŵr bod y cyfeiriad yn ateb, yna rhowch gynnig arall arni.',
}

/** What is said of a link that was not, or could not be, followed. */
export const linkCodes = {
  'fetch.blocked': {
    says: 'Nid yw’r ddolen yn arwain at gyfeiriad cyhoeddus ar y we, felly ni chafodd ei hagor.',
    todo: { employer: ASK_SENDER },
  },
  'fetch.failed': { says: 'Nid oedd modd cyrraedd y cyfeiriad y mae’r ddolen yn arwain ato.', todo: retry },
  'fetch.redirect': {
    says: 'Mae’r ddolen yn arwain ymlaen at gyfeiriad arall, na ddilynir.',
    todo: { employer: 'Agorwch y ddolen eich hun, a gludwch y cyfeiriad y mae’n arwain ato.' },
  },
  'fetch.status': {
    says: 'Nid oes dim yn y cyfeiriad y mae’r ddolen yn arwain ato.',
    todo: { employer: WHOLE_LINK },
  },
  'fetch.timeout': { says: 'Nid atebodd y cyfeiriad y mae’r ddolen yn arwain ato mewn pryd.', todo: retry },
  'fetch.tooLarge': {
    says: 'Mae’r hyn y mae’r ddolen yn arwain ato yn rhy fawr i fod yn dystysgrif.',
    todo: { employer: ASK_SENDER },
  },
  'share.ended': {
    says: 'Nid yw’r hyn a rannodd y ddolen hon yn cael ei rannu mwyach: daeth i ben, fe’i defnyddiwyd i’r pen neu fe’i tynnwyd yn ôl.',
    todo: { employer: 'Gofynnwch i’r person a’i hanfonodd ei rannu eto.' },
  },
  'share.notFound': {
    says: 'Nid oes dim yn cael ei rannu o dan y ddolen hon.',
    todo: { employer: WHOLE_LINK },
  },
} satisfies Partial<Record<SentenceCode, CodeSentences>>
