import { catalogue, count, countInWelsh } from '#web'

/** The words of the pages on which one says what one can do. */
export const selfPageWords = catalogue({
  en: {
    title: 'What can you do?',
    lead: 'Answer short questions about what you can do with a computer or a phone. You see where you stand, and what to learn next. You need no certificate, and one technique takes about two minutes.',
    notATest:
      'This is not a test and not a qualification. It is your own word, and it is marked as that wherever it is shown. Only you see it unless you share it.',
    goOnWith: (technique: string) => `Go on with “${technique}”`,
    answer: (technique: string) => `Answer “${technique}”`,
    seeIfReady: 'See if you are ready',
    seeProgress: 'See your progress',
    techniques: (found: number) => count(found, 'technique'),
    sources: (framework: string, version: string) =>
      `Levels and techniques: ${framework}, version ${version}. The questions are our own words, from the areas of the 2003 standards for people who use IT.`,
    notAnswered: 'Not answered yet',
    notSureYet: 'Not sure yet',
    soFar: (level: string, answered: number, asked: number) => `${level} so far, ${answered} of ${asked} answered`,
    allTechniques: 'All techniques',
    questionBefore: 'The question before',
    question: (technique: string, number: number, total: number) => `${technique}: question ${number} of ${total}`,
    canYou: 'Can you do this?',
    helping: 'Someone is helping me with this',
    theirs: (mark: string) => `The answer is theirs, and is marked “${mark}”.`,
    keptAtOnce: 'Each answer is kept at once, so you can stop at any time.',
    saidToday: (said: string) => `Today you said “${said}”. You can answer again: the newest answer counts.`,
    saidOn: (day: string, said: string) =>
      `On ${day} you said “${said}”. You can answer again: the newest answer counts.`,
    whatHelps: 'What helps before you begin',
    ifYouCannot: (href: string) => (
      <>
        If you cannot do these yet, you can go on all the same, or <a href={href}>find help</a>.
      </>
    ),
    begin: 'Before you begin',
    beginLead:
      'The questions are on a screen, so it helps if you can already do these things with a computer or a phone.',
    ownChoice: 'Which things to ask first is our own choice, as an example. Nobody is shut out by the answers.',
    ready: 'You are ready',
    readyText: 'Choose something that you do often, and answer six short questions.',
    choose: 'Choose a technique',
    easier: 'It is easier with someone beside you',
    easierText:
      'Ask someone you trust, a library, a Jobcentre or a college to sit with you while you answer. You press the buttons; it stays your own passport, and nobody needs your sign-in code. Each answer then says that you had help.',
    beginWithHelp: 'Begin with someone’s help',
    byMyself: 'Go on by myself',
    youSaid: (said: string) => `You said “${said}”. You can change it.`,
    nothingYet: 'You have not said yes or no to anything here yet.',
    atLevel: (technique: string, level: string, isSoFar: boolean) =>
      `${technique}: ${level}${isSoFar ? ' so far' : ''}`,
    notAQualification: (ownWord: string) => `${ownWord}. This is not a qualification.`,
    answerRest: 'Answer the rest',
    setGoal: 'Set yourself a goal',
    answerAgain: 'Answer again',
    nextTechnique: 'Next technique',
    clash: 'Two answers do not go together',
    deniedBelow:
      'You said yes to something harder, and no to something easier. That can be right. Please look once more:',
    contradicted: 'Of one day there is a yes and a no, so neither counts. Please answer again:',
    whoSaysSo: 'Who says so',
    lastAnswered: 'Last answered',
    youCan: 'What you can do',
    heldBack: (level: string) => `What holds ${level} back`,
    oneIsEnough: 'One of these is enough:',
    goesWith: 'Goes with',
    unit: (area: string, level: string, ruleset: string) =>
      `Unit ${area}, level ${level}, of the National Occupational Standards for people who use IT (${ruleset}). You were not awarded it.`,
  },
  cy: {
    title: 'Beth allwch chi ei wneud?',
    lead: 'Atebwch gwestiynau byr am yr hyn y gallwch ei wneud gyda chyfrifiadur neu ffôn. Cewch weld ble rydych yn sefyll, a beth i’w ddysgu nesaf. Nid oes angen tystysgrif arnoch, ac mae un dechneg yn cymryd tua dau funud.',
    notATest:
      'Nid prawf yw hwn ac nid cymhwyster. Eich gair eich hun ydyw, ac fe’i nodir felly ble bynnag y’i dangosir. Dim ond chi sy’n ei weld oni bai eich bod yn ei rannu.',
    goOnWith: (technique: string) => `Parhau â “${technique}”`,
    answer: (technique: string) => `Ateb “${technique}”`,
    seeIfReady: 'Gweld a ydych yn barod',
    seeProgress: 'Gweld eich cynnydd',
    techniques: (found: number) => countInWelsh(found, 'dechneg', 'dechnegau'),
    sources: (framework: string, version: string) =>
      `Lefelau a thechnegau: ${framework}, fersiwn ${version}. Ein geiriau ein hunain yw’r cwestiynau, o feysydd safonau 2003 ar gyfer pobl sy’n defnyddio TG.`,
    notAnswered: 'Heb ei ateb eto',
    notSureYet: 'Ddim yn siŵr eto',
    soFar: (level: string, answered: number, asked: number) => `${level} hyd yma, atebwyd ${answered} o ${asked}`,
    allTechniques: 'Pob techneg',
    questionBefore: 'Y cwestiwn blaenorol',
    question: (technique: string, number: number, total: number) => `${technique}: cwestiwn ${number} o ${total}`,
    canYou: 'Allwch chi wneud hyn?',
    helping: 'Mae rhywun yn fy helpu gyda hyn',
    theirs: (mark: string) => `Eu hateb nhw ydyw, ac fe’i nodir “${mark}”.`,
    keptAtOnce: 'Cedwir pob ateb ar unwaith, felly gallwch stopio unrhyw bryd.',
    saidToday: (said: string) => `Heddiw dywedoch “${said}”. Gallwch ateb eto: yr ateb diweddaraf sy’n cyfrif.`,
    saidOn: (day: string, said: string) =>
      `Ar ${day} dywedoch “${said}”. Gallwch ateb eto: yr ateb diweddaraf sy’n cyfrif.`,
    whatHelps: 'Beth sy’n helpu cyn i chi ddechrau',
    ifYouCannot: (href: string) => (
      <>
        Os na allwch wneud y rhain eto, gallwch fynd ymlaen yr un fath, neu <a href={href}>ddod o hyd i gymorth</a>.
      </>
    ),
    begin: 'Cyn i chi ddechrau',
    beginLead:
      'Mae’r cwestiynau ar sgrin, felly mae’n helpu os gallwch eisoes wneud y pethau hyn gyda chyfrifiadur neu ffôn.',
    ownChoice:
      'Ein dewis ein hunain, fel enghraifft, yw pa bethau i’w gofyn yn gyntaf. Nid yw’r atebion yn cau neb allan.',
    ready: 'Rydych yn barod',
    readyText: 'Dewiswch rywbeth yr ydych yn ei wneud yn aml, ac atebwch chwe chwestiwn byr.',
    choose: 'Dewis techneg',
    easier: 'Mae’n haws gyda rhywun wrth eich ymyl',
    easierText:
      'Gofynnwch i rywun yr ydych yn ymddiried ynddo, llyfrgell, Canolfan Byd Gwaith neu goleg eistedd gyda chi wrth i chi ateb. Chi sy’n pwyso’r botymau; eich pasbort chi ydyw o hyd, ac nid oes ar neb angen eich cod mewngofnodi. Mae pob ateb wedyn yn dweud eich bod wedi cael cymorth.',
    beginWithHelp: 'Dechrau gyda chymorth rhywun',
    byMyself: 'Mynd ymlaen ar fy mhen fy hun',
    youSaid: (said: string) => `Dywedoch “${said}”. Gallwch ei newid.`,
    nothingYet: 'Nid ydych wedi ateb y naill ffordd na’r llall yma eto.',
    atLevel: (technique: string, level: string, isSoFar: boolean) =>
      `${technique}: ${level}${isSoFar ? ' hyd yma' : ''}`,
    notAQualification: (ownWord: string) => `${ownWord}. Nid cymhwyster yw hwn.`,
    answerRest: 'Ateb y gweddill',
    setGoal: 'Gosod nod i chi’ch hun',
    answerAgain: 'Ateb eto',
    nextTechnique: 'Y dechneg nesaf',
    clash: 'Nid yw dau ateb yn cyd-fynd',
    deniedBelow:
      'Dywedoch y gallwch wneud rhywbeth anoddach, ac na allwch wneud rhywbeth haws. Gall hynny fod yn gywir. Edrychwch unwaith eto:',
    contradicted: 'O’r un diwrnod mae dau ateb gwahanol, felly nid yw’r naill na’r llall yn cyfrif. Atebwch eto:',
    whoSaysSo: 'Pwy sy’n dweud hynny',
    lastAnswered: 'Atebwyd ddiwethaf',
    youCan: 'Beth allwch chi ei wneud',
    heldBack: (level: string) => `Beth sy’n dal y lefel nesaf (${level}) yn ôl`,
    oneIsEnough: 'Mae un o’r rhain yn ddigon:',
    goesWith: 'Yn cyd-fynd â',
    unit: (area: string, level: string, ruleset: string) =>
      `Uned ${area}, lefel ${level}, o’r Safonau Galwedigaethol Cenedlaethol ar gyfer pobl sy’n defnyddio TG (${ruleset}). Ni ddyfarnwyd hi i chi.`,
  },
})
