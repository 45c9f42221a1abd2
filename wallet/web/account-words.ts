import { catalogue, count, countInWelsh } from '#web'

const credentialsOf = (found: number) => countInWelsh(found, 'dystysgrif', 'dystysgrifau')

/** The words of a person's account. */
export const accountWords = catalogue({
  en: {
    title: 'Your account',
    email: 'E-mail address',
    since: 'Here since',
    name: 'Your name',
    nameHint: 'Only you see it here.',
    saveName: 'Save the name',
    levels: 'Levels of your nation',
    levelsAbout: 'A level is shown as it is stated, and beside that as the nation that you choose knows it.',
    help: 'Someone to help you',
    helpAbout: 'Let someone you trust fill things in with you for a while. They learn no password and no code.',
    invite: 'Invite someone to help',
    take: 'Take everything with you',
    takeNothing:
      'Save all that is here, just as signed, and everything else of yours as a ZIP file; or choose another form, such as a PDF or a table.',
    takeAll: (credentials: number) =>
      `Save your ${count(credentials, 'credential')}, just as signed, and everything else of yours as a ZIP file; or choose another form, such as a PDF or a table.`,
    saveAll: 'Save everything',
    otherForm: 'Choose another form',
    delete: 'Delete your account',
    deleteAbout: 'Save everything first, if you may want it again.',
    deleteMine: 'Delete my account',
    deleteQuestion: (credentials: number) => `Delete your account and ${count(credentials, 'credential')}?`,
    deleteAll: 'Delete everything',
    deleteMeans:
      'This cannot be undone. Your credentials, your shares and the key that opens them are destroyed, and nobody can bring them back.',
    sharesStop: (shares: number) => `${count(shares, 'share link')} will stop working at once.`,
    staysOut: 'Credentials that you have shared or downloaded stay with whoever has them, and still check as genuine.',
    passkeys: 'Passkeys',
    passkeysAbout:
      'With a passkey you sign in by your finger, your face or the lock of your device. No code is needed.',
    notUsed: 'Not used yet',
    lastUsed: (day: string) => `Last used on ${day}`,
    remove: 'Remove',
    removeQuestion: 'Remove 1 passkey?',
    removeIt: 'Remove it',
    removeMeans: 'You cannot sign in with it any more. You can still sign in with a code by mail.',
    addPasskey: 'Add a passkey',
    needsScripts: 'To add a passkey, let this page run scripts.',
    deleted: 'Your account is deleted',
    deletedLead:
      'Your credentials, your shares and the key that opened them are gone. Your share links no longer work.',
    stayedOut: 'Credentials that you had shared or downloaded stay with whoever has them, and still check as genuine.',
    first: 'Go to the first page',
  },
  cy: {
    title: 'Eich cyfrif',
    email: 'Cyfeiriad e-bost',
    since: 'Yma ers',
    name: 'Eich enw',
    nameHint: 'Dim ond chi sy’n ei weld yma.',
    saveName: 'Cadw’r enw',
    levels: 'Lefelau eich cenedl',
    levelsAbout: 'Dangosir lefel fel y’i nodir, ac wrth ochr hynny fel y mae’r genedl a ddewiswch yn ei hadnabod.',
    help: 'Rhywun i’ch helpu',
    helpAbout:
      'Gadewch i rywun yr ydych yn ymddiried ynddo lenwi pethau gyda chi am gyfnod. Nid yw’n dysgu unrhyw gyfrinair na chod.',
    invite: 'Gwahodd rhywun i helpu',
    take: 'Mynd â phopeth gyda chi',
    takeNothing:
      'Cadwch bopeth sydd yma, yn union fel y’i llofnodwyd, a phopeth arall sydd gennych fel ffeil ZIP; neu dewiswch ffurf arall, fel PDF neu dabl.',
    takeAll: (credentials: number) =>
      `Cadwch eich tystysgrifau (${credentialsOf(credentials)}), yn union fel y’u llofnodwyd, a phopeth arall sydd gennych fel ffeil ZIP; neu dewiswch ffurf arall, fel PDF neu dabl.`,
    saveAll: 'Cadw popeth',
    otherForm: 'Dewis ffurf arall',
    delete: 'Dileu eich cyfrif',
    deleteAbout: 'Cadwch bopeth yn gyntaf, os gallai fod ei angen arnoch eto.',
    deleteMine: 'Dileu fy nghyfrif',
    deleteQuestion: (credentials: number) => `Dileu eich cyfrif a’r hyn sydd ynddo (${credentialsOf(credentials)})?`,
    deleteAll: 'Dileu popeth',
    deleteMeans:
      'Ni ellir dadwneud hyn. Dinistrir eich tystysgrifau, yr hyn a rannwch a’r allwedd sy’n eu hagor, ac ni all neb ddod â hwy’n ôl.',
    sharesStop: (shares: number) =>
      `Bydd y rhain yn peidio â gweithio ar unwaith: ${countInWelsh(shares, 'ddolen rannu', 'ddolenni rhannu')}.`,
    staysOut:
      'Mae tystysgrifau yr ydych wedi’u rhannu neu eu lawrlwytho yn aros gyda phwy bynnag sydd â hwy, ac maent yn dal yn rhai go iawn o’u gwirio.',
    passkeys: 'Allweddi mynediad',
    passkeysAbout:
      'Gydag allwedd mynediad rydych yn mewngofnodi â’ch bys, eich wyneb neu glo eich dyfais. Nid oes angen cod.',
    notUsed: 'Heb ei defnyddio eto',
    lastUsed: (day: string) => `Defnyddiwyd ddiwethaf ar ${day}`,
    remove: 'Tynnu',
    removeQuestion: 'Tynnu 1 allwedd mynediad?',
    removeIt: 'Ei thynnu',
    removeMeans: 'Ni allwch fewngofnodi â hi mwyach. Gallwch fewngofnodi o hyd â chod drwy e-bost.',
    addPasskey: 'Ychwanegu allwedd mynediad',
    needsScripts: 'I ychwanegu allwedd mynediad, gadewch i’r dudalen hon redeg sgriptiau.',
    deleted: 'Mae eich cyfrif wedi’i ddileu',
    deletedLead:
      'Mae eich tystysgrifau, yr hyn a rannoch a’r allwedd a oedd yn eu hagor wedi mynd. Nid yw eich dolenni rhannu yn gweithio mwyach.',
    stayedOut:
      'Mae tystysgrifau yr oeddech wedi’u rhannu neu eu lawrlwytho yn aros gyda phwy bynnag sydd â hwy, ac maent yn dal yn rhai go iawn o’u gwirio.',
    first: 'Mynd i’r dudalen gyntaf',
  },
})
