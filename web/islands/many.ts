/** How many files or rows are sent at a time: the bar moves, and no answer grows large. */
const AT_A_TIME = 25
const MAX_BYTES = 16 * 1024 * 1024

type Part =
  | { files: File[] }
  | { table: File; offset: number; rows: number }
  | { lines: string; offset: number; rows: number }

/**
 * Sends many files, rows and links in parts, shows how far that is, and puts the answers together as one. Without it the
 * form is sent whole.
 */
export function many(form: HTMLFormElement): void {
  const progress = form.querySelector<HTMLElement>('[data-many-progress]')
  const bar = progress?.querySelector('progress')
  const [done, total] = ['done', 'total'].map((name) => form.querySelector(`[data-many-${name}]`))
  if (!progress || !bar || !done || !total) return
  let stopping: AbortController | undefined

  const run = async (signal: AbortSignal) => {
    const parts = await partsOf(form)
    bar.max = parts.reduce((sum, part) => sum + sizeOf(part), 0)
    bar.value = 0
    total.textContent = String(bar.max)
    done.textContent = '0'
    progress.hidden = false
    let whole: Document | undefined
    for (const part of parts) {
      const answer = await send(form, part, signal)
      if (!answer.querySelector('[data-many-result]')) return show(answer)
      if (whole) add(whole, answer)
      else whole = answer
      bar.value += sizeOf(part)
      done.textContent = String(bar.value)
    }
    if (whole) show(whole)
  }

  form.addEventListener('submit', (event) => {
    // Institutions have a letter each in the whole answer: in parts one letter would be two of them.
    if (!hasMore(form) || isBlind(form)) return
    event.preventDefault()
    if (stopping) return
    stopping = new AbortController()
    run(stopping.signal)
      // Sent whole, the server says what is wrong, or the browser that there is no network.
      .catch(() => !stopping?.signal.aborted && form.submit())
      .finally(() => {
        stopping = undefined
        progress.hidden = true
      })
  })
  form.addEventListener('reset', (event) => {
    if (!stopping) return
    event.preventDefault()
    stopping.abort()
  })
}

function hasMore(form: HTMLFormElement): boolean {
  return filesOf(form).length > 0 || textOf(form, 'links').trim() !== ''
}

function isBlind(form: HTMLFormElement): boolean {
  const choice = form.elements.namedItem('blind')
  return choice instanceof HTMLInputElement && choice.checked
}

function filesOf(form: HTMLFormElement): File[] {
  const input = form.elements.namedItem('file')
  return input instanceof HTMLInputElement ? [...(input.files ?? [])] : []
}

function textOf(form: HTMLFormElement, name: string): string {
  const field = form.elements.namedItem(name)
  return field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement ? field.value : ''
}

async function partsOf(form: HTMLFormElement): Promise<Part[]> {
  const files = filesOf(form)
  const isTable = ({ name }: File) => /\.csv$/i.test(name)
  const parts: Part[] = filesInParts(files.filter((file) => !isTable(file)))
  for (const file of files.filter(isTable)) {
    const [header = '', ...rows] = recordsOf(await file.text())
    for (const { some, offset } of inParts(rows)) {
      parts.push({ table: new File([header, ...some], file.name), offset, rows: some.length })
    }
    if (rows.length === 0) parts.push({ table: file, offset: 0, rows: 1 })
  }
  for (const { some, offset } of inParts(textOf(form, 'links').split('\n'))) {
    if (some.some((line) => line.trim() !== '')) parts.push({ lines: some.join('\n'), offset, rows: some.length })
  }
  return parts
}

/** So many files, and so many bytes, as one form may bring. */
function filesInParts(files: readonly File[]): Part[] {
  const parts: { files: File[] }[] = []
  let bytes = 0
  for (const file of files) {
    bytes += file.size
    const last = parts.at(-1)
    if (last && last.files.length < AT_A_TIME && bytes <= MAX_BYTES) last.files.push(file)
    else {
      parts.push({ files: [file] })
      bytes = file.size
    }
  }
  return parts
}

/** The lines of a table; one within quotes goes on in the next (RFC 4180 §2). */
function recordsOf(text: string): string[] {
  const records: string[] = []
  let record = ''
  for (const line of text.split(/(?<=\n)/)) {
    record += line
    if ((record.split('"').length - 1) % 2 !== 0) continue
    records.push(record)
    record = ''
  }
  return record === '' ? records : [...records, record]
}

function inParts<T>(all: readonly T[]): { some: T[]; offset: number }[] {
  return Array.from({ length: Math.ceil(all.length / AT_A_TIME) }, (_, index) => {
    const offset = index * AT_A_TIME
    return { some: all.slice(offset, offset + AT_A_TIME), offset }
  })
}

const sizeOf = (part: Part) => ('files' in part ? part.files.length : part.rows)

async function send(form: HTMLFormElement, part: Part, signal: AbortSignal): Promise<Document> {
  const body = new FormData()
  body.set('column', textOf(form, 'column'))
  if ('files' in part) for (const file of part.files) body.append('file', file)
  else if ('table' in part) body.append('file', part.table)
  else body.set('links', part.lines)
  if (!('files' in part)) body.set('offset', String(part.offset))
  const answer = await fetch(form.action, { method: 'POST', body, signal, headers: { Accept: 'text/html' } })
  return new DOMParser().parseFromString(await answer.text(), 'text/html')
}

/** Adds the rows of one answer to another, and what they come to. */
function add(whole: Document, part: Document): void {
  whole.querySelector('tbody')?.append(...part.querySelectorAll('tbody tr'))
  for (const name of ['genuine', 'all']) {
    const to = whole.querySelector(`[data-many-${name}]`)
    const from = part.querySelector(`[data-many-${name}]`)
    if (to && from) to.textContent = String(Number(to.textContent) + Number(from.textContent))
  }
  for (const from of part.querySelectorAll<HTMLElement>('[data-many-face]')) {
    const to = whole.querySelector<HTMLElement>(`[data-many-face="${from.dataset.manyFace}"]`)
    const [sum, more] = [to, from].map((item) => item?.querySelector('.counts-number'))
    if (!to || !sum || !more) continue
    sum.textContent = String(Number(sum.textContent) + Number(more.textContent))
    to.hidden = sum.textContent === '0'
  }
  const [to, from] = [whole, part].map((one) => one.querySelector<HTMLAnchorElement>('[data-many-csv]'))
  if (to && from) to.href = toAddress(textAt(to) + textAt(from).replace(/^[^\n]*\n/, ''))
}

const PREFIX = 'data:text/csv;base64,'

function textAt({ href }: HTMLAnchorElement): string {
  const bytes = Uint8Array.from(atob(href.slice(PREFIX.length)), (character) => character.charCodeAt(0))
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

function toAddress(text: string): string {
  const bytes = new TextEncoder().encode(text)
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return PREFIX + btoa(binary)
}

/** Shows the answer in place of the form, as if the browser had gone there. */
function show(answer: Document): void {
  const [here, there] = [document, answer].map((one) => one.querySelector('main'))
  if (!here || !there) return
  document.title = answer.title
  here.replaceChildren(...there.childNodes)
  const heading = here.querySelector<HTMLElement>('[role=alert], h1')
  if (heading && !heading.hasAttribute('tabindex')) heading.tabIndex = -1
  heading?.focus()
  scrollTo(0, 0)
}
