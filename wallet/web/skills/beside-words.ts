import { catalogue, count, countInWelsh } from '#web'

/** What is held and not looked at on a page of skills, with why. */
export const besideWords = catalogue({
  en: {
    notGenuine: (credentials: number) =>
      `${count(credentials, 'credential is', 'credentials are')} not genuine, and not counted here.`,
    records: (records: number) =>
      `${count(records, 'record of several credentials', 'records of several credentials')}: what is inside counts here once you hold it by itself too.`,
    asChecked: 'Each credential stands here as it was when it was last checked.',
  },
  cy: {
    notGenuine: (credentials: number) =>
      `Ni chyfrifir yma ${countInWelsh(credentials, 'dystysgrif nad yw’n un', 'dystysgrifau nad ydynt yn rhai')} go iawn.`,
    records: (records: number) =>
      `${countInWelsh(records, 'cofnod o sawl tystysgrif', 'gofnodion o sawl tystysgrif')}: mae’r cynnwys yn cyfrif yma pan fydd gennych ar ei ben ei hun hefyd.`,
    asChecked: 'Mae pob tystysgrif yma fel yr oedd pan gafodd ei gwirio ddiwethaf.',
  },
})
