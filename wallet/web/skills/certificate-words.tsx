import type { ComponentChildren } from 'preact'
import { catalogue, count, countInWelsh } from '#web'

/** The words of the pages of old certificates on paper. */
export const certificateWords = catalogue({
  en: {
    title: 'Your old certificates',
    lead: 'Certificates on paper, such as ECDL, CLAiT or e-Quals. They may save you a unit of a qualification.',
    add: 'Add an old certificate',
    nothing: 'Bring what you have',
    howToBegin: 'Read off what the paper says, and add a photo of it. You see at once which units it may stand for.',
    /** Said of what rests on a picture or the holder's word. */
    claimed: 'Claimed',
    claimedOf: (day: string) => `Claimed, of ${day}`,
    which: 'Which it is',
    awardedBy: 'Awarded by',
    date: 'Date on it',
    number: 'Number on it',
    mayStandFor: 'May stand for',
    howFilledIn: 'How it was filled in',
    files: (files: number) => count(files, 'picture or file', 'pictures and files'),
    keptAsItIs: 'We keep the picture as it is and do not read it. What counts is what you typed.',
    deleteIt: 'Delete it',
    deleteTitle: 'Delete 1 old certificate?',
    goesWith: (files: number) => `It goes with ${count(files, 'file')}. This cannot be undone.`,
    verifiedToo: 'You hold it verified too',
    sameSigned: (href: string) => (
      <>
        Its issuer signed <a href={href}>the same certificate</a> for you. That one counts, and this one is beside it.
      </>
    ),
    notChecked: 'You say so, and nobody has checked it',
    whoeverAwarded: 'whoever awarded it',
    howVerified: (by: ComponentChildren, add: string) => (
      <>
        A photo proves nothing by itself. It is verified once {by} gives you the same certificate as a credential:{' '}
        <a href={add}>add it</a> then.
      </>
    ),
    standsForNothing: 'Nothing that is known here. You can still show it.',
    partOf: (plan: string) => (
      <>
        A part of a qualification. <a href={plan}>See which in the plan</a>.
      </>
    ),
    bodyDecides: (plan: string) => (
      <>
        An awarding body decides. <a href={plan}>See what it would do for your plan</a>.
      </>
    ),
  },
  cy: {
    title: 'Eich hen dystysgrifau',
    lead: 'Tystysgrifau papur, megis ECDL, CLAiT neu e-Quals. Gallent arbed uned o gymhwyster i chi.',
    add: 'Ychwanegu hen dystysgrif',
    nothing: 'Dewch â’r hyn sydd gennych',
    howToBegin:
      'Darllenwch yr hyn y mae’r papur yn ei ddweud, ac ychwanegwch lun ohono. Cewch weld ar unwaith pa unedau y gall sefyll yn eu lle.',
    claimed: 'Wedi’i honni',
    claimedOf: (day: string) => `Wedi’i honni, dyddiad ${day}`,
    which: 'Pa un ydyw',
    awardedBy: 'Dyfarnwyd gan',
    date: 'Y dyddiad arni',
    number: 'Y rhif arni',
    mayStandFor: 'Gall sefyll yn lle',
    howFilledIn: 'Sut y’i llenwyd',
    files: (files: number) => countInWelsh(files, 'llun neu ffeil', 'luniau a ffeiliau'),
    keptAsItIs: 'Rydym yn cadw’r llun fel y mae ac nid ydym yn ei ddarllen. Yr hyn a deipioch sy’n cyfrif.',
    deleteIt: 'Ei dileu',
    deleteTitle: 'Dileu 1 hen dystysgrif?',
    goesWith: (files: number) =>
      `Mae’n mynd gyda hyn: ${countInWelsh(files, 'ffeil', 'ffeiliau')}. Ni ellir dadwneud hyn.`,
    verifiedToo: 'Mae hi gennych wedi’i gwirio hefyd',
    sameSigned: (href: string) => (
      <>
        Llofnododd y dyroddwr <a href={href}>yr un dystysgrif</a> i chi. Honno sy’n cyfrif, ac mae hon wrth ei hochr.
      </>
    ),
    notChecked: 'Eich gair eich hun yw hyn, ac nid oes neb wedi’i wirio',
    whoeverAwarded: 'bwy bynnag a’i dyfarnodd',
    howVerified: (by: ComponentChildren, add: string) => (
      <>
        Nid yw llun yn profi dim ar ei ben ei hun. Bydd wedi’i gwirio unwaith y cewch yr un dystysgrif yn dystysgrif
        ddigidol gan {by}: <a href={add}>ychwanegwch hi</a> bryd hynny.
      </>
    ),
    standsForNothing: 'Dim byd sy’n hysbys yma. Gallwch ei dangos yr un fath.',
    partOf: (plan: string) => (
      <>
        Rhan o gymhwyster. <a href={plan}>Gweld pa un yn y cynllun</a>.
      </>
    ),
    bodyDecides: (plan: string) => (
      <>
        Corff dyfarnu sy’n penderfynu. <a href={plan}>Gweld beth y byddai’n ei wneud i’ch cynllun</a>.
      </>
    ),
  },
})
