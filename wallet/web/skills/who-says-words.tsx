import type { ComponentChildren } from 'preact'
import { catalogue } from '#web'

/** Who says that somebody has a skill, beside an icon, and how long it lasts. */
export const whoSaysWords = catalogue({
  en: {
    described: 'You say so, and a file that nobody checked',
    confirmedByPerson: (by: ComponentChildren, relation: ComponentChildren) => (
      <>
        Confirmed by {by}, who says they are: {relation}
      </>
    ),
    proven: (by: ComponentChildren) => <>Proven by a credential of {by}</>,
    confirmed: (by: ComponentChildren) => <>Confirmed by {by}</>,
    unchecked: (by: ComponentChildren) => <>{by} says so; it could not be checked the last time</>,
    notSure: (by: ComponentChildren) => <>{by} says so; how sure it is, is not stated</>,
    howLong: 'How long it lasts is not known',
  },
  cy: {
    described: 'Eich gair eich hun, a ffeil nad oes neb wedi’i gwirio',
    confirmedByPerson: (by: ComponentChildren, relation: ComponentChildren) => (
      <>
        Cadarnhawyd gan {by}; y berthynas â chi, fel y’i nodwyd: {relation}
      </>
    ),
    proven: (by: ComponentChildren) => <>Wedi’i brofi gan dystysgrif oddi wrth {by}</>,
    confirmed: (by: ComponentChildren) => <>Cadarnhawyd gan {by}</>,
    unchecked: (by: ComponentChildren) => <>{by} sy’n dweud hynny; nid oedd modd ei wirio y tro diwethaf</>,
    notSure: (by: ComponentChildren) => <>{by} sy’n dweud hynny; ni nodir pa mor sicr ydyw</>,
    howLong: 'Nid yw’n hysbys am ba hyd y mae’n para',
  },
})
