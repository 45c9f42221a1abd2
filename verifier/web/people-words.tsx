import type { VNode } from 'preact'
import { catalogue, count } from '#web'

/** The words of the pages on which several people are looked at: who can do something, and two beside each other. */
export const peopleWords = catalogue({
  en: {
    find: {
      title: 'Find who can do something',
      description: 'Who of several people can show a skill or behaviour, and by what? No score, no account needed.',
      lead: 'For a job or a place on a course: who of these people can show a skill or a behaviour, by what, and who says so? There is no score, and we keep nothing.',
      skill: 'A skill or a behaviour',
      skillHint: 'Such as “secure a network” or “works well in a team”',
      target: 'Or what a job or course asks for',
      links: 'The links that they sent you, one on each line',
      file: 'Or a file of each person',
      more: 'Ask for more',
      class: 'Kind of skill',
      source: 'Where it was learnt',
      assurance: 'At least',
      anything: 'Anything',
      anyKind: 'Any kind',
      anywhere: 'Anywhere',
      anyWord: 'Anyone’s word',
      act: 'Find them',
    },
    found: {
      title: 'Who can do it',
      whatWasAsked: 'What you asked for',
      lead: (looked: VNode | string, read: number, unread: number) => (
        <>
          {looked}, in what {count(read, 'person', 'people')} shared.
          {unread > 0 && ` What ${count(unread, 'more')} shared could not be read.`} Their order is drawn from what they
          handed in and says nothing of them; there is no score.
        </>
      ),
      someOf: (found: number, read: number) => `${found} of ${count(read, 'person', 'people')}`,
      nothingOf: (others: number, names: VNode) => (
        <>
          {count(others, 'person shows', 'people show')} nothing of it here: {names}. That does not mean that they
          cannot do it.
        </>
      ),
      unread: (name: string, fault: VNode) => (
        <>
          Of <bdi>{name}</bdi> nothing could be read. {fault}
        </>
      ),
      lookElse: 'Look for something else',
    },
    compare: {
      title: 'Compare two people',
      description: 'Compare what two people can show for one job, skill by skill, with no score. No account needed.',
      lead: 'For one job or standard, skill by skill: what shows it, who says so, and is it current. There is no score, and we keep nothing.',
      target: 'What are they compared for?',
      choose: 'Choose',
      kinds: { role: 'Job', standard: 'Occupational standard', qualification: 'Qualification', goal: 'Goal' },
      oneLink: 'The first person: the link that they sent you',
      oneFile: 'The first person: or a file from their wallet',
      otherLink: 'The second person: the link that they sent you',
      otherFile: 'The second person: or a file from their wallet',
      act: 'Compare them',
      besides: (link: (words: string) => VNode) => (
        <>{link('Kinds of learning beside each other')}: what to know of them, with sources.</>
      ),
    },
    compared: {
      title: (target: string) => `Two people compared: ${target}`,
      lead: (skills: number, day: string, work: boolean) =>
        `${count(skills, 'skill')}, as of ${day}, by credentials whose signature holds${work ? ', and by what they say that they did' : ''}. The order of the two is yours and means nothing; there is no score.`,
      for: (target: VNode) => <>For {target}</>,
      caption: (target: string) => `What each can show for ${target}`,
      skill: 'Skill',
      wanted: ' (wanted, not essential)',
      left: (name: VNode, notGenuine: number, unchecked: number) => (
        <>
          Of {name} nothing is counted of what is not genuine ({notGenuine}) or could not be checked ({unchecked}).
        </>
      ),
      notShown:
        'That something is not shown does not mean that somebody cannot do it. Nothing of who they are plays a part.',
      candidate: (letter: string) => `Candidate ${letter}`,
      others: 'Compare others',
      one: 'Check one',
    },
  },
  cy: {
    find: {
      title: 'Dod o hyd i bwy all wneud rhywbeth',
      description:
        'Pwy o blith nifer o bobl all ddangos sgil neu ymddygiad, a thrwy beth? Dim sgôr, ac nid oes angen cyfrif.',
      lead: 'Ar gyfer swydd neu le ar gwrs: pwy o’r bobl hyn all ddangos sgil neu ymddygiad, trwy beth, a phwy sy’n dweud hynny? Nid oes sgôr, ac nid ydym yn cadw dim.',
      skill: 'Sgil neu ymddygiad',
      skillHint: 'Fel “secure a network” neu “works well in a team”',
      target: 'Neu’r hyn y mae swydd neu gwrs yn gofyn amdano',
      links: 'Y dolenni a anfonwyd atoch, un ar bob llinell',
      file: 'Neu ffeil ar gyfer pob person',
      more: 'Gofyn am fwy',
      class: 'Math o sgil',
      source: 'Ble y’i dysgwyd',
      assurance: 'O leiaf',
      anything: 'Unrhyw beth',
      anyKind: 'Unrhyw fath',
      anywhere: 'Unrhyw le',
      anyWord: 'Gair unrhyw un',
      act: 'Dod o hyd iddynt',
    },
    found: {
      title: 'Pwy all ei wneud',
      whatWasAsked: 'Yr hyn y gofynnoch amdano',
      lead: (looked: VNode | string, read: number, unread: number) => (
        <>
          {looked}: nifer y bobl yr edrychwyd ar yr hyn a rannwyd ganddynt: {read}.
          {unread > 0 && ` Nifer y bobl nad oedd modd darllen yr hyn a rannwyd ganddynt: ${unread}.`} Tynnir y drefn o’r
          hyn a gyflwynwyd, ac nid yw’n dweud dim amdanynt; nid oes sgôr.
        </>
      ),
      someOf: (found: number, read: number) => `${found} o blith ${read}`,
      nothingOf: (others: number, names: VNode) => (
        <>
          Nifer nad ydynt yn dangos dim ohono yma: {others} ({names}). Nid yw hynny’n golygu na allant ei wneud.
        </>
      ),
      unread: (name: string, fault: VNode) => (
        <>
          Nid oedd modd darllen dim o <bdi>{name}</bdi>. {fault}
        </>
      ),
      lookElse: 'Chwilio am rywbeth arall',
    },
    compare: {
      title: 'Cymharu dau berson',
      description:
        'Cymharwch yr hyn y gall dau berson ei ddangos ar gyfer un swydd, sgil wrth sgil, heb sgôr. Nid oes angen cyfrif.',
      lead: 'Ar gyfer un swydd neu safon, sgil wrth sgil: beth sy’n ei ddangos, pwy sy’n dweud hynny, ac a yw mewn grym. Nid oes sgôr, ac nid ydym yn cadw dim.',
      target: 'Ar gyfer beth y’u cymherir?',
      choose: 'Dewiswch',
      kinds: { role: 'Swydd', standard: 'Safon alwedigaethol', qualification: 'Cymhwyster', goal: 'Nod' },
      oneLink: 'Y person cyntaf: y ddolen a anfonwyd atoch',
      oneFile: 'Y person cyntaf: neu ffeil o’i waled',
      otherLink: 'Yr ail berson: y ddolen a anfonwyd atoch',
      otherFile: 'Yr ail berson: neu ffeil o’i waled',
      act: 'Eu cymharu',
      besides: (link: (words: string) => VNode) => (
        <>{link('Mathau o ddysgu ochr yn ochr')}: beth i’w wybod amdanynt, gyda ffynonellau.</>
      ),
    },
    compared: {
      title: (target: string) => `Dau berson wedi’u cymharu: ${target}`,
      lead: (skills: number, day: string, work: boolean) =>
        `Nifer y sgiliau: ${skills}. Ar ${day}, yn ôl tystysgrifau y mae eu llofnod yn dal${work ? ', ac yn ôl yr hyn y maent yn dweud iddynt ei wneud' : ''}. Chi biau trefn y ddau, ac nid yw’n golygu dim; nid oes sgôr.`,
      for: (target: VNode) => <>Ar gyfer {target}</>,
      caption: (target: string) => `Beth y gall pob un ei ddangos ar gyfer ${target}`,
      skill: 'Sgil',
      wanted: ' (yn ddymunol, nid yn hanfodol)',
      left: (name: VNode, notGenuine: number, unchecked: number) => (
        <>
          O eiddo {name} ni chyfrifir dim o’r hyn nad yw’n un go iawn ({notGenuine}) nac o’r hyn nad oedd modd ei wirio
          ({unchecked}).
        </>
      ),
      notShown:
        'Nid yw’r ffaith na ddangosir rhywbeth yn golygu na all rhywun ei wneud. Nid oes a wnelo pwy ydynt ddim â hyn.',
      candidate: (letter: string) => `Ymgeisydd ${letter}`,
      others: 'Cymharu eraill',
      one: 'Gwirio un',
    },
  },
})
