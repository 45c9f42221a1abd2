import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, expect, test } from '@jest/globals'
import { createFetch, type FetchRequest, isPublicAddress } from '#server'
import { httpPeer, httpsPeer, type Peer, tcpPeer } from './hostile.ts'

const peers: Peer[] = []
afterEach(async () => {
  for (const peer of peers.splice(0)) await peer.close()
})

async function start<P extends Peer>(starting: Promise<P>): Promise<P> {
  const peer = await starting
  peers.push(peer)
  return peer
}

const REQUEST: FetchRequest = { accept: 'application/json', maxBytes: 256 * 1024 }
const local = createFetch({ allowLoopback: true })

/** The code and the words with which a fetch was refused. */
async function refusal(fetching: Promise<unknown>): Promise<{ code?: string; message?: string }> {
  try {
    await fetching
  } catch (error) {
    return error as Error & { code: string }
  }
  return {}
}

const answered = (addresses: string[]) => async () =>
  addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))

const SPECIAL = [
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '100.127.255.255',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.1',
  '192.0.2.1',
  '192.88.99.1',
  '192.168.1.1',
  '198.18.0.1',
  '198.19.255.255',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '239.255.255.255',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  'fc00::1',
  'fdff::1',
  'fe80::1',
  'fec0::1',
  'ff02::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::1',
  '100::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '3fff::1',
  '5f00::1',
]

test.each(SPECIAL)('F-01: a name that leads to %s is not fetched', async (address) => {
  expect(isPublicAddress(address)).toBe(false)
  const fetch = createFetch({ allowLoopback: false, lookup: answered([address]) })
  expect(await refusal(fetch('https://issuer.example/did.json', REQUEST))).toMatchObject({ code: 'fetch.blocked' })
})

test.each([
  '1.1.1.1',
  '8.8.8.8',
  '100.63.255.255',
  '172.32.0.1',
  '198.20.0.1',
  '2606:4700::1',
  '2a00:1450::1',
])('%s is a public address', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

test('F-02: a name is resolved once, and a second answer would not be used', async () => {
  const answers = [['192.0.2.1'], ['127.0.0.1']]
  let asked = 0
  const lookup = async () => answered(answers[asked++] ?? [])()
  const fetch = createFetch({ allowLoopback: true, lookup })
  expect(await refusal(fetch('https://rebinding.example/', REQUEST))).toMatchObject({ code: 'fetch.blocked' })
  expect(asked).toBe(1)
})

test('F-02: the connection goes to an address that was checked', async () => {
  const peer = await start(httpPeer((_request, response) => response.end('{}')))
  let asked = 0
  const lookup = () => {
    asked++
    return answered(['192.0.2.1'])()
  }
  const fetch = createFetch({ allowLoopback: true, lookup })
  // A loopback name never reaches the resolver, so nobody can say that it is elsewhere.
  expect((await fetch(`http://issuer.localhost:${peer.port}/`, REQUEST)).status).toBe(200)
  expect(asked).toBe(0)
})

test.each([
  [['93.184.215.14', '127.0.0.1']],
  [['2606:4700::1', 'fe80::1']],
])('F-03: one private address among public ones refuses them all (%s)', async (addresses) => {
  const fetch = createFetch({ allowLoopback: false, lookup: answered(addresses) })
  expect(await refusal(fetch('https://mixed.example/', REQUEST))).toMatchObject({ code: 'fetch.blocked' })
})

test.each([
  ['http', 'http://issuer.example/'],
  ['another port', 'https://issuer.example:8443/'],
  ['port 22', 'https://issuer.example:22/'],
  ['a user name', 'https://user:secret@issuer.example/'],
  ['a file', 'file:///etc/passwd'],
  ['data', 'data:application/json,{}'],
  ['no address', 'not an address'],
  ['a private address', 'https://10.0.0.1/'],
  ['a loopback address in decimal', 'https://2130706433/'],
  ['a loopback address in hexadecimal', 'https://0x7f.1/'],
  ['loopback', 'https://localhost/'],
  ['a name under localhost', 'https://a.localhost/'],
  ['mapped IPv6', 'https://[::ffff:10.0.0.1]/'],
  ['translated IPv6', 'https://[64:ff9b::a00:1]/'],
  ['a name of this network', 'https://intranet/'],
  ['a trailing dot', 'https://issuer.example./'],
  ['3,000 characters', `https://issuer.example/${'a'.repeat(3_000)}`],
])('without loopback, refuses %s before anything is sent', async (_name, url) => {
  const lookup = () => Promise.reject(new Error('asked'))
  expect(await refusal(createFetch({ allowLoopback: false, lookup })(url, REQUEST))).toMatchObject({
    code: 'fetch.blocked',
  })
})

test('loopback allowed does not mean private networks or http elsewhere', async () => {
  for (const url of [
    'http://10.0.0.1/',
    'http://issuer.example/',
    'https://issuer.example:4001/',
    'http://169.254.169.254/',
  ]) {
    expect(await refusal(local(url, REQUEST))).toMatchObject({ code: 'fetch.blocked' })
  }
  const lying = createFetch({ allowLoopback: true, lookup: answered(['127.0.0.1']) })
  expect(await refusal(lying('https://issuer.example/', REQUEST))).toMatchObject({ code: 'fetch.blocked' })
})

test.each([301, 302, 303, 307, 308])('F-04, F-05: a redirect (%i) is not followed', async (status) => {
  const peer = await start(
    httpPeer((request, response) => response.writeHead(status, { location: `http://127.0.0.1${request.url}` }).end()),
  )
  expect(await refusal(local(`http://127.0.0.1:${peer.port}/`, REQUEST))).toMatchObject({ code: 'fetch.redirect' })
  expect(peer.connections()).toBe(1)
})

test('F-06: an endless body is cut off at the cap', async () => {
  let sent = 0
  const peer = await start(
    httpPeer((_request, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(64 * 1024))) sent += 64 * 1024
      }
      response.on('drain', more)
      more()
    }),
  )
  expect(await refusal(local(`http://127.0.0.1:${peer.port}/`, REQUEST))).toMatchObject({ code: 'fetch.tooLarge' })
  expect(sent).toBeLessThan(20 * 1024 * 1024)
})

