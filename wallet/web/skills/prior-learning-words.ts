import { catalogue, count, countInWelsh } from '#web'

/** The words of the claims for prior learning, and of the form of one. */
export const priorLearningWords = catalogue({
  en: {
    title: 'What you learnt already',
    lead: 'Show a college or university that you know part of a course already.',
    begin: 'Begin a claim',
    change: 'Change the claim',
    nothing: 'You need not learn it twice',
    howToBegin:
      'A course says what you will be able to do at its end. Put what you did beside that, and ask the college or university to count it.',
    shown: (shown: number, outcomes: number) => `${shown} of ${count(outcomes, 'outcome')}`,
    theClaim: 'The claim',
    formLead: 'Every course has outcomes: what you will be able to do at its end.',
    from: 'Take outcomes that are known here',
    fromNone: 'No, I write them myself',
    take: 'Take these',
    name: 'What is it for?',
    nameHint: 'A qualification, or a part of one',
    provider: 'Who should count it?',
    providerHint: 'A college, a university or an awarding body',
    outcomes: 'Its outcomes',
    outcomesHint: 'One a line. You find them in the description of the course.',
    outcomesHintLater: 'One a line. What you put to an outcome stays with it as long as its words stay.',
    beginIt: 'Begin',
    save: 'Save',
  },
  cy: {
    title: 'Beth a ddysgoch eisoes',
    lead: 'Dangoswch i goleg neu brifysgol eich bod eisoes yn gwybod rhan o gwrs.',
    begin: 'Dechrau cais',
    change: 'Newid y cais',
    nothing: 'Nid oes angen ei ddysgu ddwywaith',
    howToBegin:
      'Mae cwrs yn dweud beth y byddwch yn gallu ei wneud ar ei ddiwedd. Rhowch yr hyn a wnaethoch wrth ochr hynny, a gofynnwch i’r coleg neu’r brifysgol ei gyfrif.',
    shown: (shown: number, outcomes: number) =>
      `${shown} allan o ${countInWelsh(outcomes, 'deilliant', 'ddeilliannau')}`,
    theClaim: 'Y cais',
    formLead: 'Mae gan bob cwrs ddeilliannau: beth y byddwch yn gallu ei wneud ar ei ddiwedd.',
    from: 'Cymryd deilliannau sy’n hysbys yma',
    fromNone: 'Na, rwy’n eu hysgrifennu fy hun',
    take: 'Cymryd y rhain',
    name: 'Ar gyfer beth y mae?',
    nameHint: 'Cymhwyster, neu ran o un',
    provider: 'Pwy ddylai ei gyfrif?',
    providerHint: 'Coleg, prifysgol neu gorff dyfarnu',
    outcomes: 'Ei ddeilliannau',
    outcomesHint: 'Un ar bob llinell. Maent i’w cael yn nisgrifiad y cwrs.',
    outcomesHintLater:
      'Un ar bob llinell. Mae’r hyn yr ydych yn ei gysylltu â deilliant yn aros gydag ef cyhyd â bod ei eiriau’n aros.',
    beginIt: 'Dechrau',
    save: 'Cadw',
  },
})
