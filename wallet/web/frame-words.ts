import { catalogue } from '#web'

/** What the places of the wallet are called, and where pages lead back to. */
export const frameWords = catalogue({
  en: {
    places: { '/passport': 'Passport', '/skills': 'Skills', '/add': 'Add', '/shares': 'Shares', '/account': 'Account' },
    yourSkills: 'Your skills',
    whatYouCanHelpWith: 'What you can help with',
    whoInvited: 'the person who invited you',
    helping: (holder: string, until: string) => `helping ${holder} until ${until}`,
  },
  cy: {
    places: {
      '/passport': 'Pasbort',
      '/skills': 'Sgiliau',
      '/add': 'Ychwanegu',
      '/shares': 'Rhannu',
      '/account': 'Cyfrif',
    },
    yourSkills: 'Eich sgiliau',
    whatYouCanHelpWith: 'Beth y gallwch helpu ag ef',
    whoInvited: 'y person a’ch gwahoddodd',
    helping: (holder: string, until: string) => `yn helpu ${holder} tan ${until}`,
  },
})
