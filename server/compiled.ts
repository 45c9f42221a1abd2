import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

/** What was compiled once, types taken out, is read the next time. Where it cannot be kept, it is not. */
export function keepCompiled(): void {
  enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'skills-passport'))
}
