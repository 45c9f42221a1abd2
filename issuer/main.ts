import '../server/tsx.ts'

// Nothing that reads a document can reach a prototype by way of this property.
Reflect.deleteProperty(Object.prototype, '__proto__')

const { PassportError } = await import('#platform')
const { stopOnSignal } = await import('#server')
const { startIssuer } = await import('./start.ts')

try {
  const issuer = await startIssuer(process.env)
  stopOnSignal(() => issuer.stop(), issuer.parts.log)
  process.stdout.write(`issuer ${issuer.url}\nready\n`)
} catch (error) {
  // A wrong setting or a port in use is the operator's to put right: a sentence serves better than a stack.
  if (!(error instanceof PassportError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
