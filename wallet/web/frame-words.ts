import { catalogue } from '#web'

/** What the places of the wallet are called. */
export const frameWords = catalogue({
  en: { '/passport': 'Passport', '/skills': 'Skills', '/add': 'Add', '/shares': 'Shares', '/account': 'Account' },
  cy: { '/passport': 'Pasbort', '/skills': 'Sgiliau', '/add': 'Ychwanegu', '/shares': 'Rhannu', '/account': 'Cyfrif' },
})
