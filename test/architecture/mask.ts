/**
 * The same code with every comment, string, template text and regular expression blanked out, character for character:
 * what is left is code, at the same offsets. Made for code without JSX; of JSX only what comes before the first element
 * is certain.
 */
export function mask(source: string): string {
  const masked = source.split('')
  const blank = (from: number, to: number) => {
    for (let index = from; index < to; index++) if (masked[index] !== '\n') masked[index] = ' '
  }
  /** One entry per open `${`: how many braces are open inside it. */
  const templates: number[] = []
  let at = 0
  while (at < source.length) {
    const char = source[at] ?? ''
    const end = endOfText(source, at, lastCode(masked, at))
    if (end !== undefined) {
      // Quotes stay, so that a module specifier can be found between them.
      const quoted = char === '"' || char === "'"
      blank(quoted ? at + 1 : at, quoted ? end - 1 : end)
      at = end
    } else if (char === '`' || (char === '}' && templates.at(-1) === 0)) {
      if (char === '}') templates.pop()
      const stop = endOfTemplateText(source, at + 1)
      blank(at, stop)
      if (source[stop - 1] === '{') templates.push(0)
      at = stop
    } else {
      const open = templates.length - 1
      if (open >= 0 && char === '{') templates[open] = (templates[open] ?? 0) + 1
      if (open >= 0 && char === '}') templates[open] = (templates[open] ?? 0) - 1
      at++
    }
  }
  return masked.join('')
}

/** Where the comment, string or regular expression that begins here ends; undefined where none begins. */
function endOfText(source: string, at: number, before: string): number | undefined {
  const two = source.slice(at, at + 2)
  if (two === '//') return indexOr(source.indexOf('\n', at), source.length)
  if (two === '/*') return indexOr(source.indexOf('*/', at + 2) + 1, source.length - 1) + 1
  const char = source[at]
  if (char === "'" || char === '"') return endOfLine(source, at, /\\[\s\S]|["'\n]/g, (found) => found === char)
  if (char === '/' && mayBeginRegExp(before)) return endOfRegExp(source, at)
  return undefined
}

function endOfLine(source: string, at: number, pattern: RegExp, ends: (found: string) => boolean): number | undefined {
  pattern.lastIndex = at + 1
  for (let match = pattern.exec(source); match; match = pattern.exec(source)) {
    if (match[0] === '\n') return undefined
    if (ends(match[0])) return pattern.lastIndex
  }
  return undefined
}

function endOfRegExp(source: string, at: number): number | undefined {
  let inClass = false
  return endOfLine(source, at, /\\.|[[\]/\n]/g, (found) => {
    if (found === '[') inClass = true
    if (found === ']') inClass = false
    return found === '/' && !inClass
  })
}

/** Just past the closing backtick or the next `${`. */
function endOfTemplateText(source: string, from: number): number {
  const pattern = /\\[\s\S]|`|\$\{/g
  pattern.lastIndex = from
  for (let match = pattern.exec(source); match; match = pattern.exec(source)) {
    if (!match[0].startsWith('\\')) return pattern.lastIndex
  }
  return source.length
}

/** A slash divides after a value and begins a regular expression anywhere else. */
function mayBeginRegExp(before: string): boolean {
  if (/(^|[^.\w$])(return|typeof|case|in|of|delete|void|throw|new|else|do|await|yield)$/.test(before)) return true
  return !/[\w$)\]}"'`]$/.test(before)
}

/** The last few characters of code before here, without the space between. */
function lastCode(masked: readonly string[], at: number): string {
  let end = at
  while (end > 0 && /\s/.test(masked[end - 1] ?? '')) end--
  return masked.slice(Math.max(0, end - 12), end).join('')
}

function indexOr(index: number, otherwise: number): number {
  return index > 0 ? index : otherwise
}
