import { catalogue } from '#web'

/** The words of the wallet's first page. */
export const startWords = catalogue({
  en: {
    title: 'Your skills, in your hands',
    lead: 'Keep the credentials of your skills in one place, and decide who sees them and for how long.',
    signIn: 'Sign in or start',
    steps: [
      {
        title: 'Get',
        text: 'Your college, trainer or employer sends you a link. Open it, and the credential is in your passport.',
      },
      {
        title: 'Keep',
        text: 'It stays yours, locked with a key of its own. You can take everything with you at any time.',
      },
      {
        title: 'Share',
        text: 'Send a link to an employer. You say who it is for and until when, and you can take it back.',
      },
    ],
    others:
      'Did somebody send you a link to their credentials? Just open that link. You need no account to check them.',
  },
  cy: {
    title: 'Eich sgiliau, yn eich dwylo chi',
    lead: 'Cadwch dystysgrifau digidol eich sgiliau mewn un lle, a phenderfynwch pwy sy’n eu gweld ac am ba hyd.',
    signIn: 'Mewngofnodi neu ddechrau',
    steps: [
      {
        title: 'Cael',
        text: 'Mae eich coleg, eich hyfforddwr neu eich cyflogwr yn anfon dolen atoch. Agorwch hi, ac mae’r dystysgrif yn eich pasbort.',
      },
      {
        title: 'Cadw',
        text: 'Chi piau hi o hyd, dan glo â’i hallwedd ei hun. Gallwch fynd â phopeth gyda chi unrhyw bryd.',
      },
      {
        title: 'Rhannu',
        text: 'Anfonwch ddolen at gyflogwr. Chi sy’n dweud i bwy y mae a than pryd, a gallwch ei thynnu’n ôl.',
      },
    ],
    others:
      'A anfonodd rhywun ddolen at ei dystysgrifau atoch? Agorwch y ddolen honno. Nid oes angen cyfrif arnoch i’w gwirio.',
  },
})
