import { afterEach, expect, test } from '@jest/globals'
import { createMail, type KeptMessage, type Outbox, outboxRoutes } from '#server'
import { type Peer, tcpPeer } from './hostile.ts'
import { startToy } from './toy.ts'

const peers: Peer[] = []
afterEach(async () => {
  for (const peer of peers.splice(0)) await peer.close()
})

function memoryOutbox(): Outbox & { rows: KeptMessage[] } {
  const rows: KeptMessage[] = []
  return {
    rows,
    keep: async (message, now) => {
      const id = `m${rows.length}`
      rows.push({ id, ...message, createdAt: now.toISOString() })
      return id
    },
    list: async () => rows,
    find: async (id) => rows.find((row) => row.id === id),
  }
}

/** A mail server (RFC 5321) that takes everything, or nothing, and remembers what it was told. */
async function mailServer(accepts: boolean): Promise<{ url: string; lines: string[] }> {
  const lines: string[] = []
  const peer = await tcpPeer((socket) => {
    let isContent = false
    let rest = ''
    socket.write('220 test\r\n')
    socket.on('data', (chunk) => {
      const parts = (rest + chunk.toString()).split('\r\n')
      rest = parts.pop() ?? ''
      for (const line of parts) {
        lines.push(line)
        if (isContent) {
          if (line !== '.') continue
          isContent = false
          socket.write('250 ok\r\n')
        } else if (line === 'DATA') {
          isContent = true
          socket.write('354 go on\r\n')
        } else if (line.startsWith('RCPT') && !accepts) socket.write('550 no\r\n')
        else if (line === 'QUIT') socket.end('221 bye\r\n')
        else socket.write('250 ok\r\n')
      }
    })
  })
  peers.push(peer)
  return { url: `smtp://127.0.0.1:${peer.port}`, lines }
}

const message = { to: 'ann@example.org', subject: 'Your credential', text: 'Here it is.', html: '<p>Here it is.</p>' }

test('without a mail server a message is kept', async () => {
  const outbox = memoryOutbox()
  await createMail({ smtpUrl: undefined, from: 'a@example.org', outbox }).send(message)
  expect(outbox.rows).toEqual([{ id: 'm0', ...message, createdAt: expect.any(String) }])
})

test('with one it is sent to exactly one address, as text and HTML', async () => {
  const { url, lines } = await mailServer(true)
  const outbox = memoryOutbox()
  const mail = createMail({ smtpUrl: url, from: 'passport@example.org', outbox })
  await mail.send(message)
  mail.close()
  expect(lines.filter((line) => line.startsWith('RCPT'))).toEqual(['RCPT TO:<ann@example.org>'])
  expect(lines).toContain('From: passport@example.org')
  expect(lines.join('\n')).toMatch(/text\/plain[\s\S]*Here it is\.[\s\S]*text\/html/)
  expect(outbox.rows).toEqual([])
})

test('a subject cannot begin another header, whatever name is in it', async () => {
  const { url, lines } = await mailServer(true)
  const mail = createMail({ smtpUrl: url, from: 'passport@example.org', outbox: memoryOutbox() })
  await mail.send({ ...message, subject: 'For Ann\r\nBcc: eve@example.org\r\n\r\nHello' })
  mail.close()
  expect(lines.filter((line) => /^bcc:/i.test(line))).toEqual([])
  expect(lines.filter((line) => line.startsWith('RCPT'))).toHaveLength(1)
})

test.each([
  'ann@example.org, eve@example.org',
  'ann@example.org\r\nRCPT TO:<eve@example.org>',
  '"ann@evil.example"@example.org',
  'Ann <ann@example.org>',
])('refuses the address %j', async (to) => {
  const { url, lines } = await mailServer(true)
  const mail = createMail({ smtpUrl: url, from: 'passport@example.org', outbox: memoryOutbox() })
  await expect(mail.send({ ...message, to })).rejects.toMatchObject({ code: 'request.invalid' })
  expect(lines).toEqual([])
  mail.close()
})

test('says so when the mail server does not take it', async () => {
  const { url } = await mailServer(false)
  const mail = createMail({ smtpUrl: url, from: 'passport@example.org', outbox: memoryOutbox() })
  await expect(mail.send(message)).rejects.toMatchObject({ code: 'mail.failed' })
  mail.close()
})

test('the outbox lists and shows what was kept', async () => {
  const outbox = memoryOutbox()
  await outbox.keep(message, new Date())
  const page = (messages: readonly KeptMessage[]) => messages.map(({ subject }) => subject).join()
  const toy = await startToy({ routes: outboxRoutes(outbox, page) })
  expect(await (await fetch(`${toy.url}/outbox`)).text()).toBe('Your credential')
  expect(await (await fetch(`${toy.url}/outbox/m0`)).text()).toBe('Your credential')
  expect((await fetch(`${toy.url}/outbox/m1`)).status).toBe(404)
  await toy.stop()
})
