import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { preparePages } from '../../server/tsx.ts'

/**
 * `npm run passports`: makes the example passports, each as its holder would save it from the wallet, signed with new keys.
 * The README beside them stays.
 */
await preparePages()
const { makePassports } = await import('./passports.ts')

const folder = join(import.meta.dirname, '..', '..', 'examples', 'passports')
mkdirSync(folder, { recursive: true })
const { files, index } = await makePassports()
for (const [name, bytes] of files) {
  rmSync(join(folder, name), { force: true })
  writeFileSync(join(folder, name), bytes)
}
writeFileSync(join(folder, 'index.json'), `${JSON.stringify(index, null, 2)}\n`)
