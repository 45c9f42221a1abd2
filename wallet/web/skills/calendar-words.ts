import { catalogue, count, formatDate } from '#web'

/** What of somebody's own wants attention on a day. */
interface Attention {
  all: number
  out: number
  soon: number
  unknown: number
  /** The day, or null for today. */
  day: string | null
}

/** The words of the calendar of what runs out, and of each of its entries. */
export const calendarWords = catalogue({
  en: {
    title: 'What runs out, and when',
    back: 'Your skills',
    none: 'Nothing to keep an eye on yet',
    add: 'Add a credential',
    noneText:
      'Some certificates last for ever, and some run out. When you have any, you see here how long each still lasts.',
    asOf: 'As of',
    showDay: 'Show that day',
    asOfDay: (day: string) => `As of ${formatDate(day)}`,
    what: 'What',
    standing: 'How it stands',
    lastDay: 'Last day',
    why: 'Why',
    whyOf: (title: string) => ` ${title} stands so`,
    nobodySays: (open: number) => `${count(open, 'credential')} of which nobody says how long they last`,
    nobodySaysText: 'Most certificates say nothing of it. That is no fault of yours, and they stay true as history.',
    attention: ({ all, out, soon, unknown, day }: Attention) => {
      const when = day === null ? 'today' : `on ${formatDate(day)}`
      const parts = [
        ...(out > 0 ? [`${count(out, 'has', 'have')} run out`] : []),
        ...(soon > 0 ? [`${count(soon, 'needs', 'need')} you soon`] : []),
        ...(unknown > 0 ? [`${unknown} could not be checked`] : []),
      ]
      if (parts.length === 0) return `Nothing wants doing ${when}.`
      return `Of your ${count(all, 'credential')}, ${when}: ${parts.join(', ')}.`
    },
    isLastDay: ' (the last day)',
    daysLeft: (days: number) => ` (${count(days, 'day')} left)`,
    doesNotRunOut: 'Does not run out',
    notStated: 'Not stated',
    beReminded: 'Be reminded',
    mail: (isWanted: boolean, days: string, last: number, address: string) =>
      `${isWanted ? 'You get a mail' : 'You can get a mail'} ${days} and ${last} days before something runs out, once each, to ${address}.`,
    stop: 'Stop the mails',
    send: 'Send me these mails',
    save: 'Save for my own calendar (.ics)',
    howCurrent: (title: string) => `How current is ${title}?`,
    awardedOn: 'Awarded on',
    saysWho: 'Says who',
    replacedBy: 'Replaced by',
    reminders: 'Reminders',
    lastChecked: 'Last checked',
    notSeen: 'It could not be seen whether it still holds',
    check: 'Check it now',
    see: 'See the credential',
    hours: 'Hours that renew it',
    hoursText: (needed: number) =>
      `${count(needed, 'hour')} of development renew it. You log them yourself; whoever you show it to may ask you for proof.`,
    logged: (what: string, hours: number, day: string) => `${what}: ${count(hours, 'hour')}, ${formatDate(day)}`,
    delete: 'Delete',
    whatWasIt: 'What was it?',
    howMany: 'How many hours?',
    whichDay: 'On which day?',
    log: 'Log these hours',
  },
  cy: {
    title: 'Beth sy’n dod i ben, a phryd',
    back: 'Eich sgiliau',
    none: 'Dim i gadw golwg arno eto',
    add: 'Ychwanegu tystysgrif',
    noneText:
      'Mae rhai tystysgrifau’n para am byth, a rhai’n dod i ben. Pan fydd gennych rai, cewch weld yma am ba hyd y mae pob un yn para.',
    asOf: 'Ar y diwrnod',
    showDay: 'Dangos y diwrnod hwnnw',
    asOfDay: (day: string) => `Ar ${formatDate(day)}`,
    what: 'Beth',
    standing: 'Sut y mae’n sefyll',
    lastDay: 'Diwrnod olaf',
    why: 'Pam',
    whyOf: (title: string) => ` y mae ${title} yn sefyll felly`,
    nobodySays: (open: number) => `Tystysgrifau nad oes neb yn dweud am ba hyd y maent yn para: ${open}`,
    nobodySaysText:
      'Nid yw’r rhan fwyaf o dystysgrifau’n dweud dim am hyn. Nid eich bai chi yw hynny, ac maent yn wir o hyd fel hanes.',
    attention: ({ all, out, soon, unknown, day }: Attention) => {
      const when = day === null ? 'heddiw' : `ar ${formatDate(day)}`
      const parts = [
        ...(out > 0 ? [`${out} wedi dod i ben`] : []),
        ...(soon > 0 ? [`${soon} angen sylw yn fuan`] : []),
        ...(unknown > 0 ? [`${unknown} nad oedd modd ei gwirio`] : []),
      ]
      if (parts.length === 0) return `Nid oes angen gwneud dim ${when}.`
      return `O’ch tystysgrifau (${all}), ${when}: ${parts.join(', ')}.`
    },
    isLastDay: ' (y diwrnod olaf)',
    daysLeft: (days: number) => ` (diwrnodau ar ôl: ${days})`,
    doesNotRunOut: 'Nid yw’n dod i ben',
    notStated: 'Heb ei nodi',
    beReminded: 'Cael eich atgoffa',
    mail: (isWanted: boolean, days: string, last: number, address: string) =>
      `${isWanted ? 'Cewch e-bost' : 'Gallwch gael e-bost'} ${days} a ${last} diwrnod cyn i rywbeth ddod i ben, unwaith bob tro, i ${address}.`,
    stop: 'Atal yr e-byst',
    send: 'Anfonwch yr e-byst hyn ataf',
    save: 'Cadw ar gyfer fy nghalendr fy hun (.ics)',
    howCurrent: (title: string) => `A yw ${title} mewn grym?`,
    awardedOn: 'Dyfarnwyd ar',
    saysWho: 'Pwy sy’n dweud',
    replacedBy: 'Daeth hon yn ei lle',
    reminders: 'Nodiadau atgoffa',
    lastChecked: 'Gwiriwyd ddiwethaf',
    notSeen: 'Nid oedd modd gweld a yw’n dal mewn grym',
    check: 'Ei gwirio nawr',
    see: 'Gweld y dystysgrif',
    hours: 'Oriau sy’n ei hadnewyddu',
    hoursText: (needed: number) =>
      `Oriau o ddatblygiad sy’n ei hadnewyddu: ${needed}. Chi sy’n eu cofnodi; gall pwy bynnag y dangoswch hi iddo ofyn am brawf.`,
    logged: (what: string, hours: number, day: string) => `${what}: ${hours} awr, ${formatDate(day)}`,
    delete: 'Dileu',
    whatWasIt: 'Beth oedd ef?',
    howMany: 'Sawl awr?',
    whichDay: 'Ar ba ddiwrnod?',
    log: 'Cofnodi’r oriau hyn',
  },
})
