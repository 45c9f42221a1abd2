import type { VNode } from 'preact'
import type { RelationNode } from '#skills'
import { catalogue, count } from '#web'

const KINDS: Readonly<Record<RelationNode['kind'], string>> = {
  qualification: 'A qualification',
  module: 'A part of a qualification',
  certificate: 'A certificate',
  role: 'A job',
  standard: 'A standard',
  framework: 'A framework of levels',
}

/** The words of the page on how qualifications, modules and jobs stand to one another, and on coming back to learning. */
export const relationsWords = catalogue({
  en: {
    kinds: KINDS,
    title: 'How things lead to one another',
    back: 'Your skills',
    lead: 'Choose a qualification, a part of one or a job. You see where it leads, and who says so.',
    showMe: 'Show me',
    choose: 'Choose one',
    show: 'Show it',
    unknown: 'Nothing is known of this here',
    unknownText: 'That says nothing of its worth. Choose one from the list.',
    retired: 'not awarded any more',
    asked: 'Questions that are asked often',
    from: (id: string, version: string) => `From ${id}, version ${version}.`,
    newIn: (framework: VNode) => <>What is new in {framework}</>,
    changesNone: (version: string) => `Version ${version} changes none of its terms.`,
    version: (id: string, version: string) => `${id}, version ${version}`,
    since: ', since ',
    notAwarded: 'It is not awarded any more. What you have of it keeps its meaning.',
    inItsPlace: 'In its place came:',
    andThen: ', and then ',
    builtHere: (framework: VNode, version: string) => (
      <>
        How it is built is kept here: {framework}, version {version}.
      </>
    ),
    noRelations: 'Nothing is known here of what it has to do with.',
    moreOf: (name: VNode) => <>More of: {name}</>,
    whoSays: 'Who says so',
    source: (source: VNode) => <>Source: {source}.</>,
    noSource: 'No source is stated.',
    rule: (rule: string, graph: string, version: string, digest: VNode) => (
      <>
        Rule {rule} of {graph}, version {version}, {digest}
      </>
    ),
    takes: 'What it takes:',
    credit: (credit: string) => `Credit that comes along: ${credit}.`,
    ways: 'Ways through it',
    notPromised: 'A way is possible, and not promised: whoever takes you in decides.',
    comesAlong: (credit: string) => `(${credit} come along)`,
    returning: 'If you come back to learning',
    tooOld: 'For what you learnt long ago some may say: too old. Each decides case by case.',
    mayRefuse: (body: string, years: number, rule: string) =>
      `${body} may refuse what is older than ${years} years (its rule: ${rule})`,
    noLimit: (others: number) =>
      `${count(others, 'credential has', 'credentials have')} no limit of age that is known here. That is no promise that every place takes ${others === 1 ? 'it' : 'them'}.`,
    ranOut: (lapsed: number) =>
      `${count(lapsed, 'credential has', 'credentials have')} run out since. What ${lapsed === 1 ? 'it' : 'they'} showed stays true as history.`,
    renew: (lapsed: number) => `See what would renew ${lapsed === 1 ? 'it' : 'them'}`,
    noDay: (unsaid: number) => `Of ${count(unsaid, 'credential')} nothing can be said, for want of a day.`,
  },
  cy: {
    kinds: {
      qualification: 'Cymhwyster',
      module: 'Rhan o gymhwyster',
      certificate: 'Tystysgrif',
      role: 'Swydd',
      standard: 'Safon',
      framework: 'Fframwaith lefelau',
    },
    title: 'Sut y mae pethau’n arwain at ei gilydd',
    back: 'Eich sgiliau',
    lead: 'Dewiswch gymhwyster, rhan o un neu swydd. Cewch weld i ble y mae’n arwain, a phwy sy’n dweud hynny.',
    showMe: 'Dangoswch i mi',
    choose: 'Dewiswch un',
    show: 'Ei ddangos',
    unknown: 'Nid oes dim yn hysbys am hyn yma',
    unknownText: 'Nid yw hynny’n dweud dim am ei werth. Dewiswch un o’r rhestr.',
    retired: 'nas dyfernir bellach',
    asked: 'Cwestiynau a ofynnir yn aml',
    from: (id: string, version: string) => `O ${id}, fersiwn ${version}.`,
    newIn: (framework: VNode) => <>Beth sy’n newydd yn {framework}</>,
    changesNone: (version: string) => `Nid yw fersiwn ${version} yn newid yr un o’i dermau.`,
    version: (id: string, version: string) => `${id}, fersiwn ${version}`,
    since: ', ers ',
    notAwarded: 'Nis dyfernir bellach. Mae’r hyn sydd gennych ohono’n cadw ei ystyr.',
    inItsPlace: 'Yn ei le daeth:',
    andThen: ', ac wedyn ',
    builtHere: (framework: VNode, version: string) => (
      <>
        Cedwir yma sut y mae wedi’i adeiladu: {framework}, fersiwn {version}.
      </>
    ),
    noRelations: 'Nid oes dim yn hysbys yma am yr hyn y mae’n ymwneud ag ef.',
    moreOf: (name: VNode) => <>Mwy am: {name}</>,
    whoSays: 'Pwy sy’n dweud hynny',
    source: (source: VNode) => <>Ffynhonnell: {source}.</>,
    noSource: 'Ni nodir ffynhonnell.',
    rule: (rule: string, graph: string, version: string, digest: VNode) => (
      <>
        Rheol {rule} o {graph}, fersiwn {version}, {digest}
      </>
    ),
    takes: 'Beth sydd ei angen:',
    credit: (credit: string) => `Credyd sy’n dod gydag ef: ${credit}.`,
    ways: 'Llwybrau trwyddo',
    notPromised: 'Mae llwybr yn bosibl, ond nid yn addewid: pwy bynnag sy’n eich derbyn sy’n penderfynu.',
    comesAlong: (credit: string) => `(daw ${credit} gydag ef)`,
    returning: 'Os byddwch yn dychwelyd i ddysgu',
    tooOld:
      'Am yr hyn a ddysgwyd gennych amser maith yn ôl, gall rhai ddweud: rhy hen. Mae pob un yn penderfynu fesul achos.',
    mayRefuse: (body: string, years: number, rule: string) =>
      `caiff ${body} wrthod yr hyn sy’n hŷn na ${years} o flynyddoedd (ei reol: ${rule})`,
    noLimit: (others: number) =>
      `Tystysgrifau heb derfyn oedran sy’n hysbys yma: ${others}. Nid yw hynny’n addewid y bydd pob lle’n eu derbyn.`,
    ranOut: (lapsed: number) =>
      `Tystysgrifau sydd wedi dod i ben ers hynny: ${lapsed}. Mae’r hyn a ddangosent yn wir o hyd fel hanes.`,
    renew: (_lapsed: number) => 'Gweld beth fyddai’n adnewyddu',
    noDay: (unsaid: number) => `Tystysgrifau na ellir dweud dim amdanynt, gan fod diwrnod yn eisiau: ${unsaid}.`,
  },
})
