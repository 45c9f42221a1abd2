import { VERSION } from '#platform'
import { EXIT, type Terminal } from './terminal.ts'

const VERIFY = `  skills-passport verify FILE|URL|- [--json] [--trust FILE] [--at DATE]
                         [--recipient NAME|EMAIL] [--offline]
      Checks a credential, the PNG or SVG picture it is in, a presentation, a ZIP file of them,
      or a link.
      --json       prints the report as JSON
      --trust FILE recognises the issuers of this signed list, and trusts its signer
      --at DATE    checks for another day or time (UTC)
      --recipient  is it about this person? The name or e-mail address is compared with
                   what the credential states, in plain or as a hash
      --offline    asks nobody
      Ends with 0 accepted, 1 rejected or unreadable, 2 could not be decided, 64 wrong use.`

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

const ISSUER = `  skills-passport issuer create --name NAME --did key|web --suite SUITE
                                [--curve CURVE] [--alg ALG] [--status] [--json]
      Makes an issuer in the database that the issuer's settings name, and prints
      its id, DID, API key, issuing address and a sign-in link for its first staff.
      SUITE is eddsa-rdfc-2022, eddsa-jcs-2022, ecdsa-rdfc-2019, ecdsa-jcs-2019, ecdsa-sd-2023,
      bbs-2023, vc-jwt or sd-jwt-vc; CURVE is Ed25519, P-256, P-384 or BLS12-381; ALG is EdDSA, ES256, ES384,
      RS256 or BBS.
      --status     lets its credentials be revoked and suspended

                  issuer rotate-key --issuer ID [--compromised-since TIME] [--key NUMBER]
                                    [--reason TEXT] [--json]
      Makes a new key with which the issuer signs from now on. What the old one signed stays good.
      --compromised-since  the key is in other hands since then (UTC): what it signed since is
                           good no more, and what it signed before only where the issue log shows it
      --key                a key that was retired before, to report that it is in other hands`

const HELP = [
  'skills-passport: issue and verify credentials of skills and qualifications',
  VERIFY,
  BAKE,
  UNBAKE,
  RECEIPT,
  TRUST,
  ISSUER,
  '  skills-passport --help | COMMAND --help | --version',
].join('\n\n')

/** What each command does, for `COMMAND --help`. */
const HELP_OF: Readonly<Record<string, string>> = {
  verify: VERIFY,
  bake: BAKE,
  unbake: UNBAKE,
  receipt: RECEIPT,
  trust: TRUST,
  issuer: ISSUER,
}

const isHelp = (word: string) => word === '--help' || word === '-h'

/** Runs one command, and loads only that one; answers its exit code. */
export async function run(words: readonly string[], terminal: Terminal): Promise<number> {
  const [first, second, ...rest] = words
  const help = first !== undefined && Object.hasOwn(HELP_OF, first) ? HELP_OF[first] : undefined
  if (help !== undefined && words.some(isHelp)) {
    terminal.print(help)
    return EXIT.accepted
  }
  if (first === 'verify') {
    const { verifyCommand } = await import('./verify.ts')
    return verifyCommand(words.slice(1), terminal)
  }
  if (first === 'bake' || first === 'unbake') {
    const { bakeCommand, unbakeCommand } = await import('./bake.ts')
    return (first === 'bake' ? bakeCommand : unbakeCommand)(words.slice(1), terminal)
  }
  if (first === 'receipt') {
    const { receiptCommand } = await import('./receipt.ts')
    return receiptCommand(words.slice(1), terminal)
  }
  if (first === 'trust' && second === 'check') {
    const { trustCheckCommand } = await import('./trust-check.ts')
    return trustCheckCommand(rest, terminal)
  }
  if (first === 'issuer' && second === 'create') {
    const { createIssuerCommand } = await import('./issuer-create.ts')
    return createIssuerCommand(rest, terminal)
  }
  if (first === 'issuer' && second === 'rotate-key') {
    const { rotateKeyCommand } = await import('./issuer-rotate-key.ts')
    return rotateKeyCommand(rest, terminal)
  }
  if (first !== undefined && (isHelp(first) || first === 'help')) {
    terminal.print(HELP)
    return EXIT.accepted
  }
  if (first === '--version' || first === '-v') {
    terminal.print(VERSION)
    return EXIT.accepted
  }
  const what = first === undefined ? 'No command was given.' : `There is no command "${words.slice(0, 2).join(' ')}".`
  terminal.complain(`${what}\n\n${HELP}`)
  return EXIT.wrongUse
}
