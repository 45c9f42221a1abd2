import { z } from 'zod'
import { readSettings, SETTINGS } from '#server'
import type { Verifier } from '../verifier/start.ts'
import type { Links } from './demonstration.ts'

type Environment = Readonly<Record<string, string | undefined>>
type Issuer = Awaited<ReturnType<typeof import('../issuer/start.ts').startIssuer>>
type Wallet = Awaited<ReturnType<typeof import('../wallet/start.ts').startWallet>>

/** The three services in one process, with what to show people first. */
export interface Services {
  issuer: Issuer
  wallet: Wallet
  verifier: Verifier
  /** Present where the data is the demonstration's. */
  links: Links | undefined
  /** Loads what of the demonstration can wait until people have their links. */
  complete(): Promise<void>
  /** Whether anyone issues here yet. */
  isEmpty: boolean
  stop: () => Promise<void>
}

/** Where the three are found; a wrong one is named before any of them starts. */
const ports = z.object({
  ISSUER_PORT: SETTINGS.port(4001),
  WALLET_PORT: SETTINGS.port(4002),
  VERIFIER_PORT: SETTINGS.port(4003),
})

/** The settings of `npm start` itself. */
export const startSettings = z.object({ DEMO: SETTINGS.DEMO })

/** What makes three services on one machine work together at once; whatever is set otherwise wins. */
export function localSettings(given: Environment): Environment {
  const { ISSUER_PORT, WALLET_PORT, VERIFIER_PORT } = readSettings(ports, given)
  const local = (port: number) => `http://localhost:${port}`
  return {
    ALLOW_LOOPBACK_FETCH: '1',
    STATUS_MAX_AGE: '1',
    OUTBOX: '1',
    LOG_LEVEL: 'warn',
    ISSUER_URL: local(ISSUER_PORT),
    WALLET_URL: local(WALLET_PORT),
    VERIFIER_URL: local(VERIFIER_PORT),
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== '')),
  }
}

/**
 * Starts the issuer, then the wallet and the verifier. An empty issuer gets the demonstration unless `DEMO` is 0; what
 * is there already is left as it is, and links to it are made anew. If one cannot start, none stays running.
 */
export async function startServices(environment: Environment): Promise<Services> {
  const { DEMO: withDemonstration } = readSettings(startSettings, environment)
  // The look is bundled in a process of its own while the rest is read.
  void import('#web').then(({ assets }) => assets()).catch(() => undefined)
  const [{ startIssuer }, { startWallet }, { startVerifier }, demonstration, passports] = await Promise.all([
    import('../issuer/start.ts'),
    import('../wallet/start.ts'),
    import('../verifier/start.ts'),
    import('./demonstration.ts'),
    import('./passports.ts'),
  ])
  const found = await demonstration.findDemonstration(environment)
  const begins = found === 'begun' || (found === 'empty' && withDemonstration)
  const wanted = begins || found === 'demonstration'
  const settings = wanted ? { TRUST_LISTS: demonstration.registerOf(environment), ...environment } : environment
  const { people, institutions } = wanted ? passports.examplePassports() : { people: [], institutions: [] }
  const issuer = await startIssuer(settings)
  const started: { stop(): Promise<void> }[] = [issuer]
  const stop = async () => void (await Promise.all(started.map((service) => service.stop())))
  try {
    const others = await Promise.allSettled([
      startWallet(settings, { examples: people }).then((wallet) => keep(wallet, started)),
      startVerifier(settings).then((verifier) => keep(verifier, started)),
    ])
    const [wallet, verifier] = others
    if (wallet.status === 'rejected') throw wallet.reason
    if (verifier.status === 'rejected') throw verifier.reason
    const links = wanted
      ? await demonstration.openDemonstration(found, {
          issuer: issuer.parts,
          wallet: wallet.value.parts,
          institutions,
        })
      : undefined
    const isEmpty = found === 'empty' && !wanted
    const complete = async () => (begins ? demonstration.completeDemonstration(issuer.parts) : undefined)
    return { issuer, wallet: wallet.value, verifier: verifier.value, links, isEmpty, complete, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function keep<T extends { stop(): Promise<void> }>(service: T, started: { stop(): Promise<void> }[]): T {
  started.push(service)
  return service
}
