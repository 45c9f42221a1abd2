import type { CodeSentences, SentenceCode } from './sentences.ts'

const STILL_ONLINE = 'Gofynnwch i’r dyroddwr a yw’n dal i gadw ei fathodynnau ar-lein.'

/** What is said of credentials in the forms of earlier years. */
export const olderCodes = {
  'dates.noZone': {
    says: 'Nid yw ei dyddiadau’n enwi cylchfa amser, fel y caniateid pan gafodd ei gwneud. Mae o’u mewn ym mhob un.',
  },
  'dates.zoneDecides': {
    says: 'Nid yw ei dyddiadau’n enwi cylchfa amser, ac mae a yw o’u mewn yn dibynnu ar hynny.',
    todo: { employer: 'Gwiriwch hi eto ymhen diwrnod.' },
  },
  'status.refresh': {
    says: 'Mae gan y dyroddwr fersiwn mwy newydd ohoni. Mae hon yn dal mewn grym.',
    todo: {
      employer: 'Gofynnwch i’r person am yr un mwy newydd.',
      holder: 'Gofynnwch i’r dyroddwr am y fersiwn mwy newydd.',
    },
  },
  'status.unsigned': {
    says: 'Nid yw’r rhestr ddirymu wedi’i llofnodi. Fe’i darllenwyd yn y cyfeiriad y mae’r dystysgrif ei hun yn ei enwi.',
  },
  'status.rollback': {
    says: 'Mae’r rhestr ddirymu yn hŷn nag un a welsom o’r blaen, felly gall adael rhywbeth allan.',
    todo: {
      employer: 'Rhowch gynnig arall arni ymhen ychydig funudau. Os yw’n aros felly, gofynnwch i’r dyroddwr.',
      issuer: 'Gwnewch yn siŵr bod eich rhestr ddiweddaraf wedi’i chyhoeddi.',
    },
  },
  'shape.openBadges2': {
    says: ({ how }) =>
      how === 'signed'
        ? 'Open Badge 2.0 ydyw, y ffurf hŷn, wedi’i lofnodi gan ei ddyroddwr.'
        : 'Open Badge 2.0 ydyw, y ffurf hŷn, sy’n dal cyhyd ag y bo gwefan ei ddyroddwr yn dweud hynny.',
  },
  'proof.hosted': { says: 'Mae ei thudalen ei hun ar y we yn dweud yr un peth.' },
  'proof.hostedDiffers': {
    says: 'Mae ei thudalen ei hun ar y we yn defnyddio geiriau eraill mewn mannau na’r copi sydd gennych. Geiriau’r dudalen a welwch.',
  },
  'proof.hostedOther': {
    says: 'Mae ei thudalen ei hun ar y we yn dweud rhywbeth arall: am bwy y mae, ar gyfer beth y mae, neu pryd y’i dyfarnwyd.',
    todo: {
      employer: 'Gofynnwch i’r person a’i hanfonodd am y ffeil neu’r ddolen wreiddiol.',
      holder: 'Gofynnwch i’r dyroddwr ei dyfarnu eto.',
    },
  },
  'proof.unreachable': {
    says: 'Nid oedd modd darllen y dudalen ar y we a fyddai’n dangos a yw’n un go iawn.',
    todo: {
      employer: `Rhowch gynnig arall arni ymhen ychydig funudau. Os yw’n aros felly: ${STILL_ONLINE}`,
      holder: STILL_ONLINE,
    },
  },
  'issuer.otherHost': {
    says: 'Mae ar wefan nad yw’n eiddo i’w dyroddwr, felly gallai unrhyw un fod wedi’i rhoi yno.',
    todo: { employer: 'Gofynnwch i’r dyroddwr.', holder: 'Gofynnwch i’r dyroddwr ei dyfarnu eto.' },
  },
  'issuer.unreachable': {
    says: 'Nid oedd modd darllen tudalen y dyroddwr ei hun ar y we, felly ni allwn ddweud pwy a’i dyfarnodd.',
    todo: { employer: 'Rhowch gynnig arall arni ymhen ychydig funudau.', holder: STILL_ONLINE },
  },
} satisfies Partial<Record<SentenceCode, CodeSentences>>