test('F-06: exactly the cap is taken, one byte more is not', async () => {
  const peer = await start(httpPeer((request, response) => response.end(Buffer.alloc(Number(request.url?.slice(1))))))
  const fetch = (size: number) => local(`http://127.0.0.1:${peer.port}/${size}`, { ...REQUEST, maxBytes: 1_000 })
  expect((await fetch(1_000)).bytes.length).toBe(1_000)
  expect(await refusal(fetch(1_001))).toMatchObject({ code: 'fetch.tooLarge' })
})

test('F-07: an answer longer than its stated length is refused', async () => {
  const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}'
  const peer = await start(tcpPeer((socket) => void socket.write(head + 'x'.repeat(1_000_000))))
  expect(await refusal(local(`http://127.0.0.1:${peer.port}/`, REQUEST))).toMatchObject({ code: 'fetch.failed' })
})

test('a body that ends before its stated length is refused', async () => {
  const head = 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}'
  const peer = await start(tcpPeer((socket) => socket.end(head)))
  expect(await refusal(local(`http://127.0.0.1:${peer.port}/`, REQUEST))).toMatchObject({ code: 'fetch.failed' })
})

test.each(['headers', 'body'])('F-08: a server that drips its %s is given up in time', async (what) => {
  const peer = await start(
    tcpPeer((socket) => {
      socket.write(what === 'body' ? 'HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n' : 'HTTP/1.1 200 OK\r\nX-Slow: ')
      const drip = setInterval(() => socket.write('a'), 20)
      socket.once('close', () => clearInterval(drip))
    }),
  )
  const start_ = performance.now()
  const url = `http://127.0.0.1:${peer.port}/`
  expect(await refusal(local(url, { ...REQUEST, timeoutMs: 300 }))).toMatchObject({ code: 'fetch.timeout' })
  expect(performance.now() - start_).toBeLessThan(2_000)
})

test.each<[string, (bytes: Uint8Array) => Uint8Array]>([
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
])('F-09: %s is unpacked, and a bomb in it stopped', async (encoding, compress) => {
  // Made before it is asked for: that takes longer than a fetch may.
  const bomb = compress(Buffer.alloc(8 * 1024 * 1024))
  const plain = compress(Buffer.from('{"a":1}'))
  const peer = await start(
    httpPeer((request, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(request.url === '/bomb' ? bomb : plain)
    }),
  )
  const { bytes } = await local(`http://127.0.0.1:${peer.port}/`, REQUEST)
  expect(Buffer.from(bytes).toString()).toBe('{"a":1}')
  expect(await refusal(local(`http://127.0.0.1:${peer.port}/bomb`, REQUEST))).toMatchObject({ code: 'fetch.tooLarge' })
})

test('F-09: nested and unknown encodings are refused', async () => {
  const peer = await start(
    httpPeer((request, response) => {
      const encoding = decodeURIComponent(request.url?.slice(1) ?? '')
      response.writeHead(200, { 'content-encoding': encoding }).end(gzipSync(gzipSync('{}')))
    }),
  )
  for (const encoding of ['gzip, gzip', 'gzip,br', 'compress', 'zstd']) {
    const url = `http://127.0.0.1:${peer.port}/${encodeURIComponent(encoding)}`
    expect(await refusal(local(url, REQUEST))).toMatchObject({ code: 'fetch.failed' })
  }
})

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000)

test('F-13: a certificate that nobody vouches for, an expired one and one for another name are refused', async () => {
  const good = await start(httpsPeer((_request, response) => response.end('{}'), { from: day(-1), until: day(1) }))
  const unknown = await refusal(local(`https://localhost:${good.port}/`, REQUEST))
  expect(unknown.code).toBe('fetch.failed')
  expect(unknown.message).toContain('tls')

  const trusting = createFetch({ allowLoopback: true, ca: good.certificate })
  expect((await trusting(`https://localhost:${good.port}/`, REQUEST)).status).toBe(200)
  const otherName = await refusal(trusting(`https://other.localhost:${good.port}/`, REQUEST))
  expect(otherName.message).toContain('ALTNAME')

  const old = await start(httpsPeer((_request, response) => response.end('{}'), { from: day(-2), until: day(-1) }))
  const expired = await refusal(
    createFetch({ allowLoopback: true, ca: old.certificate })(`https://localhost:${old.port}/`, REQUEST),
  )
  expect(expired.message).toContain('CERT_HAS_EXPIRED')
})

