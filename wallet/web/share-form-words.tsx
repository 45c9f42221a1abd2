import { catalogue } from '#web'

/** What a credential gives away of its holder, as `revealsOf` names it. */
const REVEALED: Readonly<Record<string, string>> = {
  'e-mail address': 'eich cyfeiriad e-bost',
  'date of birth': 'eich dyddiad geni',
  'national identity number': 'eich rhif adnabod cenedlaethol',
  'learner number': 'eich rhif dysgwr',
}

/** The words of the form that makes a link, and of what it shows besides. */
export const shareFormWords = catalogue({
  en: {
    title: 'Share credentials',
    lead: 'You get a link and a QR code to send to someone. You can take it back at any time.',
    nothing: 'Nothing to share yet',
    addFirst: 'Add a credential',
    nothingText: 'First put a credential into your passport.',
    what: 'What do you want to share?',
    make: 'Make the link',
    leaveOutOf: (title: string) => (
      <span>
        Leave parts of <bdi>{title}</bdi> out
      </span>
    ),
    leaveOut: 'What should the link not show?',
    leaveOutHint: 'It still checks as genuine. What it is for, who issued it and until when it holds always show.',
    reveals: (kinds: readonly string[]) => `It also shows your ${kinds.join(' and your ')}.`,
    audience: 'Who is it for?',
    audienceHint: 'Such as the name of an employer. They see this name on the page.',
    lasts: 'How long should the link work?',
    terms: { 7: '7 days', 30: '30 days', 90: '90 days', date: 'Until a day that I choose' },
    lastDay: 'The last day',
    lastDayHint: 'Only if you choose a day yourself',
    uses: 'How often may it be opened?',
    usesHint: 'Leave it empty for as often as they like. Looking at the first page does not count; each check does.',
  },
  cy: {
    title: 'Rhannu tystysgrifau',
    lead: 'Cewch ddolen a chod QR i’w hanfon at rywun. Gallwch ei thynnu’n ôl unrhyw bryd.',
    nothing: 'Dim i’w rannu eto',
    addFirst: 'Ychwanegu tystysgrif',
    nothingText: 'Yn gyntaf, rhowch dystysgrif yn eich pasbort.',
    what: 'Beth ydych am ei rannu?',
    make: 'Gwneud y ddolen',
    leaveOutOf: (title: string) => (
      <span>
        Gadael rhannau o <bdi>{title}</bdi> allan
      </span>
    ),
    leaveOut: 'Beth na ddylai’r ddolen ei ddangos?',
    leaveOutHint:
      'Mae’n dal i wirio fel un go iawn. Dangosir bob amser am beth y mae, pwy a’i dyroddodd a hyd pryd y mae mewn grym.',
    reveals: (kinds: readonly string[]) =>
      `Mae hefyd yn dangos: ${kinds.map((kind) => REVEALED[kind] ?? kind).join(', ')}.`,
    audience: 'Ar gyfer pwy y mae?',
    audienceHint: 'Megis enw cyflogwr. Maent yn gweld yr enw hwn ar y dudalen.',
    lasts: 'Am ba hyd y dylai’r ddolen weithio?',
    terms: { 7: '7 diwrnod', 30: '30 diwrnod', 90: '90 diwrnod', date: 'Hyd at ddiwrnod a ddewisaf' },
    lastDay: 'Y diwrnod olaf',
    lastDayHint: 'Dim ond os ydych yn dewis diwrnod eich hun',
    uses: 'Sawl gwaith y gellir ei hagor?',
    usesHint:
      'Gadewch yn wag am gynifer o weithiau ag y mynnant. Nid yw edrych ar y dudalen gyntaf yn cyfrif; mae pob gwiriad yn cyfrif.',
  },
})
