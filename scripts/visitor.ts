/** Someone with a browser that has no scripts: keeps cookies, sends forms, follows what a page sends it on to. */
export interface Visitor {
  open(address: string): Promise<Seen>
  /** Sends a form; a file goes as multipart. */
  send(
    address: string,
    fields: Readonly<Record<string, string>>,
    file?: { field: string; name: string; bytes: Uint8Array },
  ): Promise<Seen>
}

/** A page as it was answered. */
export interface Seen {
  address: string
  status: number
  text: string
}

const MAX_STEPS = 5

/** A visitor of one service. */
export function createVisitor(baseUrl: string): Visitor {
  const cookies = new Map<string, string>()

  async function ask(address: string, request: RequestInit, steps = 0): Promise<Seen> {
    const url = new URL(address, baseUrl)
    const response = await fetch(url, {
      ...request,
      redirect: 'manual',
      headers: {
        Accept: 'text/html',
        Origin: new URL(baseUrl).origin,
        Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/s)
      cookies.set(name, value)
    }
    const onwards = response.headers.get('location')
    const text = await response.text()
    if (onwards !== null && steps < MAX_STEPS) return ask(new URL(onwards, url).href, {}, steps + 1)
    if (response.status >= 400)
      throw new Error(`${url.pathname} answered ${response.status}: ${wordsOf(text).slice(0, 300)}`)
    return { address: url.href, status: response.status, text }
  }

  return {
    open: (address) => ask(address, {}),
    send(address, fields, file) {
      if (file === undefined) return ask(address, { method: 'POST', body: new URLSearchParams({ ...fields }) })
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.append(name, value)
      form.append(file.field, new Blob([Buffer.from(file.bytes)]), file.name)
      return ask(address, { method: 'POST', body: form })
    },
  }
}

/** The first thing on a page that fits, as text without entities; throws where there is none. */
export function find({ address, text }: Seen, pattern: RegExp): string {
  const found = pattern.exec(text)?.[1]
  if (found === undefined) throw new Error(`${address} has nothing like ${pattern}.`)
  return withoutEntities(found)
}

/** What the form on a page would send as it stands: hidden fields, texts, and what is chosen in each list. */
export function filledIn({ text }: Seen): Record<string, string> {
  const inputs = [...text.matchAll(/<input\b[^>]*>/g)].flatMap(([tag]): [string, string][] => {
    const name = attribute(tag, 'name')
    return name === undefined || /type="(?:file|submit)"/.test(tag) ? [] : [[name, attribute(tag, 'value') ?? '']]
  })
  const lists = [...text.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)].flatMap(
    ([, tag = '', options = '']): [string, string][] => {
      const chosen = /<option\b[^>]*\bselected[^>]*>/.exec(options)?.[0] ?? /<option\b[^>]*>/.exec(options)?.[0] ?? ''
      const name = attribute(tag, 'name')
      return name === undefined ? [] : [[name, attribute(chosen, 'value') ?? '']]
    },
  )
  return Object.fromEntries([...inputs, ...lists])
}

/** A page's words, without its marks. */
export function wordsOf(text: string): string {
  return withoutEntities(
    text.replaceAll(/<(?:script|style|head)\b.*?<\/(?:script|style|head)>/gs, ' ').replaceAll(/<[^>]+>/g, ' '),
  )
    .replaceAll(/\s+/g, ' ')
    .trim()
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]
  return value === undefined ? undefined : withoutEntities(value)
}

function withoutEntities(text: string): string {
  const known: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
  return text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => known[name] ?? whole)
}
