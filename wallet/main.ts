import { preparePages } from '../server/tsx.ts'

// Documents from outside cannot then reach every object's prototype by that name.
Reflect.deleteProperty(Object.prototype, '__proto__')

const [{ stopOnSignal }, { PassportError }] = await Promise.all([
  import('#server'),
  import('#platform'),
  preparePages(),
])
const { startWallet } = await import('./start.ts')

try {
  const service = await startWallet(process.env)
  stopOnSignal(() => service.stop(), service.parts.log)
  console.log(`wallet ${service.url}\nready`)
} catch (error) {
  // A wrong setting or a port in use is the operator's to put right: a sentence serves better than a stack.
  if (!(error instanceof PassportError)) throw error
  console.error(error.message)
  process.exit(1)
}
