import { catalogue, count } from '#web'

/** That something a person wrote down cannot be read, above pages that would show it, and the page to delete it on. */
export const unreadableWords = catalogue({
  en: {
    title: (many: number) => `${count(many, 'thing')} that you wrote down cannot be read any more`,
    titleToHelper: (many: number) => `${count(many, 'thing')} that they wrote down cannot be read any more`,
    notShown: (many: number) => `${many === 1 ? 'It is' : 'They are'} not shown here.`,
    seeWhatToDo: 'See what you can do about it',
    page: 'What cannot be read any more',
    all: 'All that you wrote down can be read.',
    lead: 'We cannot show these. You can delete each and write it down anew. A copy that you save of your passport has them as they are.',
    timeline: 'Go to your timeline',
    kinds: {
      selfAnswer: 'An answer about what you can do',
      ownTarget: 'A goal',
      cpdEntry: 'Hours of development',
      portfolioItem: 'Something in your portfolio',
      evidenceFile: 'A file',
      confirmationRequest: 'A link for someone to confirm',
      confirmation: 'A confirmation',
      describedAward: 'An award that a file describes',
      priorLearningClaim: 'A claim for prior learning',
      oldCertificate: 'An old certificate',
      learningJourney: 'Something that you learn',
      watchedTarget: 'Something that you watch',
    },
    otherKind: 'Something',
    lastWritten: 'Last written',
    deleteIt: 'Delete it',
    deleteTitle: 'Delete what cannot be read?',
    delete: 'Delete',
    forGood: 'It goes for good, with its files. The rest stays.',
  },
  cy: {
    title: (many: number) =>
      many === 1
        ? 'Mae 1 peth a ysgrifennoch na ellir ei ddarllen mwyach'
        : `Mae ${many} o bethau a ysgrifennoch na ellir eu darllen mwyach`,
    titleToHelper: (many: number) =>
      many === 1
        ? 'Mae 1 peth a ysgrifenasant na ellir ei ddarllen mwyach'
        : `Mae ${many} o bethau a ysgrifenasant na ellir eu darllen mwyach`,
    notShown: (many: number) => (many === 1 ? 'Nid yw’n cael ei ddangos yma.' : 'Nid ydynt yn cael eu dangos yma.'),
    seeWhatToDo: 'Gweld beth y gallwch ei wneud am hyn',
    page: 'Yr hyn na ellir ei ddarllen mwyach',
    all: 'Gellir darllen popeth a ysgrifennoch.',
    lead: 'Ni allwn ddangos y rhain. Gallwch ddileu pob un a’i ysgrifennu o’r newydd. Os cadwch gopi o’ch pasbort, maent ynddo fel y maent.',
    timeline: 'Mynd i’ch llinell amser',
    kinds: {
      selfAnswer: 'Ateb am yr hyn y gallwch ei wneud',
      ownTarget: 'Nod',
      cpdEntry: 'Oriau datblygu',
      portfolioItem: 'Rhywbeth yn eich portffolio',
      evidenceFile: 'Ffeil',
      confirmationRequest: 'Dolen i rywun gadarnhau',
      confirmation: 'Cadarnhad',
      describedAward: 'Dyfarniad y mae ffeil yn ei ddisgrifio',
      priorLearningClaim: 'Cais am gydnabod dysgu blaenorol',
      oldCertificate: 'Hen dystysgrif',
      learningJourney: 'Rhywbeth rydych yn ei ddysgu',
      watchedTarget: 'Rhywbeth rydych yn ei wylio',
    },
    otherKind: 'Rhywbeth',
    lastWritten: 'Ysgrifennwyd ddiwethaf:',
    deleteIt: 'Ei ddileu',
    deleteTitle: 'Dileu’r hyn na ellir ei ddarllen?',
    delete: 'Dileu',
    forGood: 'Bydd yn mynd am byth, gyda’i ffeiliau. Bydd y gweddill yn aros.',
  },
})
