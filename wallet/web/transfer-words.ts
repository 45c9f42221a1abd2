import { catalogue, count, countInWelsh } from '#web'

/** The words of long work for somebody: bringing in what they have, and saving everything. */
export const transferWords = catalogue({
  en: {
    import: {
      title: 'Adding what you brought',
      failed:
        'Not everything could be looked at. What was added so far is in your passport. Bring the files once more.',
      again: 'Add the files again',
      noun: 'file',
    },
    export: {
      title: 'Saving everything',
      failed: 'Your files could not be made just now. Nothing of yours is lost. Try again in a little while.',
      again: 'Back to your account',
      noun: 'credential',
    },
    stopped: 'It has stopped.',
    mayLeave: 'You may leave this page; the work goes on.',
    wrong: 'Something went wrong on our side',
    saved: 'Everything is saved',
    back: 'Your account',
    savedIn: (credentials: number, files: number) =>
      `${count(credentials, 'credential')} in ${count(files, 'ZIP file')}. ${files === 1 ? 'Download it within a day.' : 'Download every one, within a day.'}`,
    download: 'Download the ZIP file',
    part: (part: number, parts: number) => `Part ${part} of ${parts}`,
    downloadPart: (part: number) => `Download part ${part}`,
    bringOne: 'To bring it into a passport, this one or another, choose Add there and pick the ZIP file.',
    bringEach:
      'To bring them into a passport, this one or another, choose Add there and pick the ZIP files, one after the other.',
  },
  cy: {
    import: {
      title: 'Ychwanegu’r hyn y daethoch ag ef',
      failed:
        'Nid oedd modd edrych ar bopeth. Mae’r hyn a ychwanegwyd hyd yma yn eich pasbort. Dewch â’r ffeiliau unwaith eto.',
      again: 'Ychwanegu’r ffeiliau eto',
      noun: 'ffeil',
    },
    export: {
      title: 'Cadw popeth',
      failed:
        'Nid oedd modd gwneud eich ffeiliau ar hyn o bryd. Ni chollwyd dim o’ch eiddo. Rhowch gynnig arall arni ymhen ychydig.',
      again: 'Yn ôl i’ch cyfrif',
      noun: 'tystysgrif',
    },
    stopped: 'Mae wedi stopio.',
    mayLeave: 'Cewch adael y dudalen hon; mae’r gwaith yn parhau.',
    wrong: 'Aeth rhywbeth o’i le ar ein hochr ni',
    saved: 'Mae popeth wedi’i gadw',
    back: 'Eich cyfrif',
    savedIn: (credentials: number, files: number) =>
      `${countInWelsh(credentials, 'dystysgrif', 'dystysgrifau')} mewn ${countInWelsh(files, 'ffeil ZIP', 'ffeiliau ZIP')}. ${files === 1 ? 'Lawrlwythwch hi o fewn diwrnod.' : 'Lawrlwythwch bob un, o fewn diwrnod.'}`,
    download: 'Lawrlwytho’r ffeil ZIP',
    part: (part: number, parts: number) => `Rhan ${part} o ${parts}`,
    downloadPart: (part: number) => `Lawrlwytho rhan ${part}`,
    bringOne: 'I ddod â hi i basbort, yr un hwn neu un arall, dewiswch Ychwanegu yno a dewis y ffeil ZIP.',
    bringEach:
      'I ddod â hwy i basbort, yr un hwn neu un arall, dewiswch Ychwanegu yno a dewis y ffeiliau ZIP, un ar ôl y llall.',
  },
})
