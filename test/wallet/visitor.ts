import { setTimeout as sleep } from 'node:timers/promises'

/** Someone with a browser: keeps cookies, sends forms as a page of the same site does, follows nothing by itself. */
export interface Visitor {
  get(path: string, headers?: Record<string, string>): Promise<Response>
  post(path: string, fields?: Record<string, string | string[]>): Promise<Response>
  upload(
    path: string,
    files: readonly { name: string; bytes: Uint8Array }[],
    fields?: Record<string, string>,
  ): Promise<Response>
}

/** A visitor of one service. */
export function visitorOf(url: string): Visitor {
  const cookies = new Map<string, string>()
  const send = async (path: string, init: RequestInit) => {
    const headers = new Headers(init.headers)
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    if (!headers.has('accept')) headers.set('accept', 'text/html')
    if (init.method === 'POST') headers.set('origin', url)
    const response = await fetch(new URL(path, url), { ...init, headers, redirect: 'manual' })
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    return response
  }
  return {
    get: (path, headers = {}) => send(path, { headers }),
    post: (path, fields = {}) => {
      const body = new URLSearchParams()
      for (const [name, values] of Object.entries(fields)) for (const one of [values].flat()) body.append(name, one)
      return send(path, { method: 'POST', body })
    },
    upload: async (path, files, fields = {}) => {
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.append(name, value)
      for (const { name, bytes } of files) form.append('file', new Blob([new Uint8Array(bytes)]), name)
      // The length must be known beforehand, as browsers know it.
      const packed = new Response(form)
      const body = await packed.arrayBuffer()
      const headers = { 'content-type': packed.headers.get('content-type') ?? '' }
      return send(path, { method: 'POST', body, headers })
    },
  }
}

/** Brings files in and waits for what became of them. Answers that page. */
export async function broughtIn(
  visitor: Visitor,
  files: readonly { name: string; bytes: Uint8Array }[],
): Promise<string> {
  const answer = await visitor.upload('/add/file', files)
  if (answer.status !== 303) throw new Error(`The upload answered ${answer.status}.`)
  const at = answer.headers.get('location') ?? ''
  await ended(visitor, at)
  return await (await visitor.get(at)).text()
}

/** Waits until the work at an address has ended; answers all the figures that were seen. */
export async function ended(visitor: Visitor, at: string): Promise<{ done: number; total: number; state: string }[]> {
  const seen: { done: number; total: number; state: string }[] = []
  for (let attempt = 0; attempt < 2_000; attempt++) {
    const figures = await (await visitor.get(`${at}/progress`, { accept: 'application/json' })).json()
    seen.push(figures)
    if (figures.state !== 'running') return seen
    await sleep(20)
  }
  throw new Error('The work did not end.')
}

/** Saves everything: the ZIPs, whether they are answered at once or after a wait (a busy machine). */
export async function exported(visitor: Visitor): Promise<Uint8Array[]> {
  const answer = await visitor.post('/export')
  if (answer.status === 200) return [new Uint8Array(await answer.arrayBuffer())]
  if (answer.status !== 303) throw new Error(`The export answered ${answer.status}.`)
  const at = answer.headers.get('location') ?? ''
  await ended(visitor, at)
  const page = await (await visitor.get(at)).text()
  const links = [...page.matchAll(/href="(\/account\/exports\/[^"]+\/\d+)"/g)].map(([, link]) => link ?? '')
  return await Promise.all(links.map(async (link) => new Uint8Array(await (await visitor.get(link)).arrayBuffer())))
}
