import { catalogue, formatDate } from '#web'

/** The words of the page that says whether somebody is ready for a role on a day. */
export const readinessPageWords = catalogue({
  en: {
    title: (target: string) => `Ready for ${target}?`,
    chooseElse: 'Choose something else',
    seeAll: 'See all the skills',
    inTheWay: 'What stands in the way',
    wanted: 'Wanted too, and not a must',
    ranOut: (name: string, until: string) => `${name} ran out on ${formatDate(until)}`,
    forGood: (on: string) => `On ${formatDate(on)} you have all that is a must, and none of it runs out.`,
    upTo: (on: string, until: string) =>
      `On ${formatDate(on)} you have all that is a must. It stays so up to ${formatDate(until)}.`,
    renewFirst: (on: string, names: string) => `On ${formatDate(on)} this wants renewing first: ${names}.`,
    afterBooked: (after: string, names: string) =>
      `You are ready after ${formatDate(after)}, when what you booked is done: ${names}.`,
    stands: (on: string, names: string) => `On ${formatDate(on)} this stands in the way: ${names}.`,
    untold: (on: string, names: string) =>
      `On ${formatDate(on)} it could not be told. Nothing is known to be missing, and of this nothing can be said: ${names}.`,
    booked: 'Is anything booked?',
    what: 'What',
    doneOn: 'Done on',
    count: 'Count on it',
    without: 'Without what is booked',
    onlyToSee: 'This is only to see what would be. Nothing is booked here, and nothing is kept.',
  },
  cy: {
    title: (target: string) => `Yn barod ar gyfer ${target}?`,
    chooseElse: 'Dewis rhywbeth arall',
    seeAll: 'Gweld yr holl sgiliau',
    inTheWay: 'Beth sydd yn y ffordd',
    wanted: 'Yn ddymunol hefyd, ond nid yn orfodol',
    ranOut: (name: string, until: string) => `${name} (daeth i ben ar ${formatDate(until)})`,
    forGood: (on: string) => `Ar ${formatDate(on)} mae gennych bopeth sy’n orfodol, ac nid oes dim ohono’n dod i ben.`,
    upTo: (on: string, until: string) =>
      `Ar ${formatDate(on)} mae gennych bopeth sy’n orfodol. Mae’n aros felly hyd at ${formatDate(until)}.`,
    renewFirst: (on: string, names: string) => `Ar ${formatDate(on)} mae angen adnewyddu hyn yn gyntaf: ${names}.`,
    afterBooked: (after: string, names: string) =>
      `Rydych yn barod ar ôl ${formatDate(after)}, pan fydd yr hyn a drefnwyd gennych wedi’i wneud: ${names}.`,
    stands: (on: string, names: string) => `Ar ${formatDate(on)} mae hyn yn y ffordd: ${names}.`,
    untold: (on: string, names: string) =>
      `Ar ${formatDate(on)} nid oedd modd dweud. Ni wyddys bod dim ar goll, ac am hyn ni ellir dweud dim: ${names}.`,
    booked: 'A oes rhywbeth wedi’i drefnu?',
    what: 'Beth',
    doneOn: 'Wedi’i wneud ar',
    count: 'Ei gyfrif',
    without: 'Heb yr hyn a drefnwyd',
    onlyToSee: 'Dim ond i weld beth fyddai’n digwydd yw hyn. Ni threfnir dim yma, ac ni chedwir dim.',
  },
})
