import type { VNode } from 'preact'
import { catalogue, count } from '#web'

/** What was confirmed by somebody whose name is not shown, or of whom no more is known than their name. */
interface Confirmer {
  by: string
  relation: string
}

/** The words of what somebody can do, what shows it, and what they made or did. */
export const employerWords = catalogue({
  en: {
    canDo: (name: string | undefined) => <>What {name === undefined ? 'this person' : <bdi>{name}</bdi>} can do</>,
    differentPeople: (names: string) => `These name different people: ${names}. `,
    asOf: (day: string, signed: boolean, said: boolean) => {
      const by = [
        ...(signed ? ['by credentials whose signature holds'] : []),
        ...(said ? ['by what they say that they did, which nobody checked'] : []),
      ]
      return `As of ${day}, ${by.join(', and ')}.`
    },
    leftOut: (notGenuine: number, unchecked: number) => {
      const told = [
        ...(notGenuine > 0 ? [`${notGenuine} not genuine`] : []),
        ...(unchecked > 0 ? [`${unchecked} that could not be checked`] : []),
      ]
      return ` Left out: ${told.join(', ')}.`
    },
    noSkill: 'Nothing shown here names a skill. What was handed in is below.',
    shownBy: (link: VNode) => <>Shown by {link}</>,
    more: (more: number) => `and ${count(more, 'more that shows it', 'more that show it')}`,
    besideDegree: (title: VNode) => <>In addition to the degree {title}</>,
    insideDegree: (title: VNode) => <>Part of the degree {title}</>,
    heldTogether: (relations: readonly string[]) =>
      `A record that holds them together says that each ${relations.join(' or ')} the degree. Each was checked by itself and is about the same person.`,
    notShown: (left: number) =>
      ` ${left} more are named there, and are not shown here to be genuine and of the same person.`,
    current: 'Current?',
    sure: 'How sure it is',
    notStated: 'Not stated',
    issuerSays: (assurance: string) => `Its issuer says: ${assurance}`,
    lastsUnstated: 'How long it lasts is not stated',
    comparable: (levels: string) => `, broadly comparable with ${levels}; not the same`,
    ownWord: 'Their own word',
    others: (others: number) => `, and ${count(others, 'other')}`,
    notCheckedByUs: ' (not checked by us)',
    confirmedBySomebody: 'Confirmed by somebody',
    confirmedBy: ({ by, relation }: Confirmer) => (
      <>
        Confirmed by <bdi>{by}</bdi>
        {relation !== '' && (
          <>
            , who says they are: <bdi>{relation}</bdi>
          </>
        )}
      </>
    ),
    notVerified: 'Shown, and not verified',
    notVerifiedLead:
      'There is no credential in it, so there is nothing to verify. What they say that they did is below.',
    work: 'What they made or did',
    workLead:
      'These are no credentials: the holder wrote them, nobody signed them, and we cannot verify them. Who confirmed them is what these people said of themselves.',
    showsInTheirWords: 'Shows, in their words:',
    withHelp: 'Written down with somebody’s help.',
    whatShowsIt: 'What shows it',
    noCredential: 'No credential.',
  },
  cy: {
    canDo: (name: string | undefined) => (
      <>Beth y gall {name === undefined ? 'y person hwn' : <bdi>{name}</bdi>} ei wneud</>
    ),
    differentPeople: (names: string) => `Mae’r rhain yn enwi pobl wahanol: ${names}. `,
    asOf: (day: string, signed: boolean, said: boolean) => {
      const by = [
        ...(signed ? ['yn ôl tystysgrifau y mae eu llofnod yn dal'] : []),
        ...(said ? ['yn ôl yr hyn y mae’r person yn dweud iddo ei wneud, nas gwiriwyd gan neb'] : []),
      ]
      return `Ar ${day}, ${by.join(', ac ')}.`
    },
    leftOut: (notGenuine: number, unchecked: number) => {
      const told = [
        ...(notGenuine > 0 ? [`${notGenuine} nad yw’n un go iawn`] : []),
        ...(unchecked > 0 ? [`${unchecked} nad oedd modd ei gwirio`] : []),
      ]
      return ` Gadawyd allan: ${told.join(', ')}.`
    },
    noSkill: 'Nid yw dim a ddangosir yma yn enwi sgil. Mae’r hyn a gyflwynwyd isod.',
    shownBy: (link: VNode) => <>Dangosir gan {link}</>,
    more: (more: number) => `a ${more} arall sy’n ei ddangos`,
    besideDegree: (title: VNode) => <>Yn ychwanegol at y radd {title}</>,
    insideDegree: (title: VNode) => <>Yn rhan o’r radd {title}</>,
    heldTogether: (relations: readonly string[]) =>
      `Mae cofnod sy’n eu dal gyda’i gilydd yn dweud hyn am bob un mewn perthynas â’r radd: ${relations.join(' neu ')}. Gwiriwyd pob un ar ei phen ei hun, ac mae am yr un person.`,
    notShown: (left: number) =>
      ` Enwir ${left} arall yno, ac ni ddangosir yma eu bod yn rhai go iawn ac yn perthyn i’r un person.`,
    current: 'Mewn grym?',
    sure: 'Pa mor sicr ydyw',
    notStated: 'Heb ei nodi',
    issuerSays: (assurance: string) => `Mae ei dyroddwr yn dweud: ${assurance}`,
    lastsUnstated: 'Ni nodir am ba hyd y mae’n para',
    comparable: (levels: string) => `, yn fras gymaradwy â ${levels}; nid yr un fath`,
    ownWord: 'Gair y person ei hun',
    others: (others: number) => `, a ${others} arall`,
    notCheckedByUs: ' (heb ei wirio gennym ni)',
    confirmedBySomebody: 'Wedi’i gadarnhau gan rywun',
    confirmedBy: ({ by, relation }: Confirmer) => (
      <>
        Wedi’i gadarnhau gan <bdi>{by}</bdi>
        {relation !== '' && (
          <>
            , sy’n dweud mai hyn ydyw: <bdi>{relation}</bdi>
          </>
        )}
      </>
    ),
    notVerified: 'Wedi’i ddangos, heb ei wirio',
    notVerifiedLead:
      'Nid oes tystysgrif ynddo, felly nid oes dim i’w wirio. Mae’r hyn y dywedant iddynt ei wneud isod.',
    work: 'Beth a wnaethant neu a grëwyd ganddynt',
    workLead:
      'Nid tystysgrifau yw’r rhain: y deiliad a’u hysgrifennodd, ni lofnododd neb hwy, ac ni allwn eu gwirio. Pwy a’u cadarnhaodd yw’r hyn a ddywedodd y bobl hyn amdanynt eu hunain.',
    showsInTheirWords: 'Yn dangos, yn eu geiriau eu hunain:',
    withHelp: 'Ysgrifennwyd gyda help rhywun.',
    whatShowsIt: 'Beth sy’n ei ddangos',
    noCredential: 'Dim tystysgrif.',
  },
})
