import { catalogue } from '#web'

/** The words of the page on kinds of learning; what is said of them comes out of a package. */
export const kindsWords = catalogue({
  en: {
    title: 'Kinds of learning beside each other',
    description:
      'Academic or technical, a whole qualification or a module, something newer: what is known, and who says so.',
    lead: 'Three questions that employers ask, in plain sentences. Each says where it is from.',
    whatIsKnown: 'What is known',
    from: (id: string, version: string) => `From ${id}, version ${version}.`,
  },
  cy: {
    title: 'Mathau o ddysgu ochr yn ochr',
    description:
      'Academaidd neu dechnegol, cymhwyster cyfan neu fodiwl, rhywbeth newydd: beth sy’n hysbys, a phwy sy’n dweud hynny.',
    lead: 'Tri chwestiwn y mae cyflogwyr yn eu gofyn, mewn brawddegau plaen. Mae pob un yn dweud o ble y daw.',
    whatIsKnown: 'Beth sy’n hysbys',
    from: (id: string, version: string) => `O ${id}, fersiwn ${version}.`,
  },
})
