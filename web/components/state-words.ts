import { catalogue } from '../language.tsx'
import { assurances as cyAssurances } from '../sentences/cy-assurance.ts'
import { assurances } from '../sentences/en-assurance.ts'
import { confidences, currencies } from '../sentences/en-currency.ts'
import { gapStates, gapStatesOfOthers, readinessStates } from '../sentences/en-gap.ts'
import { learningSources } from '../sentences/en-learning.ts'

/** How something stands, in a few words: how current, how sure, how near to what is asked for. */
export const stateWords = catalogue({
  en: {
    currencies,
    confidences,
    gapStates,
    gapStatesOfOthers,
    readinessStates,
    assurances,
    learningSources,
    moreIsAskedFor: ', and more is asked for',
  },
  cy: {
    currencies: {
      current: 'Mewn grym',
      dueSoon: 'Yn dod i ben yn fuan',
      inGrace: 'Wedi dod i ben, ond o fewn y cyfnod gras',
      lapsedHistory: 'Wedi dod i ben, ond yn wir o hyd fel hanes',
      lapsedNotAuthorised: 'Wedi dod i ben, ac ni chaniateir bellach',
      superseded: 'Mae un newydd yn ei le',
      suspended: 'Wedi’i atal dros dro gan y dyroddwr',
      revoked: 'Wedi’i dynnu’n ôl gan y dyroddwr',
      unknown: 'Anhysbys',
    },
    confidences: {
      recalled: 'o’r cof, heb ei wirio mewn ffynhonnell',
      illustrative: 'er enghraifft, heb ffynhonnell',
    },
    gapStates: {
      proven: 'Wedi’i brofi',
      confirmed: 'Wedi’i gadarnhau gan rywun',
      selfAssessed: 'Eich gair chi eich hun',
      lapsed: 'Wedi dod i ben',
      belowLevel: 'Islaw’r lefel',
      missing: 'Nid oes dim yn ei ddangos eto',
      unknown: 'Nid oedd modd dweud',
    },
    gapStatesOfOthers: {
      proven: 'Wedi’i asesu',
      confirmed: 'Wedi’i gadarnhau gan rywun',
      selfAssessed: 'Gair y person ei hun',
      lapsed: 'Wedi dod i ben',
      belowLevel: 'Islaw’r lefel y gofynnir amdani',
      missing: 'Heb ei ddangos',
      unknown: 'Nid oedd modd dweud',
    },
    readinessStates: {
      ready: 'Yn barod',
      readyAfter: 'Yn barod ar ôl adnewyddu',
      notReady: 'Ddim yn barod eto',
      unknown: 'Nid oedd modd dweud',
    },
    assurances: cyAssurances,
    learningSources: {
      education: 'Ysgol, coleg neu brifysgol',
      professional: 'Tystysgrif broffesiynol',
      workplace: 'Hyfforddiant yn y gwaith',
      development: 'Datblygiad proffesiynol (DPP)',
      elsewhere: 'Y tu allan i gyrsiau a gwaith',
      notSaid: 'Heb ei ddweud',
    },
    moreIsAskedFor: ', a gofynnir am fwy',
  },
})
