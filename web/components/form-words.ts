import { catalogue } from '../language.tsx'

/** The words of forms and lists, whatever they are about. */
export const formWords = catalogue({
  en: {
    optional: '(optional)',
    problem: 'There is a problem',
    error: 'Error:',
    or: 'or',
    copy: 'Copy',
    pages: 'Pages',
    previous: 'Previous',
    next: 'Next',
    pageOf: (page: string, pages: string) => `Page ${page} of ${pages}`,
    showAll: 'Show the whole',
    goBack: 'Go back',
  },
  cy: {
    optional: '(dewisol)',
    problem: 'Mae problem',
    error: 'Gwall:',
    or: 'neu',
    copy: 'Copïo',
    pages: 'Tudalennau',
    previous: 'Blaenorol',
    next: 'Nesaf',
    pageOf: (page: string, pages: string) => `Tudalen ${page} o ${pages}`,
    showAll: 'Dangos y cyfan',
    goBack: 'Mynd yn ôl',
  },
})
