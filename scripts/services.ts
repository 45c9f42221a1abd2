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

/** What makes three services on one machine work together at once; whatever is set otherwise wins. */
export function localSettings(given: Environment): Environment {
  const local = (port: string | undefined, fallback: string) => `http://localhost:${port ?? fallback}`
  return {
    ALLOW_LOOPBACK_FETCH: '1',
    STATUS_MAX_AGE: '1',
    OUTBOX: '1',
    LOG_LEVEL: 'warn',
    ISSUER_URL: local(given.ISSUER_PORT, '4001'),
    WALLET_URL: local(given.WALLET_PORT, '4002'),
    VERIFIER_URL: local(given.VERIFIER_PORT, '4003'),
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== '')),
  }
}

/**
 * Starts the issuer, then the wallet and the verifier. An empty issuer gets the demonstration unless `DEMO` is 0; what
 * is there already is left as it is, and links to it are made anew. If one cannot start, none stays running.
 */
export async function startServices(environment: Environment): Promise<Services> {
  // The look is bundled in a process of its own while the rest is read.
  void import('#web').then(({ assets }) => assets()).catch(() => undefined)
  const [{ startIssuer }, { startWallet }, { startVerifier }, demonstration] = await Promise.all([
    import('../issuer/start.ts'),
    import('../wallet/start.ts'),
    import('../verifier/start.ts'),
    import('./demonstration.ts'),
  ])
  const issuer = await startIssuer(environment)
  const started: { stop(): Promise<void> }[] = [issuer]
  const stop = async () => void (await Promise.all(started.map((service) => service.stop())))
  try {
    const found = await demonstration.findDemonstration(issuer.parts)
    const begins = found === 'begun' || (found === 'empty' && environment.DEMO !== '0')
    const wanted = begins || found === 'demonstration'
    const trusted = wanted ? demonstration.registerOf(issuer.url) : undefined
    const settings = { TRUST_LISTS: trusted, ...environment }
    const others = await Promise.allSettled([
      startWallet(settings).then((wallet) => keep(wallet, started)),
      startVerifier(settings).then((verifier) => keep(verifier, started)),
    ])
    const [wallet, verifier] = others
    if (wallet.status === 'rejected') throw wallet.reason
    if (verifier.status === 'rejected') throw verifier.reason
    const links = wanted ? await demonstration.openDemonstration(found, issuer.parts, wallet.value.parts) : undefined
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
