import type { ComponentChildren } from 'preact'
import { catalogue } from '#web'

/** What somebody who helps reads: the invitation, what they may do, and the thanks. */
export const helpingWords = catalogue({
  en: {
    invitation: 'Will you help?',
    invited: (holder: ComponentChildren, duration: string) => (
      <>
        You are invited to help {holder} with their Skills Passport, for {duration}. You need no account and no
        password.
      </>
    ),
    may: 'What you may do',
    theirs: 'The passport stays theirs',
    theirsText:
      'All that you do and look at is written down for them, and what you fill in is marked “Completed with help”. Each of you can end this at any time. The link works once.',
    name: 'Your name',
    nameHint: 'Whom you help sees it beside what you do.',
    faults: {
      own: 'This is your own invitation. Send the link to the person who helps you.',
      name: 'Enter your name, in 100 characters or fewer.',
    },
    begin: 'Begin to help',
    title: 'What you can help with',
    until: (holder: ComponentChildren, until: string) => (
      <>
        You help {holder} until {until}. Everything in it is about them: ask them, and write what they say.
      </>
    ),
    finish: 'I have finished helping',
    thanks: 'Thank you for helping',
    out: 'You are out of the passport. The link does not work any more.',
  },
  cy: {
    invitation: 'A wnewch chi helpu?',
    invited: (holder: ComponentChildren, duration: string) => (
      <>
        Fe’ch gwahoddir i helpu {holder} gyda’u Pasbort Sgiliau, am {duration}. Nid oes angen cyfrif na chyfrinair
        arnoch.
      </>
    ),
    may: 'Beth y cewch ei wneud',
    theirs: 'Nhw biau’r pasbort o hyd',
    theirsText:
      'Cofnodir popeth a wnewch ac yr edrychwch arno, er mwyn iddynt ei weld, a nodir “Llenwyd gyda chymorth” ar yr hyn a lenwch. Gall y naill neu’r llall ohonoch ddod â hyn i ben unrhyw bryd. Mae’r ddolen yn gweithio unwaith.',
    name: 'Eich enw',
    nameHint: 'Mae’r person rydych yn ei helpu yn ei weld wrth ymyl yr hyn a wnewch.',
    faults: {
      own: 'Eich gwahoddiad chi eich hun yw hwn. Anfonwch y ddolen at y person sy’n eich helpu.',
      name: 'Rhowch eich enw, mewn 100 nod neu lai.',
    },
    begin: 'Dechrau helpu',
    title: 'Beth y gallwch helpu ag ef',
    until: (holder: ComponentChildren, until: string) => (
      <>
        Rydych yn helpu {holder} tan {until}. Amdanyn nhw y mae popeth ynddo: gofynnwch iddynt, ac ysgrifennwch yr hyn a
        ddywedant.
      </>
    ),
    finish: 'Rwyf wedi gorffen helpu',
    thanks: 'Diolch am helpu',
    out: 'Rydych allan o’r pasbort. Nid yw’r ddolen yn gweithio mwyach.',
  },
})
