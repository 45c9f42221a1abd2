import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { preparePages } from '../../server/tsx.ts'

/** `npm run badges`: writes a good and a bad example of every form in which a badge arrives, signed with new keys. */
await preparePages()
const { FORMS } = await import('./forms.ts')

const folder = join(import.meta.dirname, '..', '..', 'examples', 'badges')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
for (const form of FORMS) {
  const { name, ending } = form
  const made = await form.make()
  for (const kind of ['good', 'bad'] as const) writeFileSync(join(folder, `${name}.${kind}.${ending}`), made[kind])
}
