import { catalogue, count } from '#web'

/** That something a person wrote down cannot be read, above the pages that would show it. */
export const unreadableWords = catalogue({
  en: {
    title: (many: number) => `${count(many, 'thing')} that you wrote down cannot be read any more`,
    notShown: (many: number) => `${many === 1 ? 'It is' : 'They are'} not shown here.`,
    seeWhatToDo: 'See what you can do about it',
  },
  cy: {
    title: (many: number) =>
      many === 1
        ? 'Mae 1 peth a ysgrifennoch na ellir ei ddarllen mwyach'
        : `Mae ${many} o bethau a ysgrifennoch na ellir eu darllen mwyach`,
    notShown: (many: number) => (many === 1 ? 'Nid yw’n cael ei ddangos yma.' : 'Nid ydynt yn cael eu dangos yma.'),
    seeWhatToDo: 'Gweld beth y gallwch ei wneud am hyn',
  },
})
