import { catalogue } from '#web'

/** The words of the form that asks what somebody made or did. */
export const portfolioFormWords = catalogue({
  en: {
    add: 'Add something that you did',
    change: 'Change it',
    back: 'Back',
    lead: 'Plain words are best.',
    type: 'What is it?',
    title: 'What do you call it?',
    about: 'What is it about?',
    contribution: 'What did you do yourself?',
    contributionHint:
      'In a team, this tells your part from the others’. Of what you made alone you can leave it empty.',
    team: 'Who else was in the team, and what did they do?',
    teamHint:
      'One person on each line, such as “Kim: drew the plan”. Ask them before you name them. When they confirm it, their own words take the place of yours.',
    skill: 'What does it show that you can do?',
    skillHint: 'Such as “repair bikes” or “lead a shift”. It then stands among your skills.',
    link: 'Is it on the web?',
    linkHint: 'The address, if there is one',
    putIn: 'Put it in my portfolio',
    save: 'Save',
  },
  cy: {
    add: 'Ychwanegu rhywbeth a wnaethoch',
    change: 'Ei newid',
    back: 'Yn ôl',
    lead: 'Geiriau plaen sydd orau.',
    type: 'Beth ydyw?',
    title: 'Beth yw eich enw arno?',
    about: 'Am beth y mae’n sôn?',
    contribution: 'Beth a wnaethoch chi eich hun?',
    contributionHint:
      'Mewn tîm, mae hyn yn gwahaniaethu rhwng eich rhan chi a rhan y lleill. Os gwnaethoch y cyfan ar eich pen eich hun, gallwch adael hwn yn wag.',
    team: 'Pwy arall oedd yn y tîm, a beth a wnaethant?',
    teamHint:
      'Un person ar bob llinell, megis “Kim: lluniodd y cynllun”. Gofynnwch iddynt cyn eu henwi. Pan fyddant yn ei gadarnhau, daw eu geiriau eu hunain yn lle eich rhai chi.',
    skill: 'Beth y mae’n dangos y gallwch ei wneud?',
    skillHint: 'Megis “trwsio beiciau” neu “arwain sifft”. Bydd wedyn ymhlith eich sgiliau.',
    link: 'A yw ar y we?',
    linkHint: 'Y cyfeiriad, os oes un',
    putIn: 'Ei roi yn fy mhortffolio',
    save: 'Cadw',
  },
})
