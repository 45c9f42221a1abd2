import { parseArgs } from 'node:util'
import { bakeImage, readBakedImage } from '#credential'
import { decodeUtf8 } from '#platform'
import { readNamed, writeNamed } from './files.ts'
import { complainOf, EXIT, plain, type Terminal, WrongUse } from './terminal.ts'

/** `skills-passport bake`: puts a credential into a picture (Open Badges 3.0 §5.3.3). It signs nothing and checks nothing. */
export async function bakeCommand(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const { names, out } = parse(words)
    const [image, credential, ...more] = names
    if (image === undefined || credential === undefined || more.length > 0) {
      throw new WrongUse('Name a picture and a credential: skills-passport bake IMAGE CREDENTIAL [-o OUT]')
    }
    const picture = await readNamed(image, terminal)
    const text = decodeUtf8(await readNamed(credential, terminal))
    await writeNamed(out, bakeImage(picture, text), terminal)
    return EXIT.accepted
  } catch (error) {
    return complainOf(error, false, terminal)
  }
}

/** `skills-passport unbake`: takes out of a picture the text that is in it, of either generation. */
export async function unbakeCommand(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const { names, out } = parse(words)
    const [image, ...more] = names
    if (image === undefined || more.length > 0) {
      throw new WrongUse('Name one picture: skills-passport unbake IMAGE [-o OUT]')
    }
    const { text } = readBakedImage(await readNamed(image, terminal))
    if (out === undefined) terminal.print(terminal.isTerminal ? plain(text) : text)
    else await writeNamed(out, new TextEncoder().encode(text), terminal)
    return EXIT.accepted
  } catch (error) {
    return complainOf(error, false, terminal)
  }
}

function parse(words: readonly string[]): { names: string[]; out: string | undefined } {
  try {
    const options = { out: { type: 'string', short: 'o' } } as const
    const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options })
    return { names: positionals, out: values.out }
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error))
  }
}
