import type { ComponentChildren } from 'preact'
import { catalogue, count, countInWelsh } from '#web'

/** The words about what somebody watches, and what of it has changed. */
export const watchingWords = catalogue({
  en: {
    title: 'What you watch',
    lead: 'When one of these asks for something else, you are told here.',
    nothing: 'You watch nothing yet',
    choose: 'Choose a job or a standard',
    howToBegin: 'Open a job or a standard, and press “Tell me when it changes”.',
    asYouSaw: (version: string) => `As it was when you last looked, version ${version}`,
    isGone: (target: ComponentChildren) => <>{target} is not here any more</>,
    hasChanged: (target: ComponentChildren) => <>{target} has changed</>,
    versions: (from: string, to: string) => `From version ${from} to version ${to}`,
    alsoAsks: (skills: number) => `It now also asks for ${count(skills, 'skill')}:`,
    asksNoMore: (skills: ComponentChildren) => <>It does not ask any more for: {skills}.</>,
    seeMissing: 'See what is missing',
    seen: 'I have seen it',
    stop: 'Stop watching',
    isWatched: 'You are told when this changes',
    watch: 'Tell me when it changes',
    oneChanged: 'Something you watch has changed',
    severalChanged: 'Things you watch have changed',
    targetAlsoAsks: (target: ComponentChildren, skills: number) => (
      <>
        {target} now also asks for {count(skills, 'skill')}.
      </>
    ),
  },
  cy: {
    title: 'Beth rydych yn ei wylio',
    lead: 'Pan fydd un o’r rhain yn gofyn am rywbeth arall, cewch wybod yma.',
    nothing: 'Nid ydych yn gwylio dim eto',
    choose: 'Dewis swydd neu safon',
    howToBegin: 'Agorwch swydd neu safon, a phwyswch “Rhoi gwybod i mi pan fydd yn newid”.',
    asYouSaw: (version: string) => `Fel yr oedd pan edrychoch ddiwethaf, fersiwn ${version}`,
    isGone: (target: ComponentChildren) => <>Nid yw {target} yma bellach</>,
    hasChanged: (target: ComponentChildren) => <>Mae {target} wedi newid</>,
    versions: (from: string, to: string) => `O fersiwn ${from} i fersiwn ${to}`,
    alsoAsks: (skills: number) => `Mae nawr yn gofyn hefyd am ${countInWelsh(skills, 'sgìl', 'sgiliau')}:`,
    asksNoMore: (skills: ComponentChildren) => <>Nid yw’n gofyn bellach am: {skills}.</>,
    seeMissing: 'Gweld beth sydd ar goll',
    seen: 'Rwyf wedi ei weld',
    stop: 'Stopio gwylio',
    isWatched: 'Cewch wybod pan fydd hyn yn newid',
    watch: 'Rhoi gwybod i mi pan fydd yn newid',
    oneChanged: 'Mae rhywbeth rydych yn ei wylio wedi newid',
    severalChanged: 'Mae pethau rydych yn eu gwylio wedi newid',
    targetAlsoAsks: (target: ComponentChildren, skills: number) => (
      <>
        Mae {target} nawr yn gofyn hefyd am {countInWelsh(skills, 'sgìl', 'sgiliau')}.
      </>
    ),
  },
})
