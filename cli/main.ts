#!/usr/bin/env node
import '../server/tsx.ts'

// Documents from outside cannot then reach every object's prototype by that name.
Reflect.deleteProperty(Object.prototype, '__proto__')

const { run } = await import('./run.ts')

process.exitCode = await run(process.argv.slice(2), {
  environment: process.env,
  folder: process.cwd(),
  isTerminal: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
  input: () => process.stdin,
  write: (bytes) => process.stdout.write(bytes),
  print: (text) => process.stdout.write(`${text}\n`),
  complain: (text) => process.stderr.write(`${text}\n`),
})
