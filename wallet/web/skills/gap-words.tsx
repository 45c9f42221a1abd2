import type { TargetChoice } from '#skills'
import { catalogue, count, countInWelsh } from '#web'

const KINDS: Readonly<Record<Exclude<TargetChoice['kind'], 'goal'>, string>> = {
  role: 'Jobs',
  standard: 'Occupational standards',
  qualification: 'Qualifications',
}

/** The words of the pages that compare somebody with a target, and of the table of its skills. */
export const gapWords = catalogue({
  en: {
    title: 'What is missing?',
    lead: 'Choose what you want to reach. You see what you can show already, and what is missing.',
    ownGoals: 'Your own goals',
    kinds: KINDS,
    amIReady: 'Am I ready for it?',
    titleOf: (target: string) => `What is missing: ${target}`,
    chooseElse: 'Choose something else',
    apply: 'Apply with what you can show',
    noCompulsory: 'No unit of it is compulsory.',
    compulsory: 'These are its compulsory units.',
    theRest: (planner: string) => (
      <>
        How the rest may be chosen <a href={planner}>the planner shows</a>.
      </>
    ),
    nothingAsked: 'Nothing is asked for here',
    namesNone: 'This target names no skills.',
    asOf: 'As of',
    showDay: 'Show that day',
    skillBySkill: 'Skill by skill',
    skill: 'Skill',
    notAMust: '(wanted, not a must)',
    standing: 'How it stands',
    shownBy: 'Shown by',
    nothingYet: 'Nothing yet',
    lastDay: 'Last day',
    showAll: (skills: number) => `You can show all of it: ${count(skills, 'skill')}.`,
    showSome: (met: number, skills: number) => `You can show ${met} of ${count(skills, 'skill')}.`,
    untold: (skills: number) => `Of ${skills} it could not be told.`,
  },
  cy: {
    title: 'Beth sydd ar goll?',
    lead: 'Dewiswch beth rydych am ei gyrraedd. Cewch weld beth y gallwch ei ddangos eisoes, a beth sydd ar goll.',
    ownGoals: 'Eich nodau eich hun',
    kinds: { role: 'Swyddi', standard: 'Safonau galwedigaethol', qualification: 'Cymwysterau' },
    amIReady: 'Ydw i’n barod amdani?',
    titleOf: (target: string) => `Beth sydd ar goll: ${target}`,
    chooseElse: 'Dewis rhywbeth arall',
    apply: 'Gwneud cais gyda’r hyn y gallwch ei ddangos',
    noCompulsory: 'Nid oes uned orfodol ynddo.',
    compulsory: 'Dyma ei unedau gorfodol.',
    theRest: (planner: string) => (
      <>
        Mae’r <a href={planner}>cynlluniwr yn dangos</a> sut y gellir dewis y gweddill.
      </>
    ),
    nothingAsked: 'Ni ofynnir am ddim yma',
    namesNone: 'Nid yw’r targed hwn yn enwi unrhyw sgiliau.',
    asOf: 'Ar y diwrnod',
    showDay: 'Dangos y diwrnod hwnnw',
    skillBySkill: 'Fesul sgìl',
    skill: 'Sgìl',
    notAMust: '(dymunol, nid hanfodol)',
    standing: 'Y sefyllfa',
    shownBy: 'Dangosir gan',
    nothingYet: 'Dim byd eto',
    lastDay: 'Diwrnod olaf',
    showAll: (skills: number) => `Gallwch ddangos y cyfan: ${countInWelsh(skills, 'sgìl', 'sgiliau')}.`,
    showSome: (met: number, skills: number) =>
      `Gallwch ddangos ${met} allan o ${countInWelsh(skills, 'sgìl', 'sgiliau')}.`,
    untold: (skills: number) => `Nid oedd modd dweud am ${skills} ohonynt.`,
  },
})
