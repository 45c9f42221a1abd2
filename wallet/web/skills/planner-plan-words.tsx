import type { VNode } from 'preact'
import { catalogue, count, countInWelsh } from '#web'

/** The words of the plan for one qualification. */
export const planWords = catalogue({
  en: {
    title: (qualification: string) => `Plan: ${qualification}`,
    back: 'All ITQs',
    hasAll: 'By the rules that are known here you have all that it takes.',
    noWay: 'By the rules there is no way to it with what you want. See below why.',
    stillToDo: (size: string, units: number) => `Still to do: ${size}, in ${count(units, 'unit')}.`,
    unknownRule: 'One rule is not known here',
    unknownRuleText: (level: string) =>
      `How much of it must be at level ${level} was not found. Ask the awarding body before you count on this plan.`,
    rules: 'The rules, and what you have',
    counts: 'What counts',
    nothingYet: 'Nothing yet. A credential counts where its issuer says which unit it is of.',
    of: (item: VNode, unit: VNode, says: string) => (
      <>
        {item} ({unit}) {says}
      </>
    ),
    doesNotCount: 'What does not count, and why',
    notChecked: 'could not be checked.',
    doesNotStand: 'was taken back or suspended by its issuer.',
    whoDecides: 'Who decides',
    rulesSay: 'This page says what the rules say. Only an awarding body gives the qualification.',
    source: (source: VNode) => <>Of this qualification: {source}.</>,
    unit: (title: string, level: string) => `${title}, level ${level}`,
    ownUnit: 'a unit made for your work',
    ways: 'The shortest ways to the rest',
    noWayLeft: 'These wishes leave no way',
    without: (unit: string, because: string) => `Without ${unit} ${because}.`,
    atLevel: (level: string, because: string) => `Level ${level} ${because}.`,
    with: (unit: string, because: string) => `${unit} ${because}.`,
    eachAsShort: 'Each of these is as short as the others. Take the one that you like.',
    moreAsShort: 'There are more that are as short. Say below what you want, and you see others.',
    leftOut: 'Then this does not count any more:',
    rulesThisWay: 'The rules, this way',
    oldCertificates: 'Old certificates',
    byRules: 'By',
    version: (id: string, version: string) => `${id}, version ${version}`,
    notAccepted: 'These cannot be accepted:',
    mayAcceptOld:
      'An awarding body may accept these. Until it does, they count for nothing here, and they never become credit.',
    refused: (item: VNode, says: string) => (
      <>
        {item} {says}
      </>
    ),
    accepted: (item: VNode, as: string, what: string) => (
      <>
        {item}: {as}, for {what}.
      </>
    ),
    and: ' and ',
    or: ', or ',
    aPart: 'a part',
    verified: 'Verified',
    claimed: 'Claimed',
    ofDay: (standing: string, day: string) => `${standing}, of ${day}`,
  },
  cy: {
    title: (qualification: string) => `Cynllun: ${qualification}`,
    back: 'Pob ITQ',
    hasAll: 'Yn ôl y rheolau sy’n hysbys yma, mae gennych bopeth sydd ei angen.',
    noWay: 'Yn ôl y rheolau nid oes ffordd ato gyda’r hyn rydych am ei gael. Gwelwch isod pam.',
    stillToDo: (size: string, units: number) =>
      `Eto i’w wneud: ${size}, mewn ${countInWelsh(units, 'uned', 'unedau')}.`,
    unknownRule: 'Nid yw un rheol yn hysbys yma',
    unknownRuleText: (level: string) =>
      `Ni chafwyd hyd i faint ohono sydd i fod ar lefel ${level}. Gofynnwch i’r corff dyfarnu cyn dibynnu ar y cynllun hwn.`,
    rules: 'Y rheolau, a’r hyn sydd gennych',
    counts: 'Beth sy’n cyfrif',
    nothingYet: 'Dim byd eto. Mae tystysgrif yn cyfrif pan fydd ei dyroddwr yn dweud o ba uned y mae.',
    of: (item: VNode, unit: VNode, says: string) => (
      <>
        {item} ({unit}): {says}
      </>
    ),
    doesNotCount: 'Beth nad yw’n cyfrif, a pham',
    notChecked: 'nid oedd modd ei gwirio.',
    doesNotStand: 'fe’i dirymwyd neu fe’i hataliwyd dros dro gan ei dyroddwr.',
    whoDecides: 'Pwy sy’n penderfynu',
    rulesSay: 'Mae’r dudalen hon yn dweud beth a ddywed y rheolau. Dim ond corff dyfarnu sy’n rhoi’r cymhwyster.',
    source: (source: VNode) => <>Am y cymhwyster hwn: {source}.</>,
    unit: (title: string, level: string) => `${title}, lefel ${level}`,
    ownUnit: 'uned a luniwyd ar gyfer eich gwaith',
    ways: 'Y ffyrdd byrraf at y gweddill',
    noWayLeft: 'Nid yw’r dymuniadau hyn yn gadael ffordd',
    without: (unit: string, because: string) => `Heb ${unit}: ${because}.`,
    atLevel: (level: string, because: string) => `Lefel ${level}: ${because}.`,
    with: (unit: string, because: string) => `${unit}: ${because}.`,
    eachAsShort: 'Mae pob un o’r rhain cyn fyrred â’r lleill. Cymerwch yr un sydd orau gennych.',
    moreAsShort: 'Mae rhagor sydd cyn fyrred. Dywedwch isod beth rydych am ei gael, a chewch weld rhai eraill.',
    leftOut: 'Yna nid yw hyn yn cyfrif mwyach:',
    rulesThisWay: 'Y rheolau, y ffordd hon',
    oldCertificates: 'Hen dystysgrifau',
    byRules: 'Yn ôl',
    version: (id: string, version: string) => `${id}, fersiwn ${version}`,
    notAccepted: 'Ni ellir derbyn y rhain:',
    mayAcceptOld:
      'Gall corff dyfarnu dderbyn y rhain. Hyd nes y gwna hynny, nid ydynt yn cyfrif am ddim yma, ac nid ydynt byth yn dod yn gredyd.',
    refused: (item: VNode, says: string) => (
      <>
        {item}: {says}
      </>
    ),
    accepted: (item: VNode, as: string, what: string) => (
      <>
        {item}: {as}, am {what}.
      </>
    ),
    and: ' a hefyd ',
    or: ', neu ',
    aPart: 'ran',
    verified: 'Wedi’i gwirio',
    claimed: 'Wedi’i honni',
    ofDay: (standing: string, day: string) => `${standing}, dyddiad ${day}`,
  },
})
