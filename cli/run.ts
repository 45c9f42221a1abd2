import { VERSION } from '#platform'
import { EXIT, type Terminal } from './terminal.ts'

const VERIFY = `  skills-passport verify FILE|URL|-|FOLDER|FILE.csv [--json] [--trust FILE] [--at DATE]
                         [--recipient NAME|EMAIL] [--offline] [--column NAME]
      Checks a credential, the PNG or SVG picture it is in, a presentation, a ZIP file of them,
      or a link. Of a folder it checks all credentials, by name; of a table each row. Then it
      prints a line each, and one that counts them.
      --json       prints the report as JSON; of many, one each on a line
      --column     the column with the links or credentials, where it is not found by itself
      --trust FILE recognises the issuers of this signed list, and trusts its signer
      --at DATE    checks for another day or time (UTC)
      --recipient  is it about this person? The name or e-mail address is compared with
                   what the credential states, in plain or as a hash
      --offline    asks nobody
      Ends with 0 accepted, 1 rejected or unreadable, 2 could not be decided, 64 wrong use; of
      many with the worst.`

const BAKE = `  skills-passport bake IMAGE CREDENTIAL [-o OUT]
      Puts a credential into a PNG or SVG picture, in place of one that is there. Without -o
      the picture goes to the standard output.`

const UNBAKE = `  skills-passport unbake IMAGE [-o OUT]
      Takes the credential out of a picture, unchecked: verify IMAGE checks it.`

const RECEIPT = `  skills-passport receipt RECEIPT.zip CREDENTIAL [--json]
      Checks a credential again with what a verifier looked at when it made the receipt. Nobody
      is asked. Ends with 0 where everything comes out the same, else 1.`

const TRUST = `  skills-passport trust check FILE|URL [--signer DID]
      Reads a list of recognised issuers as a verifier does, and prints what it says, or the code
      that refuses it.
      --signer     the DID that must have signed it; without it whoever did is named
      Ends with 0 good, 1 refused, 2 could not be had, 64 wrong use.`

const CREATE = `  skills-passport issuer create --name NAME --did key|web --suite SUITE
                                [--curve CURVE] [--alg ALG] [--type TYPE] [--status] [--json]
      Makes an issuer in the database that the issuer's settings name, and prints
      its id, DID, API key, issuing address and a sign-in link for its first staff.
      SUITE is eddsa-rdfc-2022, eddsa-jcs-2022, ecdsa-rdfc-2019, ecdsa-jcs-2019, ecdsa-sd-2023,
      bbs-2023, vc-jwt or sd-jwt-vc; CURVE is Ed25519, P-256, P-384 or BLS12-381; ALG is EdDSA, ES256, ES384,
      RS256 or BBS.
      --type       what kind of organisation it is: TrainingProvider, AwardingBody, Employer,
                   Manufacturer, SoftwareVendor, ProfessionalBody or Regulator
      --status     lets its credentials be revoked and suspended`

const ROTATE_KEY = `  skills-passport issuer rotate-key --issuer ID [--compromised-since TIME] [--key NUMBER]
                                    [--reason TEXT] [--json]
      Makes a new key with which the issuer signs from now on. What the old one signed stays good.
      --compromised-since  the key is in other hands since then (UTC): what it signed since is
                           good no more, and what it signed before only where the issue log shows it
      --key                a key that was retired before, to report that it is in other hands`

const AUDIT = `  skills-passport audit [issuer|wallet|verifier] [--since DATE] [--action ACTION] [--json]
      Prints the audit trail of a service, or of all that keep data where DATA_DIR or DATABASE_URL say,
      and whether it holds together. Nothing is written.
      --since      prints entries from that day or time on (UTC); all are looked at
      --action     prints entries of one action, such as credential.revoked; all are looked at
      --json       prints an object on each line, and last of each service whether its trail is intact
      Ends with 0 where all hold together, 1 where one does not, which then is named with its first
      entry that does not fit, 64 wrong use or no data there.`

