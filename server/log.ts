import { types } from 'node:util'
import { type DestinationStream, pino } from 'pino'
import { PassportError } from '#platform'

/** All that a log line may carry: ids, codes and figures. Whatever else is handed over is left out. */
export interface LogFields {
  id?: string
  code?: string
  method?: string
  /** The route as the table writes it, never the address itself: that may hold a token. */
  route?: string
  status?: number
  milliseconds?: number
  count?: number
  kind?: string
  attempt?: number
  port?: number
  /** Where in an operator's own file, as a JSON Pointer. */
  place?: string
}

const ALLOWED = [
  'id',
  'code',
  'method',
  'route',
  'status',
  'milliseconds',
  'count',
  'kind',
  'attempt',
  'port',
  'place',
] as const

export interface Log {
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  /** The error's class, code and place are written, its message only at level `debug`: it may quote what was sent. */
  error(event: string, error: unknown, fields?: LogFields): void
}

/** One JSON object a line, on the standard error stream unless a destination is given. */
export function createLog({
  service,
  level = 'info',
  destination = pino.destination({ dest: 2, sync: true }),
}: {
  service: string
  level?: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  destination?: DestinationStream
}): Log {
  const logger = pino(
    {
      level,
      base: { service },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ['*.email', '*.token', '*.authorization', '*.cookie'],
    },
    destination,
  )
  return {
    info: (event, fields) => logger.info(allowed(fields), event),
    warn: (event, fields) => logger.warn(allowed(fields), event),
    error: (event, error, fields) =>
      logger.error({ ...allowed(fields), error: describe(error, level === 'debug') }, event),
  }
}

function allowed(fields: LogFields = {}): LogFields {
  return Object.fromEntries(ALLOWED.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]]))
}

function describe(error: unknown, withMessage: boolean, depth = 0): object {
  if (!types.isNativeError(error)) return { name: typeof error }
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
  return {
    name: error.name,
    ...(error instanceof PassportError || withMessage ? { message: error.message } : {}),
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    at: at.map((line) => line.trim()),
    ...(error.cause !== undefined && depth < 3 ? { cause: describe(error.cause, withMessage, depth + 1) } : {}),
  }
}
