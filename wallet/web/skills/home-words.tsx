import type { VNode } from 'preact'
import { catalogue, count, countInWelsh } from '#web'

/** The words of the page on which a person's skills begin. */
export const homeWords = catalogue({
  en: {
    title: 'Your skills',
    sayWhatYouCanDo: 'Say what you can do',
    lead: (skills: number, told: string) =>
      `${count(skills, 'thing')} that you can do${told === '' ? '.' : `: ${told}.`}`,
    proven: (skills: number) => `${skills} proven by a credential`,
    confirmed: (skills: number) => `${skills} confirmed by someone`,
    selfAssessed: (skills: number) => `${skills} in your own words`,
    whatYouCanDo: 'What you can do',
    youCan: (can: VNode | string) => <>You can {can}.</>,
    more: (others: number) => `and ${count(others, 'more that shows it', 'more that show it')}`,
    next: 'Next:',
    complete: 'Your passport is complete',
    soFar: (done: number, all: number) => `Your passport: ${done} of ${all}`,
    parts: {
      skill: { done: 'You say what you can do', open: 'Say what you can do' },
      work: { done: 'You show something that you did', open: 'Show something that you did' },
      confirmation: { done: 'Someone else confirms it', open: 'Ask someone to confirm it' },
    },
    noneNeeded: 'None of this takes a qualification.',
    held: 'Certificates and qualifications',
    asChecked: 'Each stands here as it was when it was last checked.',
    seeAll: (held: number) => `See all ${held} in your passport`,
    seeThem: 'See them in your passport',
    everyone: 'Everyone can do something',
    showWhatYouDid: 'Show what you did',
    howToBegin:
      'You need no certificate to begin. Answer a few short questions, and this page says what you can do in words that others understand.',
  },
  cy: {
    title: 'Eich sgiliau',
    sayWhatYouCanDo: 'Dweud beth y gallwch ei wneud',
    lead: (skills: number, told: string) =>
      `${countInWelsh(skills, 'peth y gallwch ei wneud', 'bethau y gallwch eu gwneud')}${told === '' ? '.' : `: ${told}.`}`,
    proven: (skills: number) => `${skills} â thystysgrif yn brawf`,
    confirmed: (skills: number) => `${skills} â chadarnhad gan rywun`,
    selfAssessed: (skills: number) => `${skills} ar eich gair eich hun`,
    whatYouCanDo: 'Beth y gallwch ei wneud',
    youCan: (can: VNode | string) => <>Beth y gallwch ei wneud: {can}.</>,
    more: (others: number) =>
      `a ${countInWelsh(others, 'peth arall sy’n ei ddangos', 'bethau eraill sy’n ei ddangos')}`,
    next: 'Nesaf:',
    complete: 'Mae eich pasbort yn gyflawn',
    soFar: (done: number, all: number) => `Eich pasbort: ${done} o ${all}`,
    parts: {
      skill: { done: 'Rydych yn dweud beth y gallwch ei wneud', open: 'Dweud beth y gallwch ei wneud' },
      work: { done: 'Rydych yn dangos rhywbeth a wnaethoch', open: 'Dangos rhywbeth a wnaethoch' },
      confirmation: { done: 'Mae rhywun arall yn ei gadarnhau', open: 'Gofyn i rywun ei gadarnhau' },
    },
    noneNeeded: 'Nid oes angen cymhwyster ar gyfer dim o hyn.',
    held: 'Tystysgrifau a chymwysterau',
    asChecked: 'Mae pob un yma fel yr oedd pan gafodd ei gwirio ddiwethaf.',
    seeAll: (held: number) => `Gweld pob un o’r ${held} yn eich pasbort`,
    seeThem: 'Eu gweld yn eich pasbort',
    everyone: 'Gall pawb wneud rhywbeth',
    showWhatYouDid: 'Dangos beth a wnaethoch',
    howToBegin:
      'Nid oes angen tystysgrif arnoch i ddechrau. Atebwch ychydig o gwestiynau byr, ac mae’r dudalen hon yn dweud beth y gallwch ei wneud mewn geiriau y mae eraill yn eu deall.',
  },
})
