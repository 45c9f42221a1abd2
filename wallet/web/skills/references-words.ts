import type { AlignmentTarget } from '#skills'
import { catalogue } from '#web'

const ALLOWED: Readonly<Record<AlignmentTarget['licence']['text'], string>> = {
  mayBeCopied: 'its texts may be copied',
  referencesOnly: 'only pointed at here, none of its text is copied',
  notConfirmed: 'only pointed at here',
}

/** Where other frameworks speak of a skill, and what their licences allow. */
export const referencesWords = catalogue({
  en: {
    title: 'Where else it is described',
    version: (version: string) => `, version ${version}. Licence:`,
    allowed: ALLOWED,
    ownReadings: 'These are our own readings. They do not say that the two are the same.',
  },
  cy: {
    title: 'Ble arall y’i disgrifir',
    version: (version: string) => `, fersiwn ${version}. Trwydded:`,
    allowed: {
      mayBeCopied: 'gellir copïo ei destunau',
      referencesOnly: 'dim ond cyfeirio ato a wneir yma, heb gopïo dim o’i destun',
      notConfirmed: 'dim ond cyfeirio ato a wneir yma',
    },
    ownReadings: 'Ein dehongliad ni ein hunain yw’r rhain. Nid ydynt yn dweud bod y ddau yr un fath.',
  },
})