const FRAMEWORKS_EXPORT = `  skills-passport frameworks export ID [--url URL] [-o OUT]
      Writes a framework that comes with the software (techniques, standards, competences, units) as
      a CASE 1.1 package. Without an ID it lists them. Nothing is left out.
      --url        the address of the wallet that serves it, of which its own addresses are made`

const FRAMEWORKS_IMPORT = `  skills-passport frameworks import FILE [--id ID] [-o OUT]
      Makes a package for SKILLS_PACKAGES of a CASE 1.0 or 1.1 package, and says what of it has no
      place there. Of anyone else's it makes competences.
      --id         the id of the package, such as sector/welding
      Ends with 0 made, 1 refused, 64 wrong use.`

interface Command {
  /** The words that call it. */
  words: readonly string[]
  help: string
  /** Loads it, and only it, and does it; `rest` is what follows its words. */
  run: (rest: readonly string[], terminal: Terminal) => Promise<number>
}

const COMMANDS: readonly Command[] = [
  {
    words: ['verify'],
    help: VERIFY,
    run: async (rest, terminal) => (await import('./verify.ts')).verifyCommand(rest, terminal),
  },
  {
    words: ['bake'],
    help: BAKE,
    run: async (rest, terminal) => (await import('./bake.ts')).bakeCommand(rest, terminal),
  },
  {
    words: ['unbake'],
    help: UNBAKE,
    run: async (rest, terminal) => (await import('./bake.ts')).unbakeCommand(rest, terminal),
  },
  {
    words: ['receipt'],
    help: RECEIPT,
    run: async (rest, terminal) => (await import('./receipt.ts')).receiptCommand(rest, terminal),
  },
  {
    words: ['trust', 'check'],
    help: TRUST,
    run: async (rest, terminal) => (await import('./trust-check.ts')).trustCheckCommand(rest, terminal),
  },
  {
    words: ['issuer', 'create'],
    help: CREATE,
    run: async (rest, terminal) => (await import('./issuer-create.ts')).createIssuerCommand(rest, terminal),
  },
  {
    words: ['issuer', 'rotate-key'],
    help: ROTATE_KEY,
    run: async (rest, terminal) => (await import('./issuer-rotate-key.ts')).rotateKeyCommand(rest, terminal),
  },
  {
    words: ['frameworks', 'export'],
    help: FRAMEWORKS_EXPORT,
    run: async (rest, terminal) => (await import('./frameworks.ts')).exportFrameworkCommand(rest, terminal),
  },
  {
    words: ['frameworks', 'import'],
    help: FRAMEWORKS_IMPORT,
    run: async (rest, terminal) => (await import('./frameworks.ts')).importFrameworkCommand(rest, terminal),
  },
  {
    words: ['audit'],
    help: AUDIT,
    run: async (rest, terminal) => (await import('./audit.ts')).auditCommand(rest, terminal),
  },
]

const helpOf = (commands: readonly Command[]) => commands.map(({ help }) => help).join('\n\n')

const HELP = [
  'skills-passport: issue and verify credentials of skills and qualifications',
  helpOf(COMMANDS),
  '  skills-passport --help | COMMAND --help | --version',
].join('\n\n')

const isHelp = (word: string) => word === '--help' || word === '-h'

/** Runs one command, and loads only that one; answers its exit code. */
export async function run(given: readonly string[], terminal: Terminal): Promise<number> {
  const [first] = given
  const command = COMMANDS.find(({ words }) => words.every((word, at) => given[at] === word))
  const group = command === undefined ? COMMANDS.filter(({ words }) => words[0] === first) : [command]
  if (group.length > 0 && given.some(isHelp)) {
    terminal.print(helpOf(group))
    return EXIT.accepted
  }
  if (command !== undefined) return await command.run(given.slice(command.words.length), terminal)
  if (first !== undefined && (isHelp(first) || first === 'help')) {
    terminal.print(HELP)
    return EXIT.accepted
  }
  if (first === '--version' || first === '-v') {
    terminal.print(VERSION)
    return EXIT.accepted
  }
  const what = first === undefined ? 'No command was given.' : `There is no command "${given.slice(0, 2).join(' ')}".`
  terminal.complain(`${what}\n\n${HELP}`)
  return EXIT.wrongUse
}
