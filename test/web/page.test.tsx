import { expect, test } from '@jest/globals'
import jsQR from 'jsqr'
import { renderToString } from 'preact-render-to-string'
import {
  apiPage,
  assets,
  codePage,
  Field,
  formatDate,
  formatTime,
  oneButtonPage,
  outboxPage,
  page,
  problemPage,
  QrCode,
  signInPage,
  Table,
  wordsOf,
} from '#web'

const body = <h1>Hello</h1>

test('a page is a whole document that says its language, its title and the way past its header', () => {
  const html = page({ service: 'wallet', title: 'My passport', body })
  expect(html).toMatch(/^<!doctype html><html lang="en-GB">/)
  expect(html).toContain('<title>My passport · Skills Passport Wallet</title>')
  expect(html).toContain('href="#main"')
  expect(html).toContain('<main id="main"')
})

test('a page keeps out of search engines unless it is meant for them', () => {
  expect(page({ service: 'wallet', title: 'Share', body })).toContain('content="noindex"')
  expect(page({ service: 'verifier', title: 'Check', body, listed: true })).not.toContain('noindex')
})

test('everything that a page refers to is served, under a name that changes with its content', async () => {
  const files = await assets()
  const html = page({ service: 'wallet', title: 'My passport', body })
  const addresses = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, address = '']) => address)
  expect(addresses).toHaveLength(4)
  for (const address of addresses) {
    expect(files.has(address)).toBe(true)
    expect(address).toMatch(/-[A-Z0-9]{8}\.(css|js|svg|woff2)$/)
  }
  for (const { cacheControl, etag } of files.values()) {
    expect(cacheControl).toContain('immutable')
    expect(etag).toMatch(/^"[\w-]{22}"$/)
  }
})

test('the stylesheet asks no other server', async () => {
  const [, styles] = [...(await assets())].find(([path]) => path.endsWith('.css')) ?? []
  const addresses = [
    ...Buffer.from(styles?.bytes ?? [])
      .toString()
      .matchAll(/url\(["']?([^)"']+)/g),
  ]
  expect(addresses.length).toBeGreaterThan(2)
  for (const [, address] of addresses) expect(address).toMatch(/^\/assets\//)
})

test('no page has a script or a style inside it', () => {
  const frame = { service: 'issuer', title: 'T' } as const
  const pages = [
    page({
      ...frame,
      body,
      flash: 'Done',
      user: { name: 'A', signOutAction: '/out' },
      nav: [{ href: '/', label: 'A' }],
    }),
    problemPage({ ...frame, detail: 'D', code: 'internal', status: 500 }),
    signInPage({
      service: 'issuer',
      action: '/sign-in',
      passkey: { mode: 'signIn', optionsUrl: '/o', verifyUrl: '/v', next: '/' },
    }),
    codePage({ service: 'issuer', action: '/code', email: 'a@example.org', againHref: '/' }),
    oneButtonPage({ ...frame, sentence: 'S', action: '/a', button: 'B' }),
    outboxPage({
      service: 'issuer',
      messages: [{ id: '1', to: 'a', subject: 's', text: 'https://a.example/x', sentAt: 'soon' }],
    }),
    apiPage({ info: { title: 'T', version: '1' } }, { service: 'issuer' }),
  ]
  for (const html of pages) {
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?! type="module" src="\/assets\/)/)
    expect(html.match(/<h1/g)).toHaveLength(1)
  }
})

test('what people wrote is shown as text', () => {
  const html = page({ service: 'wallet', title: '</title><script>', flash: '<script>alert(1)</script>', body })
  expect(html).not.toContain('<script>')
})

test('a field at fault names its error, and its title says so first', () => {
  const html = renderToString(<Field name="email" label="E-mail" error="Write an address" hint="Yours" />)
  expect(html).toContain('aria-describedby="email-hint email-error"')
  expect(html).toContain('aria-invalid="true"')
  const errors = [{ field: 'email', message: 'Write an address' }]
  expect(signInPage({ service: 'wallet', action: '/', errors })).toContain('<title>Error: Sign in')
})

test('a table says how it is sorted and links to the other way', () => {
  const html = renderToString(
    <Table
      caption="Rows"
      columns={[{ key: 'n', label: 'Number', cell: (row: number) => row, sortable: true }]}
      rows={[1, 2]}
      rowKey={String}
      sort={{ key: 'n', direction: 'ascending' }}
      sortHref={({ key, direction }) => `?sort=${key}&direction=${direction}`}
    />,
  )
  expect(html).toContain('aria-sort="ascending"')
  expect(html).toContain('direction=descending')
})

test('a QR code reads back as what was put in', () => {
  const text = 'https://wallet.example/s/3q2-7wAAAAB1eVXvsn5bUg'
  const html = renderToString(<QrCode text={text} label="Opens the share" />)
  const side = Number(/viewBox="0 0 (\d+)/.exec(html)?.[1])
  const scale = 4
  const pixels = new Uint8ClampedArray((side * scale) ** 2 * 4).fill(255)
  for (const [, x, y, width] of html.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++) {
      const from = (row * side * scale + Number(x) * scale) * 4
      for (let at = from; at < from + Number(width) * scale * 4; at += 4) pixels.fill(0, at, at + 3)
    }
  }
  expect(jsQR.default(pixels, side * scale, side * scale)?.data).toBe(text)
})

test('dates are written as people say them, and what is no date is left as it is', () => {
  expect(formatDate('2027-06-25T23:30:00Z')).toBe('25 June 2027')
  expect(formatTime('2027-06-25T14:05:00Z')).toBe('25 June 2027 at 14:05 UTC')
  expect(formatDate('soon')).toBe('soon')
})

test('words of the vocabulary are said plainly', () => {
  expect(wordsOf('PracticalObservation')).toBe('Practical observation')
  expect(wordsOf('a Portfolio of Work')).toBe('a Portfolio of Work')
})
