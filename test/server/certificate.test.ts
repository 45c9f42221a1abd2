import { readFileSync } from 'node:fs'
import { request } from 'node:https'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { listen, readCertificate } from '#server'

const FOLDER = join(import.meta.dirname, '..', 'certificate')
const CERT = join(FOLDER, 'localhost.pem')
const KEY = join(FOLDER, 'localhost.key')

/** Asks over HTTPS and trusts that certificate alone. */
function ask(port: number): Promise<{ status: number | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    const asking = request({ host: 'localhost', port, path: '/', ca: readFileSync(CERT) }, (answer) => {
      let body = ''
      answer.on('data', (chunk: Buffer) => {
        body += chunk.toString()
      })
      answer.on('end', () => resolve({ status: answer.statusCode, body }))
    })
    asking.on('error', reject).end()
  })
}

test('a service that is given a certificate speaks HTTPS', async () => {
  const place = { host: 'localhost', port: 0, certificate: readCertificate(CERT, KEY) }
  const listening = await listen((_, answer) => answer.end('here'), place)
  const { port, url } = listening
  try {
    expect(url).toBe(`https://localhost:${port}`)
    expect(await ask(port)).toEqual({ status: 200, body: 'here' })
    await expect(fetch(`http://localhost:${port}`)).rejects.toThrow()
  } finally {
    await listening.stop()
  }
})

test('without one, a proxy in front does', () => {
  expect(readCertificate(undefined, undefined)).toBeUndefined()
})

test.each([
  ['a certificate without its key', CERT, undefined],
  ['a key without its certificate', undefined, KEY],
  ['a file that is not there', CERT, join(FOLDER, 'nobody.key')],
  ['a file that holds something else', KEY, KEY],
])('%s stops the start', (_, cert, key) => {
  expect(() => readCertificate(cert, key)).toThrow(expect.objectContaining({ code: 'settings.invalid' }))
})
