import { catalogue, count, countInWelsh, type SkillShape } from '#web'

const WHO: Readonly<Record<SkillShape, string>> = {
  dot: 'proven',
  square: 'confirmed by someone',
  diamond: 'your own word',
  cross: 'run out, or could not be told',
}

const SHAPES: Readonly<Record<SkillShape, string>> = {
  dot: 'A full dot',
  square: 'A full square',
  diamond: 'A hollow diamond',
  cross: 'A cross',
}

/** The words of the map of a person's skills. */
export const skillsMapWords = catalogue({
  en: {
    title: 'Your skills on a map',
    lead: 'What you can do, area by area. A level counts within its area only.',
    nothing: 'Your map is still white',
    sayWhatYouCanDo: 'Say what you can do',
    howToBegin: 'A few answers put the first skill on it. Certificates and things that you did come onto it too.',
    skills: (skills: number) => count(skills, 'skill'),
    skill: 'Skill',
    level: 'Level',
    notStated: 'Not stated',
    noLevel: 'no level stated',
    who: 'Who says so',
    shows: WHO,
    shapes: SHAPES,
    inTableOnly: (skills: number) => `${count(skills, 'more is', 'more are')} in the table only.`,
  },
  cy: {
    title: 'Eich sgiliau ar fap',
    lead: 'Beth y gallwch ei wneud, fesul maes. Dim ond o fewn ei faes ei hun y mae lefel yn cyfrif.',
    nothing: 'Mae eich map yn wyn o hyd',
    sayWhatYouCanDo: 'Dweud beth y gallwch ei wneud',
    howToBegin: 'Mae ychydig o atebion yn rhoi’r sgìl cyntaf arno. Daw tystysgrifau a phethau a wnaethoch arno hefyd.',
    skills: (skills: number) => countInWelsh(skills, 'sgìl', 'sgiliau'),
    skill: 'Sgìl',
    level: 'Lefel',
    notStated: 'Heb ei nodi',
    noLevel: 'ni nodir lefel',
    who: 'Pwy sy’n dweud hynny',
    shows: {
      dot: 'wedi’i brofi',
      square: 'wedi’i gadarnhau gan rywun',
      diamond: 'eich gair eich hun',
      cross: 'wedi dod i ben, neu nid oedd modd dweud',
    },
    shapes: {
      dot: 'Dot llawn',
      square: 'Sgwâr llawn',
      diamond: 'Diemwnt gwag',
      cross: 'Croes',
    },
    inTableOnly: (skills: number) => `Yn y tabl yn unig: ${countInWelsh(skills, 'sgìl arall', 'sgiliau eraill')}.`,
  },
})
