import { expect, test } from '@jest/globals'
import { z } from 'zod'
import { readSettings, SETTINGS } from '#server'

const schema = z.object({
  ISSUER_PORT: SETTINGS.port(4001),
  ISSUER_URL: SETTINGS.url('http://localhost:4001'),
  HOST: SETTINGS.HOST,
  DATA_DIR: SETTINGS.DATA_DIR,
  DATABASE_URL: SETTINGS.DATABASE_URL,
  SMTP_URL: SETTINGS.SMTP_URL,
  MAIL_FROM: SETTINGS.MAIL_FROM,
  ALLOW_LOOPBACK_FETCH: SETTINGS.ALLOW_LOOPBACK_FETCH,
  STATUS_MAX_AGE: SETTINGS.STATUS_MAX_AGE,
  TRUST_LISTS: SETTINGS.TRUST_LISTS,
  OUTBOX: SETTINGS.OUTBOX,
  TRUST_PROXY: SETTINGS.TRUST_PROXY,
})

test('everything works when it is absent or empty, and nothing insecure is a default', () => {
  const settings = readSettings(schema, { PATH: '/bin', ISSUER_PORT: '', TRUST_LISTS: ' ' })
  expect(settings).toMatchObject({
    ISSUER_PORT: 4001,
    ISSUER_URL: 'http://localhost:4001',
    HOST: '127.0.0.1',
    DATA_DIR: 'data',
    ALLOW_LOOPBACK_FETCH: false,
    OUTBOX: false,
    STATUS_MAX_AGE: 60,
    TRUST_LISTS: [],
  })
  expect(settings.DATABASE_URL).toBeUndefined()
})

test('reads what is set', () => {
  const settings = readSettings(schema, {
    ISSUER_PORT: '80',
    ISSUER_URL: 'https://issuer.example/',
    ALLOW_LOOPBACK_FETCH: '1',
    STATUS_MAX_AGE: '1',
    TRUST_LISTS: 'https://a.example/list did:web:a.example, https://b.example/list did:key:z6Mk',
    TRUST_PROXY: '1',
  })
  expect(settings).toMatchObject({ ISSUER_PORT: 80, ISSUER_URL: 'https://issuer.example', ALLOW_LOOPBACK_FETCH: true })
  expect(settings.STATUS_MAX_AGE).toBe(1)
  expect(settings.TRUST_PROXY).toBe(1)
  expect(settings.TRUST_LISTS).toEqual([
    { url: 'https://a.example/list', did: 'did:web:a.example' },
    { url: 'https://b.example/list', did: 'did:key:z6Mk' },
  ])
})

test.each([
  ['ISSUER_PORT', '65536'],
  ['ISSUER_PORT', '80a'],
  ['ISSUER_PORT', '0'],
  ['ISSUER_URL', 'issuer.example'],
  ['ISSUER_URL', 'https://issuer.example/path'],
  ['DATABASE_URL', 'mysql://db'],
  ['SMTP_URL', 'http://mail'],
  ['MAIL_FROM', 'nobody'],
  ['ALLOW_LOOPBACK_FETCH', 'true'],
  ['STATUS_MAX_AGE', '-1'],
  ['TRUST_LISTS', 'https://a.example/list'],
  ['TRUST_LISTS', 'https://a.example/list did:web:a more'],
])('refuses %s=%s and names it without its value', (name, value) => {
  let message = ''
  try {
    readSettings(schema, { [name]: value })
  } catch (error) {
    expect(error).toMatchObject({ code: 'settings.invalid' })
    message = String(error)
  }
  expect(message).toContain(`Wrong settings: ${name} must be`)
  expect(message).not.toContain(value)
})

test('names all that are wrong at once', () => {
  expect(() => readSettings(schema, { ISSUER_PORT: 'x', OUTBOX: 'yes' })).toThrow(/ISSUER_PORT .*; OUTBOX /)
})
