import type { NextStep } from '#skills'
import { catalogue, count, countInWelsh, formatNumber } from '#web'

const KINDS: Readonly<Record<NextStep['opportunity']['kind'], string>> = {
  renewal: 'Renewal',
  module: 'Module',
  unit: 'Unit',
  role: 'Job',
}

/** The words around what to do next about what is missing. */
export const gapNextWords = catalogue({
  en: {
    title: 'What to do next',
    kinds: KINDS,
    travel: { anywhere: 'Any distance', neighbouring: 'My area and the next', sameArea: 'My area only' },
    fromAnywhere: 'From anywhere',
    area: 'Your area',
    noMatter: 'Does not matter',
    howFar: 'How far',
    howLearnt: 'How you learn',
    anyWay: 'Any way',
    budget: 'At most, in pounds',
    showThese: 'Show these',
    nothing: 'Nothing that is known here goes with what you want.',
    hidden: (steps: number) => `${count(steps, 'more is', 'more are')} hidden`,
    /** Between the reasons for which a step is hidden. */
    and: ', and ',
    from: 'From',
    version: (version: string) => `version ${version}`,
    nothingOfYou: 'Nothing of who you are is used.',
    inOrder: 'How these were put in order',
    hours: (hours: number) => count(hours, 'hour'),
    credits: (credits: number) => count(credits, 'credit'),
    costUnknown: 'cost not stated',
    free: 'free',
    points: (points: number) => `${count(points, 'point')} in all`,
  },
  cy: {
    title: 'Beth i’w wneud nesaf',
    kinds: { renewal: 'Adnewyddu', module: 'Modiwl', unit: 'Uned', role: 'Swydd' },
    travel: {
      anywhere: 'Unrhyw bellter',
      neighbouring: 'Fy ardal i a’r ardal nesaf',
      sameArea: 'Fy ardal i yn unig',
    },
    fromAnywhere: 'O unrhyw le',
    area: 'Eich ardal',
    noMatter: 'Dim ots',
    howFar: 'Pa mor bell',
    howLearnt: 'Sut rydych yn dysgu',
    anyWay: 'Unrhyw ffordd',
    budget: 'Uchafswm, mewn punnoedd',
    showThese: 'Dangos y rhain',
    nothing: 'Nid oes dim sy’n hysbys yma yn cyd-fynd â’r hyn rydych ei eisiau.',
    hidden: (steps: number) => (steps === 1 ? '1 arall wedi’i guddio' : `${formatNumber(steps)} arall wedi’u cuddio`),
    and: '; ',
    from: 'O',
    version: (version: string) => `fersiwn ${version}`,
    nothingOfYou: 'Ni ddefnyddir dim am bwy ydych chi.',
    inOrder: 'Sut y rhoddwyd y rhain mewn trefn',
    hours: (hours: number) => countInWelsh(hours, 'awr', 'oriau'),
    credits: (credits: number) => countInWelsh(credits, 'credyd', 'gredydau'),
    costUnknown: 'heb nodi’r gost',
    free: 'am ddim',
    points: (points: number) => `Cyfanswm: ${countInWelsh(points, 'pwynt', 'bwyntiau')}`,
  },
})
