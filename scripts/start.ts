import { setTimeout as sleep } from 'node:timers/promises'
import { preparePages } from '../server/tsx.ts'

// Documents from outside cannot then reach every object's prototype by that name.
Reflect.deleteProperty(Object.prototype, '__proto__')

const [{ stopOnSignal }, { PassportError }] = await Promise.all([
  import('#server'),
  import('#platform'),
  import('#storage'),
  import('#keys'),
  preparePages(),
])
const { localSettings, startServices } = await import('./services.ts')

/** How long stopping waits for what was begun after `ready`. */
const PATIENCE_MS = 1_000

const HOW_TO_BEGIN = [
  '',
  'Nobody issues here yet. Make the first issuer, and the sign-in link of its first staff account, with:',
  '  npx skills-passport issuer create --name "Your college" --did web --suite eddsa-rdfc-2022 --status',
  '',
]

/** `npm start`: the three services in one process, with the demonstration where there is nothing yet. */
try {
  const services = await startServices(localSettings(process.env))
  const { issuer, wallet, verifier, links, isEmpty } = services
  // What waits until after `ready` ends before the databases close.
  const completed = Promise.withResolvers<void>()
  const finish = () => Promise.race([completed.promise, sleep(PATIENCE_MS)])
  stopOnSignal(() => finish().then(() => services.stop()), issuer.parts.log)
  const lines = [
    `issuer ${issuer.url}`,
    `wallet ${wallet.url}`,
    `verifier ${verifier.url}`,
    ...Object.entries(links ?? {}).map(([name, url]) => `${name} ${url}`),
    ...(isEmpty ? HOW_TO_BEGIN : []),
    'ready',
  ]
  console.log(lines.join('\n'))
  await services.complete().finally(() => completed.resolve())
} catch (error) {
  // A wrong setting, a port in use or a folder that cannot be written is for whoever starts it to put right.
  if (!(error instanceof PassportError)) throw error
  console.error(error.message)
  process.exit(1)
}
