import '../server/tsx.ts'

// Documents from outside cannot then reach every object's prototype by that name.
Reflect.deleteProperty(Object.prototype, '__proto__')

const [{ startWallet }, { stopOnSignal }, { PassportError }] = await Promise.all([
  import('./start.ts'),
  import('#server'),
  import('#platform'),
])

try {
  const { url, parts, stop } = await startWallet(process.env)
  stopOnSignal(stop, parts.log)
  console.log(`wallet ${url}`)
} catch (error) {
  if (!(error instanceof PassportError)) throw error
  console.error(error.message)
  process.exit(1)
}
