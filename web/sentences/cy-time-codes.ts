import { formatDate } from '../dates.ts'
import type { CodeSentences, Facts, SentenceCode } from './sentences.ts'

/** " ar 25 Mehefin 2027", where the fact is known. */
function on(facts: Facts, name: string): string {
  const value = facts[name]
  return typeof value === 'string' ? ` ar ${formatDate(value)}` : ''
}

const ask = { employer: 'Gofynnwch i’r dyroddwr.', holder: 'Gofynnwch i’r dyroddwr ei dyfarnu eto.' }

/** What is said of keys over time, and of a credential as at a date in the past. */
export const timeCodes = {
  'issuer.keyPinned': {
    says: ({ list }) =>
      `Nid yw rhestr allweddi’r dyroddwr ei hun ar gael mwyach. Cadwodd ${list} yr allwedd y llofnodwyd hon â hi.`,
  },
  'issuer.keyRetired': {
    says: (facts) =>
      `Roedd yr allwedd y llofnodwyd hon â hi mewn defnydd bryd hynny. Rhoddodd y dyroddwr y gorau i’w defnyddio${on(facts, 'until')}.`,
  },
  'issuer.keyEnded': {
    says: (facts) =>
      `Fe’i llofnodwyd ag allwedd yr oedd ei llofnodwr wedi rhoi’r gorau i’w defnyddio cyn hynny${on(facts, 'until')}.`,
    todo: ask,
  },
  'issuer.keyUndated': {
    says: (facts) =>
      `Rhoddwyd y gorau i ddefnyddio ei hallwedd${on(facts, 'until')}, ac nid yw’n dweud pryd y’i llofnodwyd. Ni allwn ddweud a gafodd ei llofnodi cyn hynny.`,
    todo: ask,
  },
  'issuer.keyCompromised': {
    says: (facts) =>
      `Fe’i llofnodwyd ar ôl i’w hallwedd syrthio i ddwylo eraill${on(facts, 'since')}, felly gallai unrhyw un a oedd â’r allwedd fod wedi’i gwneud.`,
    todo: ask,
  },
  'issuer.keyCompromisedLater': {
    says: (facts) =>
      `Ar y dyddiad y gofynnoch amdano, roedd ei hallwedd yn dda. Ers hynny syrthiodd i ddwylo eraill${on(facts, 'since')}, ac nid oes dim yn dangos iddi gael ei llofnodi cyn hynny.`,
  },
  'log.witnessed': {
    says: (facts) =>
      `Syrthiodd ei hallwedd i ddwylo eraill${on(facts, 'since')}. Mae log y dyroddwr yn dangos iddi gael ei llofnodi cyn hynny.`,
  },
  'log.included': {
    says: (facts) => `Roedd yn log y dyroddwr o’r hyn a ddyroddodd${on(facts, 'at')}.`,
  },
  'log.invalid': {
    says: () => 'Daeth tystiolaeth o log y dyroddwr gyda hi, ac nid yw’n dangos ei bod yn y log hwnnw.',
  },
  'log.partsLeftOut': {
    says: () =>
      'Daeth tystiolaeth o log y dyroddwr gyda hi. Gadawyd rhannau o’r copi hwn allan, felly ni ellir ei gymharu â’r log.',
  },
  'log.keyUnknown': {
    says: () => 'Daeth tystiolaeth o log y dyroddwr gyda hi, ac nid oedd modd cael allwedd y log hwnnw i’w gwirio.',
  },
  'log.notWitnessed': {
    says: (facts) =>
      `Syrthiodd ei hallwedd i ddwylo eraill${on(facts, 'since')}, ac nid oes dim yn dangos iddi gael ei llofnodi cyn hynny.`,
    todo: {
      employer:
        'Gofynnwch i’r person am gopi sy’n dod gyda’r dystiolaeth o log y dyroddwr, neu gofynnwch i’r dyroddwr.',
      holder: 'Rhannwch hi eto o’ch waled, sy’n cadw’r dystiolaeth honno, neu gofynnwch i’r dyroddwr ei dyfarnu eto.',
    },
  },
  'status.notThen': {
    says: (facts) =>
      `Dim ond sut y mae pethau nawr y mae ei dyroddwr yn ei ddweud, felly ni allwn ddweud a oedd wedi’i ${facts.purpose === 'suspension' ? 'hatal dros dro' : 'dirymu'} ar y dyddiad y gofynnoch amdano.`,
    todo: { employer: 'Gwiriwch hi ar gyfer heddiw, neu gofynnwch i’r dyroddwr.' },
  },
} satisfies Partial<Record<SentenceCode, CodeSentences>>
