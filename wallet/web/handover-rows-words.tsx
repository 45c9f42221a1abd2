import type { ComponentChildren } from 'preact'
import { catalogue } from '#web'

/** What a learner sees of a transition pack that they sent. */
export const handoverRowsWords = catalogue({
  en: {
    received: 'Received',
    notYet: 'Nobody has said yet that they have it',
    receivedBy: (by: ComponentChildren, at: string) => (
      <>
        Received by {by} on {at}
      </>
    ),
    theirWord: 'Who it is, is what they say.',
    contact: 'How they can reach you',
    plan: 'What you want to do next',
    goals: 'Your goals',
    adviser: 'Your adviser',
    willTell: (adviser: ComponentChildren, on: string) => (
      <>
        We write to {adviser} on {on}, unless somebody says before that they have it.
      </>
    ),
    told: (adviser: ComponentChildren, on: string) => (
      <>
        We wrote to {adviser} on {on}, once.
      </>
    ),
    notTold: 'Is told nothing.',
    stop: 'Do not tell them',
  },
  cy: {
    received: 'Derbyniwyd',
    notYet: 'Nid oes neb wedi dweud eto ei fod ganddynt',
    receivedBy: (by: ComponentChildren, at: string) => (
      <>
        Derbyniwyd gan {by} ar {at}
      </>
    ),
    theirWord: 'Eu gair nhw yw pwy ydynt.',
    contact: 'Sut y gallant gysylltu â chi',
    plan: 'Beth ydych am ei wneud nesaf',
    goals: 'Eich nodau',
    adviser: 'Eich cynghorydd',
    willTell: (adviser: ComponentChildren, on: string) => (
      <>
        Ysgrifennwn at {adviser} ar {on}, oni bai bod rhywun yn dweud cyn hynny ei fod ganddynt.
      </>
    ),
    told: (adviser: ComponentChildren, on: string) => (
      <>
        Ysgrifenasom at {adviser} ar {on}, unwaith.
      </>
    ),
    notTold: 'Ni ddywedir dim wrthynt.',
    stop: 'Peidio â dweud wrthynt',
  },
})
