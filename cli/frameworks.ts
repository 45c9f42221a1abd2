import { parseArgs } from 'node:util'
import { parseJsonObject } from '#platform'
import { bundledPackages, CASE_LIMITS, type Dropped, isCaseKind, readCase, writeCase } from '#skills'
import { readNamed, writeNamed } from './files.ts'
import { complainOf, EXIT, plain, type Terminal, WrongUse } from './terminal.ts'

/** Where the wallet is unless somebody says otherwise. */
const WALLET = 'http://localhost:4002'

/** `skills-passport frameworks export`: writes a framework as CASE 1.1; without an id, lists those that there are. */
export async function exportFrameworkCommand(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const { names, out, url = WALLET } = parse(words)
    const [id, ...more] = names
    const known = bundledPackages().filter(isCaseKind)
    if (id === undefined) {
      for (const one of known) terminal.print(`${one.id}  ${one.version}  ${one.kind}`)
      return EXIT.accepted
    }
    const found = known.find((one) => one.id === id)
    if (found === undefined || more.length > 0) {
      throw new WrongUse(`Name one framework: ${known.map((one) => one.id).join(', ')}.`)
    }
    if (!URL.canParse(url)) throw new WrongUse('--url must be an address like https://wallet.example.')
    const framework = writeCase(found, { baseUrl: url, at: new Date() })
    await writeNamed(out, new TextEncoder().encode(`${JSON.stringify(framework, null, 2)}\n`), terminal)
    return EXIT.accepted
  } catch (error) {
    return complainOf(error, false, terminal)
  }
}

/** `skills-passport frameworks import`: makes a package of a CASE framework, and names what has no place in it. */
export async function importFrameworkCommand(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const { names, out, id } = parse(words)
    const [file, ...more] = names
    if (file === undefined || more.length > 0) {
      throw new WrongUse('Name one file: skills-passport frameworks import FILE [--id ID] [-o OUT]')
    }
    const framework = parseJsonObject(await readNamed(file, terminal), CASE_LIMITS)
    const { package: made, value, dropped } = readCase(framework, id === undefined ? {} : { id })
    await writeNamed(out, new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`), terminal)
    terminal.complain(`${made.id} ${made.version}, of the kind ${made.kind}.`)
    for (const line of dropped.map(droppedLine)) terminal.complain(line)
    if (dropped.length === 0) terminal.complain('Nothing was left out.')
    return EXIT.accepted
  } catch (error) {
    return complainOf(error, false, terminal)
  }
}

function droppedLine({ what, count, names }: Dropped): string {
  const more = count > names.length ? `, and ${count - names.length} more` : ''
  return plain(`Left out, ${count}: ${what}, of ${names.join(', ')}${more}.`)
}

function parse(words: readonly string[]) {
  try {
    const options = {
      out: { type: 'string', short: 'o' },
      url: { type: 'string' },
      id: { type: 'string' },
    } as const
    const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options })
    return { names: positionals, ...values }
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error))
  }
}
