import type { VNode } from 'preact'
import { catalogue } from '#web'

/** The words of what somebody wants in a plan, and of what goes with their answers. */
export const shapeWords = catalogue({
  en: {
    title: 'Shape it',
    want: 'You want',
    avoid: 'You do not want',
    none: 'None',
    atLevel: (level: string) => `At level ${level}`,
    chooseUnit: 'Choose a unit',
    addWant: 'I want this unit',
    addAvoid: 'I do not want this unit',
    ownUnit: 'A unit made for your work',
    points: 'Its points',
    credits: 'Its credits',
    registered: 'Registered on',
    registeredHint: 'The day on which you register, or did. How old a certificate may be counts from it.',
    plan: 'Plan it so',
    takeBack: 'Take this wish back',
    suggested: 'What you say you can do goes with these',
    since: (unit: VNode, level: string, technique: VNode) => (
      <>
        {unit}, since you put yourself at {level} in {technique}.
      </>
    ),
    planWith: 'Plan with it',
    by: (id: string, version: string) => `By ${id}, version ${version}. You were not awarded these.`,
  },
  cy: {
    title: 'Lluniwch ef',
    want: 'Rydych am gael',
    avoid: 'Nid ydych am gael',
    none: 'Dim',
    atLevel: (level: string) => `Ar lefel ${level}`,
    chooseUnit: 'Dewiswch uned',
    addWant: 'Rwyf am gael yr uned hon',
    addAvoid: 'Nid wyf am gael yr uned hon',
    ownUnit: 'Uned a luniwyd ar gyfer eich gwaith',
    points: 'Ei phwyntiau',
    credits: 'Ei chredydau',
    registered: 'Dyddiad cofrestru',
    registeredHint:
      'Y diwrnod y byddwch yn cofrestru, neu y gwnaethoch hynny. O hwnnw y cyfrifir pa mor hen y caiff tystysgrif fod.',
    plan: 'Cynllunio felly',
    takeBack: 'Tynnu’r dymuniad hwn yn ôl',
    suggested: 'Mae’r hyn y dywedwch y gallwch ei wneud yn cyd-fynd â’r rhain',
    since: (unit: VNode, level: string, technique: VNode) => (
      <>
        {unit}, gan i chi eich gosod eich hun ar lefel {level} yn {technique}.
      </>
    ),
    planWith: 'Cynllunio gyda hi',
    by: (id: string, version: string) => `Yn ôl ${id}, fersiwn ${version}. Ni ddyfarnwyd y rhain i chi.`,
  },
})
