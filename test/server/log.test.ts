import { EventEmitter } from 'node:events'
import { expect, test } from '@jest/globals'
import { PassportError } from '#platform'
import { createLog, stopOnSignal } from '#server'

function capture(level: 'info' | 'debug' = 'info') {
  const lines: string[] = []
  return {
    lines,
    log: createLog({ service: 'toy', level, destination: { write: (line: string) => void lines.push(line) } }),
  }
}

test('a line holds what is allowed and nothing else', () => {
  const { lines, log } = capture()
  const fields = { id: 'c1', status: 200, email: 'ann@example.org', token: 'secret' }
  log.info('issued', fields)
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    level: 30,
    time: expect.any(String),
    service: 'toy',
    id: 'c1',
    status: 200,
    msg: 'issued',
  })
})

test('an error is written without its message, a known one with it', () => {
  const { lines, log } = capture()
  log.error('failed', new Error('duplicate key (email)=(ann@example.org)'))
  log.error('failed', new PassportError('storage.full', 'The disk is full.', { cause: new Error('ann@example.org') }))
  expect(lines.join('')).not.toContain('ann@')
  expect(lines[0]).toContain('log.test.ts')
  expect(JSON.parse(lines[1] ?? '').error).toMatchObject({ code: 'storage.full', message: 'The disk is full.' })
})

test('one event is one line, whatever is in it', () => {
  const { lines, log } = capture()
  log.info('a\n{"level":60,"msg":"forged"}', { code: 'x\r\ny' })
  expect(lines).toHaveLength(1)
  expect(lines[0]?.trimEnd()).not.toMatch(/[\r\n]/)
})

/** As much of a process as is needed to stop it. */
function fakeProcess() {
  const exits: unknown[] = []
  const host = Object.assign(new EventEmitter(), { exit: (code: number) => void exits.push(code) })
  return { host: host as unknown as NodeJS.Process, exits }
}

test('a signal stops once and leaves with 0', async () => {
  const { host, exits } = fakeProcess()
  let stops = 0
  stopOnSignal(async () => void stops++, capture().log, host)
  host.emit('SIGTERM', 'SIGTERM')
  await new Promise((resolve) => setImmediate(resolve))
  expect({ stops, exits }).toEqual({ stops: 1, exits: [0] })
})

test('what fails to stop leaves with 1', async () => {
  const { host, exits } = fakeProcess()
  stopOnSignal(() => Promise.reject(new Error('no')), capture().log, host)
  host.emit('SIGINT', 'SIGINT')
  await new Promise((resolve) => setImmediate(resolve))
  expect(exits).toEqual([1])
})

test('a second signal does not wait', () => {
  const { host, exits } = fakeProcess()
  stopOnSignal(() => new Promise(() => undefined), capture().log, host)
  host.emit('SIGINT', 'SIGINT')
  host.emit('SIGINT', 'SIGINT')
  expect(exits).toEqual([1])
})
