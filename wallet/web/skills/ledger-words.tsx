import type { VNode } from 'preact'
import { catalogue } from '#web'

/** The words of the page of credit. */
export const ledgerWords = catalogue({
  en: {
    title: 'Your credit',
    back: 'Your skills',
    lead: 'Credit says how much was learnt, and at which level. Each achievement counts once.',
    none: 'No credit yet',
    add: 'Add a credential',
    noneText: 'Some courses give credit, which another place may accept later. Many good ones give none.',
    caption: 'By scheme and level',
    scheme: 'Scheme',
    level: 'Level',
    notStated: 'Not stated',
    credits: 'Credits',
    notCounted: 'Not counted',
    recognised: 'Recognised elsewhere',
    mayAccept: (share: (words: string) => VNode) => (
      <>A college may accept credit that you earned elsewhere. {share('Share it by a link')}, and ask them to decide.</>
    ),
    recognisedBy: (receiver: VNode, credit: string, held: string) => (
      <>
        {receiver} recognised {credit}. You hold {held}.
      </>
    ),
    whatAndWhy: 'What was recognised, and why',
    together: 'All together',
    notAdded: 'Not added up',
    takeAs: 'Take as another scheme',
    eachAsItIs: 'No, each as it is',
    conversion: (from: string, to: string, denominator: number, numerator: number) =>
      `${from} as ${to}: ${denominator} are ${numerator}`,
    show: 'Show it',
  },
  cy: {
    title: 'Eich credydau',
    back: 'Eich sgiliau',
    lead: 'Mae credyd yn dweud faint a ddysgwyd, ac ar ba lefel. Mae pob cyflawniad yn cyfrif unwaith.',
    none: 'Dim credyd eto',
    add: 'Ychwanegu tystysgrif',
    noneText:
      'Mae rhai cyrsiau’n rhoi credyd, y gall lle arall ei dderbyn yn nes ymlaen. Nid yw llawer o rai da yn rhoi dim.',
    caption: 'Yn ôl cynllun a lefel',
    scheme: 'Cynllun',
    level: 'Lefel',
    notStated: 'Heb ei nodi',
    credits: 'Credydau',
    notCounted: 'Heb eu cyfrif',
    recognised: 'Wedi’u cydnabod mewn mannau eraill',
    mayAccept: (share: (words: string) => VNode) => (
      <>
        Gall coleg dderbyn credyd a enillwyd gennych mewn man arall. {share('Rhannwch ef trwy ddolen')}, a gofynnwch
        iddynt benderfynu.
      </>
    ),
    recognisedBy: (receiver: VNode, credit: string, held: string) => (
      <>
        Cydnabu {receiver} hyn: {credit}. Mae gennych {held}.
      </>
    ),
    whatAndWhy: 'Beth a gydnabuwyd, a pham',
    together: 'Y cyfan gyda’i gilydd',
    notAdded: 'Heb eu hadio',
    takeAs: 'Eu cymryd fel cynllun arall',
    eachAsItIs: 'Na, pob un fel y mae',
    conversion: (from: string, to: string, denominator: number, numerator: number) =>
      `${from} fel ${to}: mae ${denominator} yn ${numerator}`,
    show: 'Ei ddangos',
  },
})
