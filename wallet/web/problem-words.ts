import { catalogue } from '#web'

/** Where a page that could not be had leads on to. */
export const onwardWords = catalogue({
  en: { signIn: 'Sign in', helping: 'What you can help with', about: 'What is this?', passport: 'Go to my passport' },
  cy: {
    signIn: 'Mewngofnodi',
    helping: 'Beth y gallwch helpu ag ef',
    about: 'Beth yw hwn?',
    passport: 'Mynd i’m pasbort',
  },
})
