import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'

/** Figures of one service, for Prometheus. No label ever names a person, a token or an address. */
export interface Metrics {
  contentType: string
  text(): Promise<string>
  /** One answered request, by the route as the table writes it. */
  request(labels: { method: string; route: string; status: number }, seconds: number): void
  /** One more piece of the service's own work: `outcome('issue', 'ok')`. */
  outcome(work: string, outcome: string): void
}

/** Starts counting for one service. `process: false` leaves out the figures of the process itself. */
export function createMetrics(service: string, { process = true }: { process?: boolean } = {}): Metrics {
  const registry = new Registry()
  registry.setDefaultLabels({ service })
  if (process) collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer a request, by route.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  const outcomes = new Counter({
    name: 'passport_outcomes_total',
    help: 'What the service did, and how it ended.',
    labelNames: ['work', 'outcome'],
    registers: [registry],
  })
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    request: ({ method, route, status }, seconds) => durations.observe({ method, route, status }, seconds),
    outcome: (work, outcome) => outcomes.inc({ work, outcome }),
  }
}