test('F-15: a hung host gets four connections, then is left alone; others are not held up', async () => {
  const hung = await start(tcpPeer(() => undefined))
  const well = await start(httpPeer((_request, response) => response.end('{}')))
  const all = Array.from({ length: 60 }, () =>
    refusal(local(`http://127.0.0.1:${hung.port}/`, { ...REQUEST, timeoutMs: 1_000 })),
  )
  const first = await Promise.race([local(`http://127.0.0.1:${well.port}/`, REQUEST), ...all])
  expect(first).toMatchObject({ status: 200 })
  const codes = (await Promise.all(all)).map(({ code }) => code)
  expect(codes.filter((code) => code !== 'fetch.timeout' && code !== 'fetch.failed')).toEqual([])
  expect(hung.connections()).toBeLessThanOrEqual(4)
  expect(await refusal(local(`http://127.0.0.1:${hung.port}/`, REQUEST))).toMatchObject({ code: 'fetch.failed' })
  expect(hung.connections()).toBeLessThanOrEqual(4)
})

test('a host that was not there is asked again after its time', async () => {
  const gone = await start(tcpPeer(() => undefined))
  const url = `http://127.0.0.1:${gone.port}/`
  await gone.close()
  peers.splice(0)
  let time = 0
  const fetch = createFetch({ allowLoopback: true, now: () => new Date(time) })
  expect((await refusal(fetch(url, REQUEST))).message).toContain('ECONNREFUSED')
  expect((await refusal(fetch(url, REQUEST))).message).toContain('a moment ago')
  time = 1_001
  expect((await refusal(fetch(url, REQUEST))).message).toContain('ECONNREFUSED')
})

test('a public host that was not there is left alone for a minute', async () => {
  let asked = 0
  let time = 0
  const lookup = () => {
    asked++
    return Promise.reject(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }))
  }
  const fetch = createFetch({ allowLoopback: false, lookup, now: () => new Date(time) })
  for (const at of [0, 59_000, 61_000]) {
    time = at
    expect(await refusal(fetch('https://gone.example/', REQUEST))).toMatchObject({ code: 'fetch.failed' })
  }
  expect(asked).toBe(2)
})

test('F-16: no cookie comes back, and no credentials are ever sent', async () => {
  const seen: unknown[] = []
  const peer = await start(
    httpPeer((request, response) => {
      seen.push(request.headers.cookie, request.headers.authorization)
      response.writeHead(401, { 'set-cookie': 'id=1', 'www-authenticate': 'Basic' }).end()
    }),
  )
  const first = await local(`http://127.0.0.1:${peer.port}/`, REQUEST)
  expect(first.status).toBe(401)
  expect(first.headers['set-cookie']).toBeUndefined()
  await local(`http://127.0.0.1:${peer.port}/`, REQUEST)
  expect(seen).toEqual([undefined, undefined, undefined, undefined])
  for (const name of ['Cookie', 'authorization', 'Host']) {
    const request = { ...REQUEST, headers: { [name]: 'x' } }
    expect(await refusal(local(`http://127.0.0.1:${peer.port}/`, request))).toMatchObject({ code: 'fetch.blocked' })
  }
})

test('F-18: 101 headers, a flood of interim answers and a split answer are refused', async () => {
  const many = `HTTP/1.1 200 OK\r\n${Array.from({ length: 101 }, (_, at) => `X-${at}: 1\r\n`).join('')}\r\n`
  const flood = 'HTTP/1.1 102 Processing\r\n\r\n'.repeat(50)
  const split = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 9\r\n\r\n{}'
  for (const bytes of [many, flood, split, 'nonsense\r\n\r\n']) {
    const peer = await start(tcpPeer((socket) => void socket.write(bytes)))
    expect(await refusal(local(`http://127.0.0.1:${peer.port}/`, REQUEST))).toMatchObject({ code: 'fetch.failed' })
  }
})

test('sends a body, says what it accepts, and reads the media type without its parameters', async () => {
  const peer = await start(
    httpPeer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        response.setHeader('content-type', 'Application/JSON; charset=utf-8')
        response.end(JSON.stringify([request.method, request.headers.accept, Buffer.concat(chunks).toString()]))
      })
    }),
  )
  const body = Buffer.from('hello')
  const { mediaType, bytes } = await local(`http://localhost:${peer.port}/`, { ...REQUEST, method: 'POST', body })
  expect(mediaType).toBe('application/json')
  expect(JSON.parse(Buffer.from(bytes).toString())).toEqual(['POST', 'application/json', 'hello'])
})
